/** `--fix`: mends files, and lints what is left. */
import { encodeUtf8 } from "../text/utf8.ts";
import { fixFiles, writeFixes } from "./fix-files.ts";
import type { Inputs } from "./inputs.ts";
import { type Judgement, lintFiles, readInputs } from "./lint-inputs.ts";
import { fixSummary, untried } from "./reporters/fix-summary.ts";
import type { LintResult } from "./result.ts";
import { findingsSince } from "./since.ts";

/** What is left, and the fixed text of standard input where that is among the inputs. */
export interface Mended {
  readonly result: LintResult;
  readonly printed?: Uint8Array;
}

/** Applies fixes to the inputs, writes them, and says on standard error what it did. */
export async function mend(inputs: Inputs, judgement: Judgement): Promise<Mended> {
  const { args } = judgement;
  const read = readInputs(inputs, judgement);
  const outcome = fixFiles(read, judgement, findingsSince(judgement));
  const { read: left, report, printed } = await writeFixes(read, outcome, args);
  const result = { ...lintFiles(left, judgement), fixes: report };
  const unsafe = args.unsafeFixes === true ? 0 : untried(result.findings, report);
  process.stderr.write(fixSummary(report, { isDone: true, unsafe }));
  return { result, ...(printed !== undefined && { printed: encodeUtf8(printed) }) };
}
