/** `--diff`: shows what fixes would change. */
import { encodeUtf8 } from "../text/utf8.ts";
import type { ExitStatus } from "./exit-status.ts";
import { fixFiles, reportOf } from "./fix-files.ts";
import type { Inputs } from "./inputs.ts";
import { type Judgement, readInputs } from "./lint-inputs.ts";
import { fixSummary, untried } from "./reporters/fix-summary.ts";
import { inputErrors } from "./reporters/human.ts";
import { findingsSince } from "./since.ts";
import { colourWanted, paintWith, printable, terminalWidth } from "./terminal.ts";
import { unifiedDiff } from "./unified-diff.ts";

/** Prints a diff of each file, for `patch` unless it goes to a terminal; the status is 1 where there is one. */
export function printDiff(inputs: Inputs, judgement: Judgement): ExitStatus {
  const { env, stdout, stderr } = process;
  const { args } = judgement;
  const read = readInputs(inputs, judgement);
  const outcome = fixFiles(read, judgement, findingsSince(judgement));
  const diff = outcome.files.map(({ before, edits }) => unifiedDiff(before, edits)).join("");
  const colour = colourWanted(env, stdout);
  stdout.write(stdout.isTTY === true || colour ? paintedDiff(diff, colour) : encodeUtf8(diff));
  const style = { width: terminalWidth(env, stderr), colour: colourWanted(env, stderr), quiet: args.quiet };
  stderr.write(inputErrors(read, style));
  const report = reportOf(outcome);
  const unsafe = args.unsafeFixes === true ? 0 : untried(outcome.judged.findings, report);
  stderr.write(fixSummary(report, { isDone: false, unsafe }));
  return read.errors.length > 0 ? 2 : outcome.files.length > 0 ? 1 : 0;
}

/** Lines in the colours of what becomes of them; what a terminal would obey is shown. */
function paintedDiff(diff: string, colour: boolean): string {
  const paint = paintWith(colour);
  const ink = { "-": "error", "+": "good", "@": "info" } as const;
  const paintLine = (line: string) => {
    const text = printable(line);
    if (/^(?:---|\+\+\+) /.test(line)) return paint("strong", text);
    const chosen = ink[line.charAt(0) as keyof typeof ink];
    return chosen === undefined ? text : paint(chosen, text);
  };
  return diff.split("\n").map(paintLine).join("\n");
}
