/** From the arguments of a run to what it found. */
import { diskHost } from "../platform/disk-host.ts";
import { confinedTo } from "../workspace/confined-host.ts";
import { rememberingHost } from "../workspace/remembering-host.ts";
import { lookUpConfigs } from "./config-lookup.ts";
import { collectInputs, type Inputs } from "./inputs.ts";
import { type Judgement, lintInputs } from "./lint-inputs.ts";
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
  const { inputs, judgement, notes } = await askedFor(args, part);
  return { result: lintInputs(inputs, judgement), notes };
}

/** What is to be judged, and by what. */
export interface Asked {
  readonly inputs: Inputs;
  readonly judgement: Judgement;
  readonly notes: readonly string[];
}

/** Finds what the arguments name; nothing is read but configurations. */
export async function askedFor(args: LintArguments, part?: Part): Promise<Asked> {
  const targets = await readTargets(wantedTargets(args.target, args.root));
  const host = rememberingHost(confinedTo(diskHost, args.root));
  const inputs = await collectInputs(args, host);
  const paths = inputs.inputs.map(({ path }) => path);
  const configs = await lookUpConfigs(args, paths, host);
  const judgement = { settings: ruleSettings(args), targets, args, host, configs, ...(part && { part }) };
  return { inputs, judgement, notes: targets.flatMap(({ note }) => note ?? []) };
}
