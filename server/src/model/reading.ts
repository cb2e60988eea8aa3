/** Single questions to merged settings: what does the last assignment say, which values count. */
import type { SectionName } from "../catalog/directive.ts";
import type { PlacedAssignment, Settings } from "./setting.ts";

/** One of several values of an assignment, with the line that says it. */
export interface PlacedValue {
  readonly value: string;
  readonly at: PlacedAssignment;
}

/** The assignment that counts of a directive whose last one wins; undefined where the default holds. */
export function lastOf(settings: Settings, section: SectionName, name: string): PlacedAssignment | undefined {
  return settings.of(section, name)?.effective.at(-1);
}

/** What that assignment stores, as text; undefined where the default holds, or a placeholder hides it. */
export function textOf(settings: Settings, section: SectionName, name: string): string | undefined {
  const at = lastOf(settings, section, name);
  if (at?.parsed === undefined) return undefined;
  return typeof at.parsed.value === "string" ? at.parsed.value : at.entry.value.text;
}

/** What a boolean says; the given default where it says nothing. */
export function flagOf(settings: Settings, section: SectionName, name: string, otherwise: boolean): boolean {
  const value = lastOf(settings, section, name)?.parsed?.value;
  return typeof value === "boolean" ? value : otherwise;
}

/** Whether anything counts of a directive; a placeholder does. */
export function isSet(settings: Settings, section: SectionName, name: string): boolean {
  return (settings.of(section, name)?.effective.length ?? 0) > 0;
}

/** All values of a directive that lists texts, in order. */
export function valuesOf(settings: Settings, section: SectionName, name: string): readonly PlacedValue[] {
  const setting = settings.of(section, name);
  if (setting === undefined) return nothing;
  return setting.effective.flatMap(at => textsIn(at).map(value => ({ value, at })));
}

const nothing: readonly PlacedValue[] = [];

function textsIn({ parsed }: PlacedAssignment): readonly string[] {
  const value = parsed?.value;
  if (typeof value === "string") return value === "" ? [] : [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}
