/** From the arguments of a run to what it found. */
import { diskHost } from "../platform/disk-host.ts";
import { rememberingHost } from "../workspace/remembering-host.ts";
import { lookUpConfigs } from "./config-lookup.ts";
import { collectInputs } from "./inputs.ts";
import { lintInputs } from "./lint-inputs.ts";
import type { LintArguments } from "./options.ts";
import type { LintResult } from "./result.ts";
import type { Part } from "./scale/part.ts";
import { ruleSettings } from "./settings.ts";
import { readTargets, wantedTargets } from "./targets.ts";

/** Judges what the arguments name, or a part of it; `notes` are for people, about the targets. */
export async function lintPaths(
  args: LintArguments,
  part?: Part,
): Promise<{ readonly result: LintResult; readonly notes: readonly string[] }> {
  const targets = await readTargets(wantedTargets(args.target, args.root));
  const host = rememberingHost(diskHost);
  const inputs = await collectInputs(args, host);
  const paths = inputs.inputs.map(({ path }) => path);
  const configs = await lookUpConfigs(args, paths, host);
  const judgement = { settings: ruleSettings(args), targets, args, host, configs, ...(part && { part }) };
  const result = lintInputs(inputs, judgement);
  return { result, notes: targets.flatMap(({ note }) => note ?? []) };
}
