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
  readonly hardening?: boolean | HardeningLevel;
  /** Whether comments that suppress findings must give a reason. */
  readonly requireReasons?: boolean;
}

/** How much of it: what hardly ever breaks a service, or all (which `true` means, too). */
export type HardeningLevel = "safe" | "strict";

export const defaultSettings: RuleSettings = { preset: "recommended", severities: new Map() };

/** Whether the settings want a rule to look at all. */
export function isWanted({ preset, severities, hardening }: RuleSettings, rule: Rule): boolean {
  const severity = severities.get(rule.id);
  if (severity !== undefined) return severity !== "off";
  if (rule.category === "hardening") return hardening !== undefined && hardening !== false;
  return rule.recommended !== false || preset !== "recommended";
}

/** Whether the settings let a rule tell what only unitlint sees. */
export function mayReport(settings: RuleSettings, rule: Rule): boolean {
  if (!isWanted(settings, rule) || settings.preset === "verify") return false;
  if (settings.severities.has(rule.id) || rule.category === "hardening") return true;
  return settings.preset === "all" || rule.recommended !== false;
}

/** Whether the settings want a finding told. */
export function reportedBy(settings: RuleSettings, rule: Rule, finding: Finding, problem: ReportedProblem): boolean {
  const verify = settings.preset === "verify";
  if (problem.excused === true && !verify) return false;
  if (problem.risky === true && settings.hardening === "safe") return false;
  if (problem.pedantic === true && settings.preset !== "all") return false;
  if (settings.severities.has(rule.id) || rule.category === "hardening") return true;
  if (verify) return finding.systemd !== "silent" && rule.verify !== false;
  return settings.preset === "all" || rule.recommended !== false;
}

/** Settings that differ by file. */
export interface FileSettings {
  /** By the path of the file. */
  readonly of: (path: string) => RuleSettings;
  /** All that count for some file. */
  readonly all: readonly RuleSettings[];
}
