/** What drop-ins and links of a set do to the order of the stock units, seen by their names alone. */
import { readUnitName } from "../../values/unit-name.ts";
import type { DependencyKind } from "../dependency.ts";
import { declarationOf, hasDefaults } from "../graph.ts";
import type { Unit } from "../unit.ts";
import type { UnitEntry, UnitFolder } from "../unit-folder.ts";
import { currentText, type UnitSet } from "../unit-set.ts";

/** Where the stock units stand in an order in which they may start. */
export type StockPlaces = ReadonlyMap<string, number>;

/** What has to be looked at besides the units themselves. */
export interface StockTouch {
  /** Stock units that have drop-ins. */
  readonly owners: readonly string[];
  /** Units that links make come before a place. */
  readonly linked: readonly Pick<Link, "name" | "before">[];
}

/** Drop-ins and links for the units of others; undefined where they may change what is known of the order. */
export function touchOf(set: UnitSet, places: StockPlaces): StockTouch | undefined {
  const own = set.folders.filter(({ role }) => role !== "stock");
  const owners = ownersOf(own, set, places);
  const links = linksIn(own, places);
  if (owners === undefined || links === undefined) return undefined;
  const isLate = ({ name, before }: Link) => (places.get(name) ?? -1) >= before;
  if (links.some(link => isLate(link) && orders(link, set))) return undefined;
  return { owners, linked: links.filter(({ name }) => !places.has(name)) };
}

function ownersOf(folders: readonly UnitFolder[], set: UnitSet, places: StockPlaces): readonly string[] | undefined {
  const owners: string[] = [];
  for (const { folders: owned } of folders) {
    for (const [folder, entries] of owned) {
      if (!folder.endsWith(".d")) continue;
      const owner = folder.slice(0, -".d".length);
      if (readUnitName(owner) !== undefined) owners.push(...ownedBy(owner, places));
      else if ([...entries.values()].some(entry => mayOrder(entry, set))) return undefined;
    }
  }
  return owners;
}

/** By its own name, as an instance of a template, or by the beginning of its name: `user-.slice.d` is for `user-1000.slice`. */
function ownedBy(owner: string, places: StockPlaces): readonly string[] {
  const [, start, end = ""] = /^(.*[@-])(\.[a-z]+)$/.exec(owner) ?? [];
  if (start === undefined) return places.has(owner) ? [owner] : [];
  return [...places.keys()].filter(name => name.startsWith(start) && name.endsWith(end));
}

/** Whether a drop-in of a whole type says anything of other units or of paths: only lines of these sorts bear on the order. */
function mayOrder(entry: UnitEntry, set: UnitSet): boolean {
  return /^[ \t]*(?:\[Unit\]|\w*(?:Directory|Tmp|Slice|Sockets|Standard\w+|LogNamespace|BusName|Root\w+|ManagedOOM\w+)\s*=)/m.test(
    currentText(set, entry)?.text ?? "",
  );
}

interface Link {
  readonly owner: string;
  readonly name: string;
  readonly before: number;
}

function linksIn(folders: readonly UnitFolder[], places: StockPlaces): readonly Link[] | undefined {
  const links: Link[] = [];
  for (const { folders: owned } of folders) {
    for (const [folder, entries] of owned) {
      if (folder.endsWith(".d")) continue;
      const owner = folder.slice(0, folder.lastIndexOf("."));
      const before = places.get(owner);
      if (before === undefined && mayBeOthers(owner)) return undefined;
      if (before !== undefined) for (const name of entries.keys()) links.push({ owner, name, before });
    }
  }
  return links;
}

/** Whether the link makes the target come after the unit. systemd: unit_add_default_target_dependency() */
function orders({ owner, name }: Link, set: UnitSet): boolean {
  const [target, unit] = [set.unit(owner), set.unit(name)];
  const says = (one: Unit, kind: DependencyKind, other: Unit) =>
    declarationOf(one, set).dependencies.some(({ kind: its, on }) => its === kind && set.unit(on) === other);
  if (!hasDefaults(target) || !hasDefaults(unit)) return false;
  return !says(target, "Before", unit) && !says(unit, "After", target);
}

/** Links of templates, of all units of a type, and of units that begin alike, belong to units that are not known by name. */
function mayBeOthers(owner: string): boolean {
  return readUnitName(owner) === undefined || owner.includes("@") || /-(?:\.[a-z]+)?$/.test(owner);
}
