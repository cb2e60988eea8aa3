/** `--diff`: shows what fixes would change. */
import { encodeUtf8 } from "../text/utf8.ts";
import { tellTroubles } from "./commands/lint.ts";
import type { ExitStatus } from "./exit-status.ts";
import { isConfigError } from "./file-judging.ts";
import { fixFiles, reportOf } from "./fix-files.ts";
import { pathsOf, readInputs, withUnread } from "./lint-inputs.ts";
import { askedFor } from "./lint-paths.ts";
import type { LintArguments } from "./options.ts";
import { fixSummary, untried } from "./reporters/fix-summary.ts";
import { findingsSince } from "./since.ts";
import { colourWanted, paintWith, printable } from "./terminal.ts";
import { unifiedDiff } from "./unified-diff.ts";

/** Prints a diff of each file, for `patch` unless it goes to a terminal; the status is 1 where there is one. */
export async function printDiff(args: LintArguments): Promise<ExitStatus> {
  const { env, stdout, stderr } = process;
  const { inputs, judgement, notes } = await askedFor(args);
  const asked = readInputs(inputs, judgement);
  const outcome = fixFiles(asked, judgement, findingsSince(pathsOf(asked), judgement));
  const read = withUnread(asked, outcome.unread);
  const diff = outcome.files.map(({ before, edits }) => unifiedDiff(before, edits)).join("");
  const colour = colourWanted(env, stdout);
  stdout.write(stdout.isTTY === true || colour ? paintedDiff(diff, colour) : encodeUtf8(diff));
  tellTroubles(read, notes);
  const report = reportOf(outcome);
  const unsafe = args.unsafeFixes === true ? 0 : untried(outcome.judged.findings, report);
  stderr.write(fixSummary(report, { isDone: false, judged: read.files.length, unsafe }));
  return read.errors.length > 0 || read.configFindings.some(isConfigError) ? 2 : outcome.files.length > 0 ? 1 : 0;
}

/** Lines in the colours of what becomes of them; what a terminal would obey is shown. */
function paintedDiff(diff: string, colour: boolean): string {
  const paint = paintWith(colour);
  const ink = { "-": "error", "+": "good", "@": "info" } as const;
  const paintLine = (line: string) => {
    const text = printable(line.replace(/^((?:---|\+\+\+) .*)\t$/, "$1"));
    if (/^(?:---|\+\+\+) /.test(line)) return paint("strong", text);
    const chosen = ink[line.charAt(0) as keyof typeof ink];
    return chosen === undefined ? text : paint(chosen, text);
  };
  return diff.split("\n").map(paintLine).join("\n");
}
