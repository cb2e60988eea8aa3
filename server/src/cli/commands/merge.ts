/** `unitlint merge [REPORTS…]`: one report out of those of shards, trees or machines. */
import { readWholeText } from "../../platform/read-whole.ts";
import type { ExitStatus } from "../exit-status.ts";
import { mergeReports } from "../report/merge-reports.ts";
import { outputsOf } from "../report/outputs.ts";
import { readReports } from "../report/read-reports.ts";
import type { Report } from "../report/report.ts";
import type { InputError } from "../result.ts";
import { UsageError } from "../usage-error.ts";
import { type TellArguments, tell } from "./lint.ts";

/** Merges the reports that are named, or standard input; what cannot be read is an error of the merged report. */
export async function mergeCommand(args: TellArguments & { readonly reports: readonly string[] }): Promise<ExitStatus> {
  const outputs = outputsOf(args);
  const paths = args.reports.length === 0 ? ["-"] : args.reports;
  const reports: Report[] = [];
  const errors: InputError[] = [];
  for (const path of paths) {
    const { reports: found, problems } = readAll(path);
    reports.push(...found);
    for (const message of problems) errors.push({ path: path === "-" ? "<stdin>" : path, message });
  }
  const [error] = errors;
  if (reports.length === 0)
    throw new UsageError(error === undefined ? "no reports" : `${error.path}: ${error.message}`);
  const merged = mergeReports(reports);
  return await tell({ ...merged, errors: [...merged.errors, ...errors] }, [], args, outputs);
}

function readAll(path: string) {
  const outcome = readWholeText(path);
  return "problem" in outcome ? { reports: [], problems: [outcome.problem] } : readReports(outcome.text);
}
