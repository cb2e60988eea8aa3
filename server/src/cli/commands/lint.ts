/** `unitlint [PATHS…]`: finds, reads and judges unit files, and reports. */

import type { Finding, Severity } from "../../lint/finding.ts";
import { diskHost } from "../../platform/disk-host.ts";
import { rememberingHost } from "../../workspace/remembering-host.ts";
import { lookUpConfigs } from "../config-lookup.ts";
import type { ExitStatus } from "../exit-status.ts";
import { isConfigError } from "../file-judging.ts";
import { collectInputs } from "../inputs.ts";
import { lintInputs } from "../lint-inputs.ts";
import type { FailOn, LintArguments } from "../options.ts";
import { humanReporter, inputErrors } from "../reporters/human.ts";
import { jsonReporter } from "../reporters/json.ts";
import type { LintResult } from "../result.ts";
import { ruleSettings } from "../settings.ts";
import { readTargets, wantedTargets } from "../targets.ts";
import { colourWanted, terminalWidth } from "../terminal.ts";

const reporters = { human: humanReporter, json: jsonReporter };

/** Runs the linter as the arguments ask; throws a UsageError where they make no sense. */
export async function lintCommand(args: LintArguments): Promise<ExitStatus> {
  const targets = await readTargets(wantedTargets(args.target, args.root));
  const host = rememberingHost(diskHost);
  const settings = ruleSettings(args);
  const inputs = await collectInputs(args, host);
  const paths = inputs.inputs.map(({ path }) => path);
  const configs = await lookUpConfigs(args, paths, host);
  const result = lintInputs(inputs, { settings, targets, args, host, configs });
  const { env, stdout, stderr } = process;
  const style = { width: terminalWidth(env, stdout), colour: colourWanted(env, stdout), quiet: args.quiet };
  for (const { note } of targets) if (note !== undefined) stderr.write(`unitlint: note: ${note}\n`);
  stderr.write(inputErrors(result, { ...style, colour: colourWanted(env, stderr) }));
  stdout.write(reporters[args.format](result, style));
  return exitStatus(result, args);
}

const weights: Readonly<Record<FailOn, number>> = { info: 1, warning: 2, error: 3, never: 4 };

function exitStatus({ findings, errors }: LintResult, { failOn, maxWarnings }: LintArguments): ExitStatus {
  if (errors.length > 0 || findings.some(isConfigError)) return 2;
  const failing = findings.some(({ severity }) => weights[severity] >= weights[failOn]);
  return failing || count(findings, "warning") > (maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter(finding => finding.severity === severity).length;
}
