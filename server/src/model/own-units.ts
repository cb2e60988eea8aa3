/** The units of a set that somebody wrote: those outside the table of what systemd ships. */
import { readUnitName, withInstance } from "../values/unit-name.ts";
import type { Unit } from "./unit.ts";
import type { UnitEntry } from "./unit-folder.ts";
import type { UnitSet } from "./unit-set.ts";

/** The instance that stands for any, where a template is named without one. */
export const anyInstance = "example";

/** The names of all units outside the stock folder, without templates. */
export function ownNames(set: UnitSet): readonly string[] {
  return filesOf(set).filter(name => readUnitName(name)?.instance !== "");
}

/** An instance of each template outside the stock folder of which nothing else asks for one. */
export function exampleNames(set: UnitSet, others: readonly Unit[]): readonly string[] {
  const used = new Set(
    others.map(({ prefix, instance, type }) => (instance === undefined ? "" : `${prefix}@.${type}`)),
  );
  return filesOf(set).flatMap(name => {
    const parts = readUnitName(name);
    return parts?.instance === "" && !used.has(name) ? [withInstance(parts, anyInstance)] : [];
  });
}

/** Whether a unit's fragment lies outside the stock folder. */
export function isOwn({ folders }: UnitSet): (unit: Unit) => boolean {
  const stock = stockEntries(folders);
  return ({ entry }) => entry !== undefined && !stock.has(entry);
}

const known = new WeakMap<UnitSet["folders"], ReadonlySet<UnitEntry>>();

/** Sets that come from one another share their folders. */
function stockEntries(folders: UnitSet["folders"]): ReadonlySet<UnitEntry> {
  const found =
    known.get(folders) ?? new Set(folders.flatMap(({ role, units }) => (role === "stock" ? [...units.values()] : [])));
  known.set(folders, found);
  return found;
}

function filesOf({ folders }: UnitSet): readonly string[] {
  const own = folders.filter(({ role }) => role !== "stock");
  return [...new Set(own.flatMap(({ units }) => [...units.keys()]))].sort();
}
