/** What a row of the table of settings without effect is, and how it is asked. */
import type { SectionName, SystemdVersion } from "../../catalog/directive.ts";
import { flagOf, isSet, lastOf, textOf } from "../reading.ts";
import { lostAttempts } from "../refusals/lost-lines.ts";
import type { PlacedAssignment, Settings } from "../setting.ts";
import type { Unit } from "../unit.ts";

/** Settings that do nothing because of others, or without them. */
export interface Row {
  /** Of one meaning: only the first of them that is set is told. */
  readonly names: readonly string[];
  readonly sections: readonly SectionName[];
  /** The directives of the same section that decide; where a placeholder hides one, or systemd does not take its line, nothing is said. */
  readonly reads: readonly string[];
  /** The last release that holds it so. */
  readonly until?: SystemdVersion;
  /** The end of the message, where the setting does nothing. */
  readonly why: (unit: Asked) => string | undefined;
  /** What comes of it, in words. */
  readonly effect: string;
  /** Harmless, and found in units that work. */
  readonly harmless?: true;
  /** A line that makes it work. */
  readonly remedy?: string;
}

/** A unit, as rows see it: questions to one section. */
export interface Asked {
  readonly unit: Unit;
  /** What counts, as text; empty where nothing does. */
  readonly text: (name: string) => string;
  readonly flag: (name: string, otherwise: boolean) => boolean;
  readonly has: (name: string) => boolean;
  /** Whether a line names it, if only with an empty value. */
  readonly isWritten: (name: string) => boolean;
  /** All texts that count. */
  readonly texts: (name: string) => readonly string[];
}

/** A setting that does nothing. */
export interface Ineffective {
  readonly at: PlacedAssignment;
  readonly message: string;
  readonly row: Row;
}

/** What a row finds in a unit. */
export function judgeRow(row: Row, unit: Unit): Ineffective | undefined {
  for (const section of row.sections) {
    const name = row.names.find(name => isSet(unit.settings, section, name));
    const at = name === undefined ? undefined : lastOf(unit.settings, section, name);
    if (at === undefined || row.reads.some(name => !isReadable(unit.settings, section, name))) continue;
    const why = row.why(askedOf(unit, section));
    if (why === undefined || lostAttempts(unit, section, row.reads).length > 0) continue;
    return { at, message: `${at.entry.key.text}= does nothing ${why}`, row };
  }
  return undefined;
}

/** Rows that only ask whether a partner is there. */
export function needs(
  sections: readonly SectionName[],
  names: readonly string[],
  partners: readonly string[],
  effect: string,
): Row {
  const why = `without ${partners.map(partner => `${partner}=`).join(" or ")}`;
  return {
    names,
    sections,
    reads: partners,
    why: ({ has }) => (partners.some(has) ? undefined : why),
    effect,
  };
}

/** No placeholder hides it. */
function isReadable(settings: Settings, section: SectionName, name: string): boolean {
  return settings.of(section, name)?.assignments.every(({ at }) => at.parsed !== undefined) ?? true;
}

function askedOf(unit: Unit, section: SectionName): Asked {
  const { settings } = unit;
  return {
    unit,
    text: name => textOf(settings, section, name) ?? "",
    flag: (name, otherwise) => flagOf(settings, section, name, otherwise),
    has: name => isSet(settings, section, name),
    isWritten: name => settings.of(section, name) !== undefined,
    texts: name => settings.of(section, name)?.effective.map(({ entry }) => entry.value.text) ?? [],
  };
}
