/** The catalog: which directives a release of systemd knows, and in which sections of which units. */

import data from "../../data/directives.json" with { type: "json" };
import type { Directive, SectionName, SystemdVersion, UnitType } from "./directive.ts";

/** What one release of systemd knows. Every answer is an immutable value, and the same one each time. */
export interface Catalog {
  readonly version: SystemdVersion;
  /** The unit types, in the order in which lists name them. */
  readonly unitTypes: readonly UnitType[];
  /** The definition of a key in a section; undefined when that section has no such key. */
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

/** The newest release that the catalog knows. */
export const newestVersion: SystemdVersion = data.systemd;

/** Every release that `catalogAt` knows, oldest first. */
export const knownVersions: readonly SystemdVersion[] = [newestVersion];

/** The catalog of one release; a RangeError for a release that is not in `knownVersions`. */
export function catalogAt(version: SystemdVersion): Catalog {
  if (!knownVersions.includes(version)) {
    throw new RangeError(`No catalog of systemd ${version}: known are ${knownVersions.join(", ")}`);
  }
  return catalogs(version);
}

/** The generated table; `test/generated.test.ts` proves that the file has this shape. */
interface Table {
  readonly systemd: SystemdVersion;
  readonly sections: Readonly<Record<UnitType, readonly SectionName[]>>;
  readonly directives: readonly Directive[];
}

const newestTable = data as unknown as Table;
const nothing: readonly never[] = [];

const catalogs = remember((_version: SystemdVersion) => catalogOf(newestTable));

/** Nothing is computed before it is first asked for: programs start with a catalog and use little of it. */
function catalogOf({ systemd, sections, directives }: Table): Catalog {
  const unitTypes = Object.keys(sections) as UnitType[];
  const bySection = once(() => grouped(directives));
  const directivesIn = (section: SectionName) => bySection().get(section) ?? nothing;
  const byName = remember((section: SectionName) => new Map(directivesIn(section).map(row => [row.name, row])));
  const namesIn = remember((section: SectionName) =>
    directivesIn(section).flatMap(({ name, removed }) => (removed ? [] : [name])),
  );
  const order = once(() => sectionOrder(Object.values(sections)));
  return {
    version: systemd,
    unitTypes,
    directive: (section, name) => (bySection().has(section) ? byName(section).get(name) : undefined),
    directivesIn,
    namesIn: section => (bySection().has(section) ? namesIn(section) : nothing),
    sectionsWith: name => order().filter(section => byName(section).has(name)),
    sectionsOf: type => sections[type],
    unitTypesWith: section => unitTypes.filter(type => sections[type].includes(section)),
  };
}

function grouped(directives: readonly Directive[]): ReadonlyMap<SectionName, readonly Directive[]> {
  const groups = new Map<SectionName, Directive[]>();
  for (const directive of directives) {
    const group = groups.get(directive.section);
    if (group === undefined) groups.set(directive.section, [directive]);
    else group.push(directive);
  }
  return groups;
}

/** The first section of every type, then the second ones, and so on; each once. */
function sectionOrder(lists: readonly (readonly SectionName[])[]): SectionName[] {
  const length = Math.max(...lists.map(list => list.length));
  const columns = Array.from({ length }, (_, column) => lists.flatMap(list => list[column] ?? []));
  return [...new Set(columns.flat())];
}

/** A function without arguments that computes its value at the first call. */
function once<Value>(compute: () => Value): () => Value {
  let value: { readonly of: Value } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}

/** A function that computes its value once for each argument; for few arguments, as it forgets none. */
function remember<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return key => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
