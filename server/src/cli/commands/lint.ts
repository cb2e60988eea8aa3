/** `unitlint [PATHS…]`: finds, reads and judges unit files, and reports. */

import type { ExitStatus } from "../exit-status.ts";
import { isConfigError } from "../file-judging.ts";
import { lintPaths } from "../lint-paths.ts";
import type { FailOn, LintArguments } from "../options.ts";
import { type Output, outputsOf, writeReports } from "../report/outputs.ts";
import type { Report } from "../report/report.ts";
import { quietly, reportOf } from "../report/report-of.ts";
import { inputErrors } from "../reporters/human.ts";
import { colourWanted } from "../terminal.ts";

/** Runs the linter as the arguments ask; throws a UsageError where they make no sense. */
export async function lintCommand(args: LintArguments): Promise<ExitStatus> {
  const outputs = outputsOf(args);
  if (args.trees || args.shard !== undefined || args.jobs !== "1") {
    const { lintAtScaleCommand } = await import("./lint-at-scale.ts");
    return await lintAtScaleCommand(args, outputs);
  }
  const { result, notes } = await lintPaths(args);
  return await tell(reportOf(result), notes, args, outputs);
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
): Promise<ExitStatus> {
  tellTroubles(report, notes);
  await writeReports(args.quiet ? quietly(report) : report, outputs, args, process);
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
