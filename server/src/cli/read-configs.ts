/** Reads configurations for the command line; loaded only where there is one. */
import { distribution, distributionNames } from "../catalog/targets.ts";
import { CONFIG_RULE } from "../lint/config/mistake.ts";
import { defaultSettings } from "../lint/preset.ts";
import type { Target } from "../lint/targets.ts";
import { diskHost } from "../platform/disk-host.ts";
import { gitPatterns } from "../platform/git-ignore.ts";
import { hostSystemdVersion } from "../platform/host-systemd.ts";
import { readJsonText } from "../platform/json-text.ts";
import { absolutePath } from "../platform/process.ts";
import { rules } from "../rules/index.ts";
import { type Configs, type ConfigsOptions, configsOver } from "../workspace/config/configs.ts";
import type { FindConfig } from "../workspace/config/find.ts";
import { matcher } from "../workspace/config/match.ts";
import { isWithin } from "../workspace/path.ts";
import { targetNamed, wantedTargets } from "../workspace/target-names.ts";
import type { ConfigArguments, ConfigPlaces } from "./config-lookup.ts";
import { loudSettings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

/** The configurations of some paths. */
export async function readConfigs(
  args: ConfigArguments,
  paths: readonly string[],
  { host, find = only(args.config) }: ConfigPlaces,
): Promise<Configs> {
  const options: ConfigsOptions = {
    find,
    source: {
      host,
      readJson: readJsonText,
      show: shownPath,
      knowledge: { ruleIds: rules.map(({ id }) => id).filter(id => id !== CONFIG_RULE), targetProblem },
    },
    matches: matcher(gitPatterns),
    base: { targets: [], roots: [], unitPaths: [], settings: defaultSettings },
    over: { targets: namesIn(args.target), roots: args.root, unitPaths: args.unitPath, settings: loudSettings(args) },
    targetsNamed,
  };
  const configs = loaded(configsOver(options), paths);
  if (!configs.loaded().some(({ wantsYaml }) => wantsYaml)) return configs;
  const { readYamlText } = await import("../platform/yaml-text.ts");
  return loaded(configsOver({ ...options, source: { ...options.source, readYaml: readYamlText } }), paths);
}

function loaded(configs: Configs, paths: readonly string[]): Configs {
  for (const path of paths) configs.config(absolutePath(path));
  return configs;
}

/** The words of `--target`, which may name several with commas. */
export function namesIn(words: readonly string[]): readonly string[] {
  return words
    .flatMap(word => word.split(","))
    .map(word => word.trim())
    .filter(word => word !== "");
}

/** Relative to the working directory for what lies in it. */
export function shownPath(path: string): string {
  const here = absolutePath(".");
  return isWithin(here, path) && path !== here ? path.slice(here === "/" ? 1 : here.length + 1) : path;
}

function only(named: string | boolean | undefined): FindConfig {
  const path = absolutePath(String(named));
  const outcome = diskHost.read(path);
  if ("problem" in outcome) throw new UsageError(`--config ${named}: ${outcome.problem}`);
  if (!/\.(?:jsonc?|ya?ml)$/.test(path))
    throw new UsageError(`--config ${named}: name a .json, .jsonc, .yaml or .yml file`);
  return () => ({ path, beside: [] });
}

const lookups = { distribution, distributionNames, hostVersion: hostSystemdVersion };

function targetProblem(name: string): string | undefined {
  const outcome = targetNamed(name, lookups);
  return "problem" in outcome ? outcome.problem : undefined;
}

/** Names that mean nothing were told already, or are a usage error that is thrown before. */
function targetsNamed(names: readonly string[], roots: readonly string[]): readonly [Target, ...Target[]] {
  const found = [...new Set(wantedTargets(diskHost, names, roots))].flatMap(name => {
    const target = targetNamed(name, lookups);
    return "problem" in target ? [] : [target];
  });
  const [first, ...others] = found;
  return first === undefined ? targetsNamed([], roots) : [first, ...others];
}
