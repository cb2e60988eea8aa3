/** All that a unit says of a directive, in order, for settings to which each assignment adds or takes something. */
import type { SectionName } from "../catalog/directive.ts";
import type { Settings } from "../model/setting.ts";

/**
 * What the assignments store, also the empty ones that clear; lines that systemd drops are left out, unless `all` are wanted, since some
 * lists begin with a line of which nothing is left. What a placeholder hides is left out too.
 */
export function replay(settings: Settings, section: SectionName, name: string, which?: "all"): readonly unknown[] {
  const assignments = settings.of(section, name)?.assignments ?? [];
  return assignments.flatMap(({ at: { parsed, entry }, loss }) => {
    if (parsed === undefined || (loss?.reason === "refused" && which !== "all")) return [];
    return [entry.value.text === "" ? "" : parsed.value];
  });
}

/** A list as value grammars give it: words, turned around where `~` stands before them. */
export interface InvertibleList {
  readonly inverted: boolean;
  readonly words: readonly string[];
}

/** Whether a stored value is such a list. */
export function isInvertible(value: unknown): value is InvertibleList {
  return typeof value === "object" && value !== null && "inverted" in value && "words" in value;
}
