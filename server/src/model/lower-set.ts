/** Sets in layers: what the upper folders do not concern is loaded once, by the set below, and shared by all above it. */
import { ownersOf } from "./drop-ins.ts";
import type { Unit } from "./unit.ts";
import type { UnitFolder } from "./unit-folder.ts";
import type { UnitSet } from "./unit-set.ts";

/** The set below some folders. */
export interface LowerSet {
  readonly set: UnitSet;
  /** The names of units that have files or links in those folders, or of which texts changed since. */
  readonly differs: ReadonlySet<string>;
  /** The names for which those folders have folders of drop-ins or links. */
  readonly owners: ReadonlySet<string>;
}

/** A set below some folders. */
export function lowerSet(set: UnitSet, folders: readonly UnitFolder[]): LowerSet {
  const differs = new Set<string>();
  for (const { units } of folders) {
    for (const [name, { link }] of units) {
      differs.add(name);
      if (link !== undefined) differs.add(link.name);
    }
  }
  return { set, differs, owners: ownedNames(folders) };
}

/** The unit of a name that has a file or link in the set below and is the same above it; undefined for others, which are not kept below. */
export function sharedUnit({ set, differs, owners }: LowerSet, name: string): Unit | undefined {
  if (differs.has(name) || !set.names.targets.has(name)) return undefined;
  const unit = set.unit(name);
  if (unit.names.some(one => differs.has(one) || differs.has(templateOf(one)))) return undefined;
  const isOwned = owners.size > 0 && ownersOf(unit.names, unit.type).some(list => list.some(one => owners.has(one)));
  return isOwned ? undefined : unit;
}

function templateOf(name: string): string {
  return name.includes("@") ? name.replace(/@.*(?=\.[a-z]+$)/, "@") : name;
}

/** The names for which some folders have folders of drop-ins or links. */
export function ownedNames(folders: readonly UnitFolder[]): ReadonlySet<string> {
  const names = folders.flatMap(folder => [...folder.folders.keys()]);
  return new Set(names.map(name => name.slice(0, name.lastIndexOf("."))));
}
