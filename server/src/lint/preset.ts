/** Which findings are wanted: presets and severities by rule. */
import type { Finding, RuleId, Severity } from "./finding.ts";
import type { ReportedProblem, Rule } from "./rule.ts";

/**
 * Rules of the category `hardening` are in none: they are told where they are asked for. `verify`: only what `systemd-analyze verify` of the target complains about; `recommended`: that and the mistakes it does not
 * see; `all`: every rule.
 */
export type Preset = "verify" | "recommended" | "all";

export const presets: readonly Preset[] = ["verify", "recommended", "all"];

/** What the user asked for. */
export interface RuleSettings {
  readonly preset: Preset;
  readonly severities: ReadonlyMap<RuleId, Severity | "off">;
  /** Whether the rules of the category `hardening` are asked for. */
  readonly hardening?: boolean;
}

export const defaultSettings: RuleSettings = { preset: "recommended", severities: new Map() };

/** Whether the settings want a rule to look at all. */
export function isWanted({ severities, hardening }: RuleSettings, { id, category }: Rule): boolean {
  const severity = severities.get(id);
  if (severity !== undefined) return severity !== "off";
  return category !== "hardening" || hardening === true;
}

/** Whether the settings want a finding told. */
export function reportedBy(settings: RuleSettings, rule: Rule, finding: Finding, problem: ReportedProblem): boolean {
  const verify = settings.preset === "verify";
  if (problem.excused === true && !verify) return false;
  if (problem.pedantic === true && settings.preset !== "all") return false;
  if (settings.severities.has(rule.id) || rule.category === "hardening") return true;
  if (verify) return finding.systemd !== "silent" && rule.verify !== false;
  return settings.preset === "all" || rule.recommended !== false;
}
