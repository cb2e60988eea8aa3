/** How each input is judged: all alike, or as their configurations say; and which are not judged at all. */
import { CONFIG_RULE } from "../lint/config/mistake.ts";
import type { Finding, TargetName } from "../lint/finding.ts";
import type { FileSettings, Preset, RuleSettings } from "../lint/preset.ts";
import type { Target } from "../lint/targets.ts";
import { absolutePath } from "../platform/process.ts";
import type { Configs, FileJudging, Profile } from "../workspace/config/configs.ts";
import type { Input } from "./input.ts";
import type { LintArguments } from "./options.ts";
import { printable } from "./terminal.ts";

/** What counts for all where there is no configuration. */
export interface UsualJudging {
  readonly settings: RuleSettings;
  readonly targets: readonly [Target, ...Target[]];
  readonly args: Pick<LintArguments, "root" | "unitPath" | "paths">;
  readonly configs?: Configs | undefined;
}

/** Answers for paths as the user names them. */
export interface Judgings {
  readonly of: (path: string) => FileJudging;
  /** For findings about units; undefined where all files have the same settings. */
  readonly byFile: FileSettings | undefined;
}

/** How files are judged. */
export function judgingsOf({ settings, targets, args, configs }: UsualJudging): Judgings {
  if (configs !== undefined) {
    const of = (path: string) => configs.judging(absolutePath(path));
    const byFile: FileSettings = {
      of: path => of(path).settings,
      get all() {
        return configs.all;
      },
    };
    return { of, byFile };
  }
  const profile: Profile = { settings, targets, roots: args.root, unitPaths: args.unitPath };
  const usual = { profile, settings, scope: undefined };
  return { of: () => usual, byFile: undefined };
}

/** The inputs that are judged, and what there is to say of the others. */
export interface SelectedInputs {
  readonly inputs: readonly Input[];
  /** What is wrong with configurations. */
  readonly findings: readonly Finding[];
  /** One line each, for people. */
  readonly notes: readonly string[];
}

/** Leaves out what a configuration ignores, and what lies below one that has mistakes. */
export function selectInputs(
  inputs: readonly Input[],
  { configs, args }: { readonly configs?: Configs | undefined; readonly args: Pick<LintArguments, "paths"> },
): SelectedInputs {
  if (configs === undefined) return { inputs, findings: [], notes: [] };
  const notes: string[] = [];
  const kept = inputs.filter(({ path }) => {
    const absolute = absolutePath(path);
    if (configs.config(absolute)?.findings.some(isError)) return false;
    const by = configs.effective(absolute).ignoredBy;
    if (by === undefined) return true;
    const { line } = by.file.position(by.span.start);
    if (args.paths.includes(path)) notes.push(`${printable(path)} is ignored: ${printable(by.file.path)}:${line}`);
    return false;
  });
  return { inputs: kept, findings: mistakesOf(configs), notes };
}

/** Each once, though several configurations may extend the one that has it. */
function mistakesOf(configs: Configs): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const finding of configs.loaded().flatMap(({ findings }) => findings)) {
    const { file, span, message } = finding;
    const identity = `${file.path} ${span.start} ${span.end} ${message}`;
    if (!found.has(identity)) found.set(identity, finding);
  }
  return [...found.values()];
}

/** Whether a finding is one of a configuration that cannot be relied on. */
export function isConfigError(finding: Pick<Finding, "rule" | "severity">): boolean {
  return finding.rule === CONFIG_RULE && isError(finding);
}

function isError({ severity }: Pick<Finding, "severity">): boolean {
  return severity === "error";
}

/** All targets of a run, each once, and the preset that is told: that of all files, else the usual one. */
export function summaryOf(
  judgings: readonly FileJudging[],
  { settings, targets }: UsualJudging,
): { readonly targets: readonly Target[]; readonly names: readonly TargetName[]; readonly preset: Preset } {
  const profiles = new Set(judgings.map(({ profile }) => profile));
  const byName = new Map(
    [...profiles].flatMap(profile => profile.targets.map(target => [target.name, target] as const)),
  );
  const all = byName.size === 0 ? targets : [...byName.values()];
  const presets = new Set(judgings.map(({ settings }) => settings.preset));
  const [preset = settings.preset] = presets;
  return { targets: all, names: all.map(({ name }) => name), preset: presets.size > 1 ? settings.preset : preset };
}
