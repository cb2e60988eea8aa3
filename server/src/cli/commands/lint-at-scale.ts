/** `unitlint --trees`, `--shard` and `--jobs`: the parts of a run, reported as they come where the format allows it. */
import type { ExitStatus } from "../exit-status.ts";
import { isConfigError } from "../file-judging.ts";
import type { LintArguments } from "../options.ts";
import type { Output } from "../report/outputs.ts";
import type { Report, ReportFinding, Summary } from "../report/report.ts";
import { quietly } from "../report/report-of.ts";
import { bodyLines, errorLine, headerLine, summaryRecord } from "../reporters/ndjson.ts";
import { lintAtScale, type ScaledRun } from "../scale/lint-at-scale.ts";
import { exitStatus, tell, tellTroubles } from "./lint.ts";

/** Runs the linter part by part. */
export async function lintAtScaleCommand(args: LintArguments, outputs: readonly Output[]): Promise<ExitStatus> {
  const run = await lintAtScale(args);
  const [only, ...others] = outputs;
  if (args.trees && only?.format === "ndjson" && only.path === undefined && others.length === 0)
    return await stream(run, args);
  const parts: Report[] = [];
  for await (const part of run.parts) parts.push(part);
  return await tell(run.join(parts), run.notes, args, outputs);
}

/** Holds the findings of no more trees than are being judged. */
async function stream(run: ScaledRun, args: LintArguments): Promise<ExitStatus> {
  const { stdout } = process;
  const head = run.join([]);
  const shard = head.shard ?? { index: 1, of: 1 };
  stdout.write(headerLine(head));
  for (const error of head.errors) stdout.write(errorLine(error));
  const errors = [...head.errors];
  const configErrors: ReportFinding[] = [];
  let files = 0;
  let summary = head.summary;
  for await (const part of run.parts) {
    const { shard: found, ...rest } = args.quiet ? quietly(part) : part;
    const told = args.shard === undefined ? rest : { ...rest, shard: { ...shard, ranks: found?.ranks ?? [] } };
    for (const line of bodyLines(told)) stdout.write(line);
    errors.push(...part.errors);
    configErrors.push(...part.findings.filter(isConfigError));
    files += part.files;
    summary = sumOf(summary, part.summary);
  }
  stdout.write(summaryRecord({ files, summary }));
  tellTroubles({ errors }, run.notes);
  return exitStatus({ findings: configErrors, summary, errors }, args);
}

function sumOf(one: Summary, other: Summary): Summary {
  return {
    error: one.error + other.error,
    warning: one.warning + other.warning,
    info: one.info + other.info,
    fixable: one.fixable + other.fixable,
    affected: one.affected + other.affected,
    suppressed: one.suppressed + other.suppressed,
  };
}
