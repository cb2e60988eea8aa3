/** `unitlint [PATHS…]`: finds, reads and judges unit files, and reports. */

import type { ExitStatus } from "../exit-status.ts";
import { isConfigError } from "../file-judging.ts";
import { lintInputs } from "../lint-inputs.ts";
import { askedFor, lintPaths } from "../lint-paths.ts";
import type { FailOn, LintArguments } from "../options.ts";
import { type Output, outputsOf, type Screen, writeReports } from "../report/outputs.ts";
import type { Report } from "../report/report.ts";
import { quietly, reportOf } from "../report/report-of.ts";
import { inputErrors } from "../reporters/human.ts";
import type { Selected } from "../select-findings.ts";
import { colourWanted } from "../terminal.ts";

/** Runs the linter as the arguments ask; throws a UsageError where they make no sense. */
export async function lintCommand(args: LintArguments): Promise<ExitStatus> {
  const outputs = outputsOf(args);
  if (args.watch === true) return await (await import("../watch.ts")).watch(args, outputs);
  if (args.diff === true) return await (await import("../print-diff.ts")).printDiff(args);
  if (args.fix === true) {
    const { result, notes, printed } = await (await import("../mend.ts")).mend(args);
    const { env, stdout, stderr } = process;
    const status = await tell(reportOf(result), notes, args, outputs, {
      env,
      stdout: args.stdin ? stderr : stdout,
    });
    if (printed !== undefined) stdout.write(printed);
    return status;
  }
  if (args.trees || args.shard !== undefined || args.jobs !== "1") {
    const { lintAtScaleCommand } = await import("./lint-at-scale.ts");
    return await lintAtScaleCommand(args, outputs);
  }
  const { result, notes } = isSelective(args) ? await lintSelected(args) : await lintPaths(args);
  return await tell(reportOf(result), notes, args, outputs);
}

function isSelective({ baseline, since }: LintArguments): boolean {
  return baseline !== undefined || since !== undefined;
}

async function lintSelected(args: LintArguments): Promise<Selected> {
  const { inputs, judgement, notes } = await askedFor(args);
  const { selectFindings } = await import("../select-findings.ts");
  const { uninterrupted } = await import("../../platform/uninterrupted.ts");
  const result = lintInputs(inputs, judgement);
  const selected = await uninterrupted(() => selectFindings(result, judgement));
  return { ...selected, notes: [...notes, ...selected.notes] };
}

/** What is asked of telling a report. */
export type TellArguments = Pick<
  LintArguments,
  "format" | "outputFile" | "statistics" | "quiet" | "failOn" | "maxWarnings"
>;

/** Writes notes, errors and reports, and says how the process ends. */
export async function tell(
  report: Report,
  notes: Iterable<string>,
  args: TellArguments,
  outputs: readonly Output[],
  screen: Screen = process,
): Promise<ExitStatus> {
  tellTroubles(report, notes);
  await writeReports(args.quiet ? quietly(report) : report, outputs, args, screen);
  return exitStatus(report, args);
}

/** On standard error, whatever the format. */
export function tellTroubles(report: Pick<Report, "errors">, notes: Iterable<string>): void {
  const { env, stderr } = process;
  for (const note of notes) stderr.write(`unitlint: note: ${note}\n`);
  stderr.write(inputErrors(report, { colour: colourWanted(env, stderr) }));
}

/** By what was found, and whether all could be read. */
export function exitStatus(
  { findings, summary, errors }: Pick<Report, "findings" | "summary" | "errors">,
  { failOn, maxWarnings = Number.POSITIVE_INFINITY }: Pick<LintArguments, "failOn" | "maxWarnings">,
): ExitStatus {
  if (errors.length > 0 || findings.some(isConfigError)) return 2;
  const failing = failingSeverities[failOn].some(severity => summary[severity] > 0);
  return failing || summary.warning > maxWarnings ? 1 : 0;
}

const failingSeverities: Readonly<Record<FailOn, readonly ("error" | "warning" | "info")[]>> = {
  info: ["error", "warning", "info"],
  warning: ["error", "warning"],
  error: ["error"],
  never: [],
};
