/** The generated table of every directive that any known release has, and how to find a row in it. */

import data from "../../data/directives.json" with { type: "json" };
import type { Directive, SectionName, SystemdVersion, UnitType } from "./directive.ts";
import { once, remember } from "./lazy.ts";

/** The shape of `server/data/directives.json`; `test/generated.test.ts` proves that the file has it. */
interface Table {
  /** The newest release. */
  readonly systemd: SystemdVersion;
  /** The oldest release that the rows speak of. */
  readonly oldest: SystemdVersion;
  /** The releases whose own tables were read; what is said of the others is derived. */
  readonly exact: readonly SystemdVersion[];
  /** The same for all releases. */
  readonly sections: Readonly<Record<UnitType, readonly SectionName[]>>;
  /** Sorted by section, then by name. */
  readonly directives: readonly Directive[];
}

export const table = data as unknown as Table;

/** All rows of a section that any release knows, sorted by name; empty for a section without any. */
export function rowsIn(section: SectionName): readonly Directive[] {
  return bySection().get(section) ?? [];
}

/** The row of a pair, whichever releases know it; undefined when none does. */
export function rowOf(section: SectionName, name: string): Directive | undefined {
  return bySection().has(section) ? byName(section).get(name) : undefined;
}

const bySection = once(() => {
  const groups = new Map<SectionName, Directive[]>();
  for (const directive of table.directives) {
    const group = groups.get(directive.section);
    if (group === undefined) groups.set(directive.section, [directive]);
    else group.push(directive);
  }
  return groups;
});

const byName = remember((section: SectionName) => new Map(rowsIn(section).map(row => [row.name, row])));
