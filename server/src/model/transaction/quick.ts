/** A quick look whether some units can close a cycle at all: most cannot, and their surroundings need not be loaded to see it. */
import { stockOrder } from "../../catalog/stock-order.ts";
import { resolveTemplate } from "../dependencies/explicit.ts";
import type { DependencyKind } from "../dependency.ts";
import { derive } from "../derived.ts";
import { declarationOf } from "../graph.ts";
import { mountsOn } from "../mounts.ts";
import { isOwn } from "../own-units.ts";
import { valuesOf } from "../reading.ts";
import type { Unit } from "../unit.ts";
import { changeOf, type UnitSet } from "../unit-set.ts";
import { type ChangedUnit, type KnownOrder, knownOrder, type Limit, type Says } from "./known-order.ts";
import { type StockPlaces, touchOf } from "./stock-touch.ts";

/**
 * Whether a cycle of ordering with one of the units cannot be ruled out. A cycle that leaves them leads through the stock units, whose order
 * is known: some unit has to come before an earlier one of those than another unit waits for.
 */
export function mayClose(set: UnitSet, units: readonly Unit[]): boolean {
  const places = stockOrder(set.catalog.version, set.manager);
  const order = changedOrder(set, units, places) ?? wholeOrder(set, units, places);
  if (order === undefined) return true;
  clear.set(set, { order, count: units.length });
  return false;
}

/** The sets in which no cycle can be, with the number of their units. */
const clear = new WeakMap<UnitSet, { readonly order: KnownOrder; readonly count: number }>();

/** After a change, only what leads through the units that changed is looked at; undefined where that is not enough. */
function changedOrder(set: UnitSet, units: readonly Unit[], places: StockPlaces): KnownOrder | undefined {
  const change = changeOf(set);
  const before = change && clear.get(change.from);
  if (change === undefined || before === undefined || before.count !== units.length) return undefined;
  const changed = new Map<string, ChangedUnit>();
  for (const name of change.names) {
    const [old, now] = [change.from.unit(name), set.unit(name)];
    if (old.load !== now.load || old.id !== now.id) return undefined;
    if (isSameView(viewOf(old, change.from, places), viewOf(now, set, places))) continue;
    const says = saysOf(now, set, places);
    if (says === undefined || placeOf(now, places) !== undefined) return undefined;
    changed.set(now.id, { id: now.id, says });
  }
  if (changed.size === 0) return before.order;
  clear.delete(change.from);
  return before.order.take([...changed.values()]) ? before.order : undefined;
}

function isSameView(a: View, b: View): boolean {
  if (a.latest !== b.latest || a.earliest !== b.earliest || a.others.length !== b.others.length) return false;
  return a.others.every(({ on, waits, precedes }, i) => {
    const other = b.others[i];
    return other?.on === on && other.waits === waits && other.precedes === precedes;
  });
}

/** The order of the units and of those that they name; undefined where they may close a cycle. */
function wholeOrder(set: UnitSet, units: readonly Unit[], places: StockPlaces): KnownOrder | undefined {
  const touch = touchOf(set, places);
  if (touch === undefined) return undefined;
  const limits: Limit[] = touch.linked.map(({ name, before }) => ({ id: set.unit(name).id, before }));
  const found = new Set(units);
  for (const name of [...touch.owners, ...limits.map(({ id }) => id)]) found.add(set.unit(name));
  const said = new Map<string, Says>();
  for (const unit of found) {
    const says = saysOf(unit, set, places);
    if (says === undefined) return undefined;
    said.set(unit.id, says);
    for (const id of [...says.waits, ...says.precedes]) found.add(set.unit(id));
    const place = placeOf(unit, places);
    if (place !== undefined) for (const id of says.waits) limits.push({ id, before: place });
  }
  return knownOrder(said, limits);
}

/** What a unit says, one with the name of a stock unit from its place on; undefined where it does not fit there, or nothing can be told. */
function saysOf(unit: Unit, set: UnitSet, places: StockPlaces): Says | undefined {
  const view = viewOf(unit, set, places);
  const place = placeOf(unit, places);
  if (place === undefined ? unit.type === "mount" : view.latest >= place) return undefined;
  let after = Math.max(view.latest, place ?? -1);
  let before = view.earliest;
  const waited: string[] = [];
  const preceded: string[] = [];
  for (const { on, waits, precedes } of view.others) {
    const other = set.unit(on);
    if (other.load !== "loaded" || other === unit) continue;
    if (!isStock(other, set)) {
      if (waits) waited.push(other.id);
      if (precedes) preceded.push(other.id);
      continue;
    }
    const alias = placeOf(other, places);
    if (alias === undefined) return undefined;
    if (waits) after = Math.max(after, alias);
    if (precedes) before = Math.min(before, alias);
  }
  return { after, before, waits: waited, precedes: preceded };
}

/** Whether a stock unit's own file gives a unit. An instance of a stock template is a unit like any other: no stock unit names it. */
function isStock(unit: Unit, set: UnitSet): boolean {
  return unit.entry !== undefined && unit.instance === undefined && !isOwn(set)(unit);
}

/** The place of a unit that has the name of a stock unit: its own file has to fit into the order there. */
function placeOf({ names }: Unit, order: ReadonlyMap<string, number>): number | undefined {
  for (const name of names) {
    const place = order.get(name);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** What a unit says of the order: of stock units only how far it reaches, of others which they are. */
interface View {
  /** The place of the last stock unit that it waits for, and of the first one that it comes before. */
  readonly latest: number;
  readonly earliest: number;
  readonly others: readonly Relation[];
}

interface Relation {
  readonly on: string;
  readonly waits: boolean;
  readonly precedes: boolean;
}

/** Depends on the names of the set, which show the mounts; sets that share a unit may have other names. */
function viewOf(unit: Unit, set: UnitSet, order: ReadonlyMap<string, number>): View {
  const known = derive(unit, "view", () => ({ names: set.names, view: newView(unit, set, order) }));
  if (known.names === set.names) return known.view;
  return newView(unit, set, order);
}

function newView(unit: Unit, set: UnitSet, order: ReadonlyMap<string, number>): View {
  const others: Relation[] = [];
  let [latest, earliest] = [-1, Number.POSITIVE_INFINITY];
  const take = (on: string, waits: boolean, precedes: boolean) => {
    const place = order.get(on);
    if (place === undefined) others.push({ on, waits, precedes });
    else if (waits && place > latest) latest = place;
    else if (precedes && place < earliest) earliest = place;
  };
  eachRelation(unit, set, take);
  return { latest, earliest, others };
}

/** What a unit declares, the mounts on its paths, and the targets that it is installed into. */
function eachRelation(unit: Unit, set: UnitSet, take: (on: string, waits: boolean, precedes: boolean) => void): void {
  const { dependencies, mounts } = declarationOf(unit, set);
  for (const { kind, on } of dependencies)
    take(on, kind === "After" || (unit.type === "target" && pulling.has(kind)), kind === "Before");
  for (const { path } of mounts) for (const on of mountsOn(path, set.names)) take(on, true, false);
  for (const name of installs)
    for (const { value } of valuesOf(unit.settings, "Install", name)) take(resolveTemplate(value, unit), false, true);
}

const installs = ["WantedBy", "RequiredBy", "UpheldBy"];

const pulling: ReadonlySet<DependencyKind> = new Set(["Requires", "Requisite", "Wants", "BindsTo", "Upholds"]);
