/** `--fix`: mends files, and lints what is left. */
import { uninterrupted } from "../platform/uninterrupted.ts";
import { encodeUtf8 } from "../text/utf8.ts";
import type { ReadOutcome } from "../workspace/file-host.ts";
import { fixFiles, writeFixes } from "./fix-files.ts";
import { lintFiles, pathsOf, readInputs } from "./lint-inputs.ts";
import { askedFor } from "./lint-paths.ts";
import type { LintArguments } from "./options.ts";
import { fixSummary, untried } from "./reporters/fix-summary.ts";
import type { LintResult } from "./result.ts";
import { type Selected, selectFindings } from "./select-findings.ts";
import { findingsSince } from "./since.ts";

/** What is left, and the text of standard input where that is among the inputs: fixed, or as it came where it is not judged. */
export interface Mended extends Selected {
  readonly printed?: Uint8Array;
}

/** Applies fixes to what the arguments name, writes the files, and says on standard error what it did. */
export async function mend(args: LintArguments): Promise<Mended> {
  const { inputs, judgement, notes } = await askedFor(args);
  const given = args.stdin ? inputs.inputs[0]?.read() : undefined;
  const read = readInputs(inputs, judgement);
  const since = findingsSince(pathsOf(read), judgement);
  const outcome = fixFiles(read, judgement, since);
  const { read: left, report, printed } = await writeFixes(read, outcome, judgement);
  const result: LintResult = { ...lintFiles(left, judgement), fixes: report };
  const selected = await uninterrupted(() => selectFindings(result, judgement, since));
  const unsafe = args.unsafeFixes === true ? 0 : untried(selected.result.findings, report);
  process.stderr.write(fixSummary(report, { isDone: true, judged: read.files.length, unsafe }));
  return {
    result: selected.result,
    notes: [...notes, ...selected.notes],
    ...printedText(printed, given),
  };
}

function printedText(fixed: string | undefined, given: ReadOutcome | undefined): Pick<Mended, "printed"> {
  if (fixed !== undefined) return { printed: encodeUtf8(fixed) };
  return given !== undefined && "bytes" in given ? { printed: given.bytes } : {};
}
