/** The configurations of all files: what each of them is judged by, and why. */
import { type Effective, effectiveFor, type Matches, ruleSettingsOf } from "../../lint/config/effective.ts";
import type { FileSettings, RuleSettings } from "../../lint/preset.ts";
import type { Target } from "../../lint/targets.ts";
import type { Manager } from "../../model/unit-file-name.ts";
import { folderOf } from "../path.ts";
import type { FindConfig } from "./find.ts";
import { type ConfigSource, type LoadedConfig, loadConfig } from "./load.ts";

/** How a file is judged. */
export interface FileJudging {
  /** The same object for all files that are judged alike, but for their rules. */
  readonly profile: Profile;
  readonly settings: RuleSettings;
  /** Undefined where the path of the file decides. */
  readonly scope: Manager | undefined;
}

/** What must be the same for units that are judged together. */
export interface Profile {
  readonly targets: readonly [Target, ...Target[]];
  readonly roots: readonly string[];
  readonly unitPaths: readonly string[];
  /** The settings without what single files have of their own. */
  readonly settings: RuleSettings;
}

/** Answers for absolute paths. */
export interface Configs extends FileSettings {
  readonly judging: (path: string) => FileJudging;
  readonly effective: (path: string) => Effective;
  /** What counts for the file, if anything. */
  readonly config: (path: string) => LoadedConfig | undefined;
  /** All that were read so far, in the order in which they were asked for. */
  readonly loaded: () => readonly LoadedConfig[];
}

/** What configurations stand on, and what stands above them. */
export interface ConfigsOptions {
  readonly find: FindConfig;
  readonly source: ConfigSource;
  readonly matches: Matches;
  /** What counts where nothing is said. */
  readonly base: Omit<Profile, "targets"> & { readonly targets: readonly string[] };
  /** What counts whatever a configuration says; the words of the command line. */
  readonly over?: Overriding;
  /** The targets that names mean; without names, those that the roots hold. */
  readonly targetsNamed: (names: readonly string[], roots: readonly string[]) => readonly [Target, ...Target[]];
}

/** What is said more loudly than any configuration. */
export interface Overriding {
  readonly targets: readonly string[];
  readonly roots: readonly string[];
  readonly unitPaths: readonly string[];
  readonly settings: Partial<RuleSettings>;
}

/** Reads configurations when they are asked for, each once. */
export function configsOver(options: ConfigsOptions): Configs {
  const byPath = new Map<string, LoadedConfig>();
  const configAt = (path: string): LoadedConfig | undefined => {
    const found = options.find(folderOf(path));
    if (found === undefined) return undefined;
    const config = byPath.get(found.path) ?? loadConfig(found, options.source);
    byPath.set(found.path, config);
    return config;
  };
  const effective = remembered((path: string) => effectiveFor(configAt(path)?.layers ?? [], path, options.matches));
  const settings = new Map<string, RuleSettings>();
  const profiles = new Map<string, Profile>();
  const judging = remembered((path: string): FileJudging => {
    const found = effective(path);
    const own = canonical(settings, settingsFor(found, options));
    return { settings: own, profile: profileFor(found, own, profiles, options), scope: found.options.scope?.value };
  });
  return {
    effective,
    judging,
    config: configAt,
    loaded: () => [...byPath.values()],
    of: path => judging(path).settings,
    get all() {
      return [...settings.values()];
    },
  };
}

function remembered<Value>(compute: (path: string) => Value): (path: string) => Value {
  const known = new Map<string, Value>();
  return path => {
    const value = known.has(path) ? (known.get(path) as Value) : compute(path);
    known.set(path, value);
    return value;
  };
}

function settingsFor(found: Effective, { base, over }: ConfigsOptions): RuleSettings {
  const { severities = [], ...loud } = over?.settings ?? {};
  const settings = ruleSettingsOf(found, base.settings);
  return { ...settings, ...loud, severities: new Map([...settings.severities, ...severities]) };
}

/** Settings that say the same are the same object. */
function canonical(known: Map<string, RuleSettings>, settings: RuleSettings): RuleSettings {
  const key = JSON.stringify([settings.preset, settings.hardening, settings.requireReasons, [...settings.severities]]);
  const same = known.get(key) ?? settings;
  known.set(key, same);
  return same;
}

function profileFor(
  { options: said }: Effective,
  settings: RuleSettings,
  known: Map<string, Profile>,
  { base, over, targetsNamed }: ConfigsOptions,
): Profile {
  const pick = (loud: readonly string[] | undefined, said: readonly string[] | undefined, usual: readonly string[]) =>
    loud !== undefined && loud.length > 0 ? loud : (said ?? usual);
  const roots = pick(over?.roots, said.roots?.value, base.roots);
  const unitPaths = pick(over?.unitPaths, said.unitPaths?.value, base.unitPaths);
  const names = pick(over?.targets, said.targets?.value, base.targets);
  const key = JSON.stringify([names, roots, unitPaths, settings.preset]);
  const profile = known.get(key) ?? { targets: targetsNamed(names, roots), roots, unitPaths, settings };
  known.set(key, profile);
  return profile;
}
