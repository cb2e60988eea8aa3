/** `unitlint [PATHS…]`: finds, reads and judges unit files, and reports. */

import type { Finding, Severity } from "../../lint/finding.ts";
import { diskHost } from "../../platform/disk-host.ts";
import { rememberingHost } from "../../workspace/remembering-host.ts";
import type { NamedTarget } from "../../workspace/target-names.ts";
import type { ExitStatus } from "../exit-status.ts";
import { collectInputs } from "../inputs.ts";
import { type Judgement, lintInputs } from "../lint-inputs.ts";
import type { FailOn, LintArguments } from "../options.ts";
import { humanReporter, inputErrors } from "../reporters/human.ts";
import { jsonReporter } from "../reporters/json.ts";
import type { LintResult } from "../result.ts";
import type { Selected } from "../select-findings.ts";
import { ruleSettings } from "../settings.ts";
import { readTargets, wantedTargets } from "../targets.ts";
import { colourWanted, terminalWidth } from "../terminal.ts";

/** By their names. */
export const reporters = { human: humanReporter, json: jsonReporter };

/** Runs the linter as the arguments ask; throws a UsageError where they make no sense. */
export async function lintCommand(args: LintArguments): Promise<ExitStatus> {
  if (args.watch === true) return (await import("../watch.ts")).watch(args);
  const judgement = await judgementOf(args);
  const inputs = await collectInputs(args, judgement.host);
  const { env, stdout, stderr } = process;
  const style = { width: terminalWidth(env, stdout), colour: colourWanted(env, stdout), quiet: args.quiet };
  for (const { note } of judgement.targets) if (note !== undefined) stderr.write(`unitlint: note: ${note}\n`);
  if (args.diff === true) return (await import("../print-diff.ts")).printDiff(inputs, judgement);
  const mended = args.fix === true ? await (await import("../mend.ts")).mend(inputs, judgement) : undefined;
  const found = mended?.result ?? lintInputs(inputs, judgement);
  const { result, notes } = await selected(found, judgement);
  stderr.write(notes);
  stderr.write(inputErrors(result, { ...style, colour: colourWanted(env, stderr) }));
  (mended?.printed === undefined ? stdout : stderr).write(reporters[args.format](result, style));
  if (mended?.printed !== undefined) stdout.write(mended.printed);
  return exitStatus(result, args);
}

/** By what to judge, with what there is to say about the targets. */
export interface NamedJudgement extends Judgement {
  readonly targets: readonly [NamedTarget, ...NamedTarget[]];
}

/** By what to judge, as the arguments ask. */
export async function judgementOf(args: LintArguments): Promise<NamedJudgement> {
  const targets = await readTargets(wantedTargets(args.target, args.root));
  return { settings: ruleSettings(args), targets, args, host: rememberingHost(diskHost) };
}

/** Without what `--baseline` and `--since` leave out, and what there is to say about them. */
export async function selected(result: LintResult, judgement: Judgement): Promise<Selected> {
  const { baseline, since } = judgement.args;
  if (baseline === undefined && since === undefined) return { result, notes: "" };
  return (await import("../select-findings.ts")).selectFindings(result, judgement);
}

const weights: Readonly<Record<FailOn, number>> = { info: 1, warning: 2, error: 3, never: 4 };

function exitStatus({ findings, errors }: LintResult, { failOn, maxWarnings }: LintArguments): ExitStatus {
  if (errors.length > 0) return 2;
  const failing = findings.some(({ severity }) => weights[severity] >= weights[failOn]);
  return failing || count(findings, "warning") > (maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter(finding => finding.severity === severity).length;
}
