/** A quick look whether some units can close a cycle at all: most cannot, and their surroundings need not be loaded to see it. */
import { stockOrder } from "../../catalog/stock-order.ts";
import { readUnitName } from "../../values/unit-name.ts";
import { resolveTemplate } from "../dependencies/explicit.ts";
import type { DependencyKind } from "../dependency.ts";
import { derive } from "../derived.ts";
import { declarationOf } from "../graph.ts";
import { mountsOn } from "../mounts.ts";
import { valuesOf } from "../reading.ts";
import type { Unit } from "../unit.ts";
import type { UnitEntry } from "../unit-folder.ts";
import { changeOf, type UnitSet } from "../unit-set.ts";

/**
 * Whether a cycle of ordering with one of the units cannot be ruled out. A cycle that leaves them leads through the stock units, whose order
 * is known: some unit has to come before an earlier one of those than another unit waits for.
 */
export function mayClose(set: UnitSet, units: readonly Unit[]): boolean {
  const order = stockOrder(set.catalog.version, set.manager);
  const known = isStillClear(set, units, order);
  if (known || !findsCycle(set, units, order)) {
    clear.set(set, units.length);
    return false;
  }
  return true;
}

/** The sets in which no cycle can be, with the number of their units. */
const clear = new WeakMap<UnitSet, number>();

/** After a change that leaves the order alone, the answer is the one from before. */
function isStillClear(set: UnitSet, units: readonly Unit[], order: ReadonlyMap<string, number>): boolean {
  const change = changeOf(set);
  if (change === undefined || clear.get(change.from) !== units.length) return false;
  return [...change.names].every(name => {
    const [before, after] = [change.from.unit(name), set.unit(name)];
    return before.load === after.load && isSameView(viewOf(before, change.from, order), viewOf(after, set, order));
  });
}

function isSameView(a: View, b: View): boolean {
  if (a.latest !== b.latest || a.earliest !== b.earliest || a.others.length !== b.others.length) return false;
  return a.others.every(({ on, waits, precedes }, i) => {
    const other = b.others[i];
    return other?.on === on && other.waits === waits && other.precedes === precedes;
  });
}

function findsCycle(set: UnitSet, units: readonly Unit[], order: ReadonlyMap<string, number>): boolean {
  if (changesStock(set, order)) return true;
  const stock = new Set(set.folders.find(({ role }) => role === "stock")?.units.values() ?? []);
  const found: Unit[] = [...units];
  const indexes = new Map(units.map((unit, i) => [unit, i]));
  const steps: Step[] = [];
  const reaches: Reach[] = [];
  for (let at = 0; at < found.length; at++) {
    const unit = found[at];
    if (unit === undefined) return true;
    const view = viewOf(unit, set, order);
    const place = placeOf(unit, order);
    if (place === undefined && unit.type === "mount") return true;
    const reach = reachOf(reaches, at);
    reach.after = Math.max(reach.after, view.latest, place ?? -1);
    reach.before = Math.min(reach.before, view.earliest);
    if (place !== undefined && view.latest >= place) return true;
    for (const { on, waits, precedes } of view.others) {
      const other = set.unit(on);
      if (other.load !== "loaded" || other === unit) continue;
      const to = indexOf(other, indexes, found, stock);
      const alias = to === undefined ? placeOf(other, order) : undefined;
      if (to === undefined && alias === undefined) return true;
      if (waits) reach.after = Math.max(reach.after, alias ?? -1);
      if (precedes) reach.before = Math.min(reach.before, alias ?? reach.before);
      if (to === undefined) continue;
      if (precedes) steps.push([at, to]);
      if (waits) {
        steps.push([to, at]);
        const known = reachOf(reaches, to);
        known.before = Math.min(known.before, place ?? known.before);
      }
    }
  }
  return !isSortable(reaches, steps);
}

/** Between which stock units a unit starts, as far as is known: after the one of the first place, before that of the second. */
interface Reach {
  after: number;
  before: number;
}

function reachOf(reaches: Reach[], at: number): Reach {
  const reach = reaches[at] ?? { after: -1, before: Number.POSITIVE_INFINITY };
  reaches[at] = reach;
  return reach;
}

/** The place of a unit that has the name of a stock unit: its own file has to fit into the order there. */
function placeOf({ names }: Unit, order: ReadonlyMap<string, number>): number | undefined {
  for (const name of names) {
    const place = order.get(name);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Drop-ins and links for the units of others may change what is known of these. */
function changesStock({ folders }: UnitSet, order: ReadonlyMap<string, number>): boolean {
  return folders.some(
    ({ role, folders }) =>
      role !== "stock" && [...folders].some(([name, entries]) => changesOwner(name, entries, order)),
  );
}

function changesOwner(
  folder: string,
  entries: ReadonlyMap<string, UnitEntry>,
  order: ReadonlyMap<string, number>,
): boolean {
  const dot = folder.lastIndexOf(".");
  const owner = folder.slice(0, dot);
  if (folder.endsWith(".d")) return mayBeOthers(owner, order) && [...entries.values()].some(mayOrder);
  const place = order.get(owner);
  if (place === undefined) return mayBeOthers(owner, order);
  return [...entries.keys()].some(name => (order.get(name) ?? Number.POSITIVE_INFINITY) >= place);
}

function mayBeOthers(owner: string, order: ReadonlyMap<string, number>): boolean {
  return readUnitName(owner) === undefined || order.has(owner) || owner.includes("@") || /-(?:\.[a-z]+)?$/.test(owner);
}

/** Whether a drop-in says anything of other units or of paths: only lines of these sorts bear on the order. */
function mayOrder(entry: UnitEntry): boolean {
  return /^[ \t]*(?:\[Unit\]|\w*(?:Directory|Tmp|Slice|Sockets|Standard\w+|LogNamespace|BusName|Root\w+|ManagedOOM\w+)\s*=)/m.test(
    entry.read()?.text ?? "",
  );
}

/**
 * The number of a unit, given to it when it is first met; undefined for a stock unit. An instance of a stock template that has no place is
 * one like any other: no stock unit names it.
 */
function indexOf(
  unit: Unit,
  indexes: Map<Unit, number>,
  found: Unit[],
  stock: ReadonlySet<UnitEntry>,
): number | undefined {
  const known = indexes.get(unit);
  const isStock = unit.entry !== undefined && stock.has(unit.entry) && unit.instance === undefined;
  if (known !== undefined || isStock) return known;
  indexes.set(unit, found.length);
  return found.push(unit) - 1;
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

function viewOf(unit: Unit, set: UnitSet, order: ReadonlyMap<string, number>): View {
  return derive(unit, "view", () => {
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
  });
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

/** A step from one number to a later one. */
type Step = readonly [from: number, to: number];

/**
 * Whether all can be put in a row so that every step leads forward and each stays between its stock units: by taking away what no step leads
 * to. Who waits for a unit comes after all that this one waits for.
 */
function isSortable(reaches: readonly Reach[], steps: readonly Step[]): boolean {
  const next = reaches.map((): number[] => []);
  const waiting = new Array<number>(reaches.length).fill(0);
  for (const [from, to] of steps) {
    next[from]?.push(to);
    waiting[to] = (waiting[to] ?? 0) + 1;
  }
  const free = [...waiting.keys()].filter(number => waiting[number] === 0);
  for (const number of free) {
    const reach = reaches[number];
    if (reach === undefined || reach.after >= reach.before) return false;
    for (const to of next[number] ?? []) {
      const later = reaches[to];
      if (later !== undefined) later.after = Math.max(later.after, reach.after);
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) free.push(to);
    }
  }
  return free.length === reaches.length;
}
