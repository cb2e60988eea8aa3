/** The units that the lines of a unit name, word by word. */
import type { SectionName } from "../catalog/directive.ts";
import type { ValueContext } from "../values/kind.ts";
import { MappedText } from "../values/mapped-text.ts";
import { expandSpecifiers } from "../values/specifiers.ts";
import { readUnitName } from "../values/unit-name.ts";
import { resolveTemplate } from "./dependencies/explicit.ts";
import type { Place } from "./place.ts";
import type { PlacedAssignment, Setting } from "./setting.ts";
import type { Unit } from "./unit.ts";

/** A word that names a unit. */
export interface NamedUnit {
  /** With specifiers resolved, and the instance in the place of a template. */
  readonly name: string;
  readonly written: string;
  readonly at: PlacedAssignment;
  /** The word. */
  readonly place: Place;
}

/** The units that the effective lines of a directive name, in order; words that are no names of units are left out. */
export function namedUnits(unit: Unit, section: SectionName, directive: string): readonly NamedUnit[] {
  const setting = unit.settings.of(section, directive);
  if (setting === undefined) return nothing;
  if (unit !== latest.unit) latest = { unit, found: new Map() };
  const found = latest.found.get(setting) ?? setting.effective.flatMap(at => namedIn(at, unit));
  latest.found.set(setting, found);
  return found;
}

/** The unit that a word of a value names in a unit, or in a drop-in for many where none is given; undefined where it is no name. */
export function nameMeant(word: string, at: ValueContext, unit: Unit | undefined): string | undefined {
  const isInstall = at.section === "Install";
  const text = MappedText.verbatim(word, 0);
  const known = unit === undefined ? at : { ...at, unit: unit.id };
  const name = expandSpecifiers(text, known, isInstall ? "install" : "name").text?.text;
  if (name === undefined || readUnitName(name) === undefined) return undefined;
  return unit === undefined || isInstall ? name : resolveTemplate(name, unit);
}

const nothing: readonly NamedUnit[] = [];

/** Rule after rule asks for the same words of the same unit. */
let latest: { readonly unit: Unit | undefined; readonly found: Map<Setting, readonly NamedUnit[]> } = {
  unit: undefined,
  found: new Map(),
};

function namedIn(at: PlacedAssignment, unit: Unit): readonly NamedUnit[] {
  const { value, parts = [] } = at.parsed ?? {};
  const names = (Array.isArray(value) ? value : [value]).filter(name => typeof name === "string");
  const words = parts.filter(({ kind }) => kind === "unit-name");
  const aligned = words.length === names.length;
  return words.flatMap(({ span }, i): NamedUnit[] => {
    const { file, entry } = at;
    const written = entry.value.text.slice(span.start, span.end);
    const name = aligned ? names[i] : names.find(name => name === written);
    if (name === undefined) return [];
    return [
      {
        name: resolveTemplate(name, unit),
        written,
        at,
        place: { file, line: entry, span: entry.value.toSource(span) },
      },
    ];
  });
}
