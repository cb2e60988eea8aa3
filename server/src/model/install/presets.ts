/** Presets: which units a distribution or an administrator wants enabled. systemd: read_presets(), query_presets(), src/shared/install.c */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { readUnitName } from "../../values/unit-name.ts";
import { globTest } from "./glob.ts";

/** What a rule asks for. */
export type PresetAction = "enable" | "disable" | "ignore";

/** One line of a preset file. */
export interface PresetRule {
  readonly action: PresetAction;
  /** A shell pattern for names. */
  readonly pattern: string;
  /** Behind the name of a template: the instances to enable. */
  readonly instances: readonly string[];
  readonly matches: (name: string) => boolean;
}

/** Since then there are lines `ignore`. */
const IGNORE_SINCE = 254;

/** The rules of some files, in the order in which the files are given; lines that systemd does not understand are left out. */
export function parsePresets(texts: readonly string[], version: SystemdVersion): readonly PresetRule[] {
  return texts.flatMap(text => text.split(/[\r\n\0]+/)).flatMap(line => parseLine(line, version) ?? []);
}

/** What the first rule that matches says; where none does, the unit is to be enabled. Instances behind a template play no part in it. */
export function presetOf(rules: readonly PresetRule[], name: string): PresetAction {
  return rules.find(({ matches }) => matches(name))?.action ?? "enable";
}

function parseLine(line: string, version: SystemdVersion): PresetRule | undefined {
  const [, action, rest = ""] = /^[ \t]*(enable|disable|ignore)[ \t]+(.*?)[ \t]*$/.exec(line) ?? [];
  if (action === undefined || rest === "") return undefined;
  if (action === "disable") return ruleOf(action, rest, []);
  if (action === "ignore") return version >= IGNORE_SINCE ? ruleOf(action, rest, []) : undefined;
  const [pattern = "", ...instances] = rest.split(/[ \t]+/);
  if (instances.length > 0 && readUnitName(pattern)?.instance !== "") return undefined;
  return ruleOf("enable", pattern, instances);
}

function ruleOf(action: PresetAction, pattern: string, instances: readonly string[]): PresetRule {
  return { action, pattern, instances, matches: globTest(pattern) };
}
