/** The catalog: which directives a release of systemd knows, and in which sections of which units. */

import type { Directive, SectionName, SystemdVersion, UnitType } from "./directive.ts";
import { once, remember } from "./lazy.ts";
import { rowOf, rowsIn, table } from "./table.ts";
import { isKnown, isRemoved, knownVersions } from "./versions.ts";

export { certainty, isRemoved, knownVersions, newestVersion } from "./versions.ts";

/** What one release knows. Every answer is an immutable value, and the same one each time. */
export interface Catalog {
  readonly version: SystemdVersion;
  /** The pairs, such as `Service.RestartMode`, that a distribution gave to this release ahead of time. */
  readonly additions: ReadonlySet<string>;
  /** The unit types, in the order in which lists name them. */
  readonly unitTypes: readonly UnitType[];
  /**
   * The definition of a key in a section; undefined when that section has no such key in this release. It may be one
   * that is only parsed to be ignored: `isRemoved` tells.
   */
  directive(section: SectionName, name: string): Directive | undefined;
  /** All directives of a section, sorted by name; empty for a section without any. */
  directivesIn(section: SectionName): readonly Directive[];
  /** The names that a section offers, sorted; without those whose support is gone. */
  namesIn(section: SectionName): readonly string[];
  /** The sections in which a key exists: [Unit] first, [Install] last. */
  sectionsWith(name: string): readonly SectionName[];
  /** The sections that a unit of this type has, in their usual order. */
  sectionsOf(type: UnitType): readonly SectionName[];
  /** The unit types that have this section. */
  unitTypesWith(section: SectionName): readonly UnitType[];
}

/** The catalog of one release; a RangeError for a release that is not in `knownVersions`. */
export function catalogAt(version: SystemdVersion): Catalog {
  if (!knownVersions.includes(version)) {
    const range = `${knownVersions.at(0)} to ${knownVersions.at(-1)}`;
    throw new RangeError(`No catalog of systemd ${version}: known are ${range}`);
  }
  return catalogs(version);
}

/**
 * The same catalog that knows some more pairs, written `Section.Name`: what a distribution brought back to an older
 * release. A RangeError for a pair that no release knows.
 */
export function withAdditions(catalog: Catalog, pairs: readonly string[]): Catalog {
  const unknown = pairs.find(pair => everKnown(...split(pair)) === undefined);
  if (unknown !== undefined) throw new RangeError(`No release of systemd knows ${unknown}`);
  return catalogOf(catalog.version, new Set([...catalog.additions, ...pairs]));
}

/** The definition of a key in a section, whichever releases know it; undefined when none does. */
export function everKnown(section: SectionName, name: string): Directive | undefined {
  return rowOf(section, name);
}

const nothing: readonly never[] = [];
const unitTypes = Object.keys(table.sections) as UnitType[];
const order = once(() => sectionOrder(Object.values(table.sections)));
const catalogs = remember((version: SystemdVersion) => catalogOf(version, new Set()));

function catalogOf(version: SystemdVersion, additions: ReadonlySet<string>): Catalog {
  const knows = (row: Directive) =>
    isKnown(row, version) || (additions.size > 0 && additions.has(`${row.section}.${row.name}`));
  const directive = (section: SectionName, name: string) => {
    const row = rowOf(section, name);
    return row !== undefined && knows(row) ? row : undefined;
  };
  const directives = remember((section: SectionName) => rowsIn(section).filter(knows));
  const names = remember((section: SectionName) =>
    directives(section).flatMap(row => (isRemoved(row, version) ? [] : [row.name])),
  );
  return {
    version,
    additions,
    unitTypes,
    directive,
    // Only of a section that exists is the answer kept: of others there is no end.
    directivesIn: section => (order().includes(section) ? directives(section) : nothing),
    namesIn: section => (order().includes(section) ? names(section) : nothing),
    sectionsWith: name => order().filter(section => directive(section, name) !== undefined),
    sectionsOf: type => table.sections[type],
    unitTypesWith: section => unitTypes.filter(type => table.sections[type].includes(section)),
  };
}

function split(pair: string): [section: SectionName, name: string] {
  const dot = pair.indexOf(".");
  return [pair.slice(0, Math.max(dot, 0)), pair.slice(dot + 1)];
}

/** The first section of every type, then the second ones, and so on; each once. */
function sectionOrder(lists: readonly (readonly SectionName[])[]): SectionName[] {
  const length = Math.max(...lists.map(list => list.length));
  const columns = Array.from({ length }, (_, column) => lists.flatMap(list => list[column] ?? []));
  return [...new Set(columns.flat())];
}
