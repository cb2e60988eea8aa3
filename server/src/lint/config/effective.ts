/** What counts for one file: the layers of its configuration, one over the other. */
import type { RuleId, Severity } from "../finding.ts";
import type { RuleSettings } from "../preset.ts";
import type { ConfigLayer, Given, GivenOptions } from "./layer.ts";

/** What counts, each value with the place that says it. */
export interface Effective {
  readonly options: GivenOptions;
  readonly rules: ReadonlyMap<RuleId, Given<Severity | "off">>;
  /** The pattern that keeps the file from being linted, if one does. */
  readonly ignoredBy: Given<string> | undefined;
}

/** Whether patterns as in `.gitignore`, which count from a folder, are about a file. */
export type Matches = (patterns: readonly string[], folder: string, path: string) => boolean;

/** Lays the layers that are about a file (an absolute path) over each other; later ones win. */
export function effectiveFor(layers: readonly ConfigLayer[], path: string, matches: Matches): Effective {
  let options: GivenOptions = {};
  const rules = new Map<RuleId, Given<Severity | "off">>();
  let ignoredBy: Given<string> | undefined;
  for (const layer of layers) {
    if (layer.files !== undefined && !matches(layer.files, layer.folder, path)) continue;
    options = { ...options, ...layer.options };
    for (const [rule, severity] of layer.rules) rules.set(rule, severity);
    const patterns = layer.ignores.map(({ value }) => value);
    if (patterns.length === 0 || !matches(patterns, layer.folder, path)) continue;
    ignoredBy = layer.ignores.find(({ value }) => matches([value], layer.folder, path));
  }
  return { options, rules, ignoredBy };
}

/** The settings of rules, over those that count where nothing is said. */
export function ruleSettingsOf({ options, rules }: Effective, base: RuleSettings): RuleSettings {
  const { preset, hardening, requireReasons } = options;
  return {
    preset: preset?.value ?? base.preset,
    severities: new Map([...base.severities, ...[...rules].map(([rule, { value }]) => [rule, value] as const)]),
    hardening: hardening?.value ?? base.hardening ?? false,
    requireReasons: requireReasons?.value ?? base.requireReasons ?? false,
  };
}
