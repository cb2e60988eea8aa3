/** How a workspace judges: for what, by which rules; all files alike, or as their configurations say. */
import type { Finding } from "../lint/finding.ts";
import type { FileSettings, RuleSettings } from "../lint/preset.ts";
import type { Rule } from "../lint/rule.ts";
import { type Suppressed, suppress } from "../lint/suppression/suppress.ts";
import { lintFor, type Target } from "../lint/targets.ts";
import { readOnce } from "../model/file-reading.ts";
import type { UnitFileName } from "../model/unit-file-name.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Configs, Profile } from "./config/configs.ts";

/** What to judge some files by. */
export interface Judging {
  readonly targets: readonly [Target, ...Target[]];
  readonly settings: RuleSettings;
  /** For findings about units, which may stand in files with settings of their own. */
  readonly byFile: FileSettings | undefined;
  readonly rules: readonly Rule[];
  /** The findings of a file by itself, the same list each time. */
  readonly ofFile: (source: SourceFile, name: UnitFileName) => readonly Finding[];
  /** All findings of a file less what its comments suppress; while not all is judged, no comment is called unused. */
  readonly told: (
    found: readonly Finding[],
    source: SourceFile,
    name: UnitFileName,
    isWhole: boolean,
  ) => readonly Finding[];
  /** The same with what they suppress. */
  readonly parted: (found: readonly Finding[], source: SourceFile, name: UnitFileName, isWhole: boolean) => Suppressed;
}

/** The judging of each file, by its path. */
export interface Judgings {
  /** Where no configuration says otherwise. */
  readonly usual: Judging;
  readonly of: (path: string) => Judging;
  readonly profileOf: (path: string) => Profile;
  readonly settingsOf: (path: string) => RuleSettings;
  /** Whether a configuration keeps a file from being linted. */
  readonly isIgnored: (path: string) => boolean;
  readonly configs: Configs | undefined;
}

/** Judges by rules: as the usual profile says, or as configurations do. */
export function judgingsBy(usual: Profile, configs: Configs | undefined, rules: readonly Rule[]): Judgings {
  const byProfile = new Map<Profile, Judging>();
  const profileOf = (path: string) => configs?.judging(path).profile ?? usual;
  const settingsOf = (path: string) => configs?.of(path) ?? usual.settings;
  const isIgnored = (path: string) => configs?.effective(path).ignoredBy !== undefined;
  const judgingOf = (profile: Profile): Judging => {
    const judging = byProfile.get(profile) ?? judgingBy(profile, { settingsOf, isIgnored, configs }, rules);
    byProfile.set(profile, judging);
    return judging;
  };
  const of = (path: string) => judgingOf(profileOf(path));
  return { usual: judgingOf(usual), of, profileOf, settingsOf, isIgnored, configs };
}

function judgingBy(
  { targets, settings }: Profile,
  { settingsOf, isIgnored, configs }: Pick<Judgings, "settingsOf" | "isIgnored" | "configs">,
  rules: readonly Rule[],
): Judging {
  const known = new WeakMap<SourceFile, readonly Finding[]>();
  const names = targets.map(({ name }) => name);
  const lintFile = (source: SourceFile, name: UnitFileName) =>
    isIgnored(source.path) ? [] : lintFor(targets, source, name, rules, settingsOf(source.path));
  const parted: Judging["parted"] = (found, source, name, isWhole) => {
    if (isIgnored(source.path)) return { findings: [], suppressed: [] };
    const options = { rules, settings: settingsOf(source.path), targets: names, isWhole };
    return suppress(found, readOnce(source, name, targets[0].catalog), options);
  };
  return {
    targets,
    settings,
    byFile: configs,
    rules,
    ofFile(source, name) {
      const findings = known.get(source) ?? lintFile(source, name);
      known.set(source, findings);
      return findings;
    },
    told: (found, source, name, isWhole) => parted(found, source, name, isWhole).findings,
    parted,
  };
}
