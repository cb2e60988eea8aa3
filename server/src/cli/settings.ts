/** What the arguments ask of the rules. */
import { CONFIG_RULE } from "../lint/config/mistake.ts";
import type { RuleId, Severity } from "../lint/finding.ts";
import { defaultSettings, type RuleSettings } from "../lint/preset.ts";
import { rules } from "../rules/index.ts";
import { unknownRule } from "./commands/explain.ts";
import type { LintArguments } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** Preset and severities; throws a UsageError for a rule or severity that does not exist. */
export function ruleSettings(args: RuleArguments): RuleSettings {
  return { ...defaultSettings, ...loudSettings(args) };
}

/** What of it the arguments say, which counts more than a configuration. */
export function loudSettings({ preset, rule, hardening }: RuleArguments): Partial<RuleSettings> {
  const severities = new Map(rule.map(parseSeverity));
  return { ...(preset !== undefined && { preset }), ...(hardening !== undefined && { hardening }), severities };
}

type RuleArguments = Pick<LintArguments, "preset" | "rule" | "hardening">;

function parseSeverity(setting: string): [RuleId, Severity | "off"] {
  const [id = "", severity = ""] = setting.split("=");
  if (id === CONFIG_RULE) throw new UsageError(`--rule ${setting}: ${id} cannot be set; --no-config reads none`);
  if (!rules.some(rule => rule.id === id)) throw new UsageError(unknownRule(id));
  if (isSeverity(severity)) return [id, severity];
  throw new UsageError(`--rule ${setting}: write --rule ${id}=error, =warning, =info or =off`);
}

function isSeverity(word: string): word is Severity | "off" {
  return word === "error" || word === "warning" || word === "info" || word === "off";
}
