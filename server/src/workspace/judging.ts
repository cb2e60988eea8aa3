/** How a workspace judges: for what, by which rules. */
import type { Finding } from "../lint/finding.ts";
import type { RuleSettings } from "../lint/preset.ts";
import type { Rule } from "../lint/rule.ts";
import { lintFor, type Target } from "../lint/targets.ts";
import type { UnitFileName } from "../model/unit-file-name.ts";
import type { SourceFile } from "../text/source-file.ts";

/** What to judge by. */
export interface Judging {
  readonly targets: readonly [Target, ...Target[]];
  readonly settings: RuleSettings;
  readonly rules: readonly Rule[];
  /** The findings of a file by itself, the same list each time. */
  readonly ofFile: (source: SourceFile, name: UnitFileName) => readonly Finding[];
}

/** Judges by rules for targets. */
export function judgingBy(
  targets: readonly [Target, ...Target[]],
  settings: RuleSettings,
  rules: readonly Rule[],
): Judging {
  const known = new WeakMap<SourceFile, readonly Finding[]>();
  return {
    targets,
    settings,
    rules,
    ofFile(source, name) {
      const findings = known.get(source) ?? lintFor(targets, source, name, rules, settings);
      known.set(source, findings);
      return findings;
    },
  };
}
