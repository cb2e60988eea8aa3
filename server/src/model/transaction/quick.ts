/** A quick look whether some units can close a cycle at all: most cannot, and their surroundings need not be loaded to see it. */
import { stockOrder } from "../../catalog/stock-order.ts";
import { readUnitName } from "../../values/unit-name.ts";
import { cyclesOf } from "../cycles.ts";
import { resolveTemplate } from "../dependencies/explicit.ts";
import type { DependencyKind } from "../dependency.ts";
import { declarationOf } from "../graph.ts";
import { valuesOf } from "../reading.ts";
import type { Unit } from "../unit.ts";
import type { UnitEntry } from "../unit-folder.ts";
import { pathPrefixes, unitOfPath } from "../unit-path-name.ts";
import type { UnitSet } from "../unit-set.ts";

/**
 * Whether a cycle of ordering with one of the units cannot be ruled out. A cycle that leaves them leads through the stock units, whose order
 * is known: some unit has to come before an earlier one of those than another unit waits for.
 */
export function mayClose(set: UnitSet, units: readonly Unit[]): boolean {
  const look: Look = {
    set,
    stock: new Set(set.folders.find(({ role }) => role === "stock")?.units.values() ?? []),
    order: stockOrder(set.catalog.version, set.manager),
    later: new Map(),
    latest: -1,
    earliest: Number.POSITIVE_INFINITY,
  };
  if (changesStock(look)) return true;
  const queue = [...units];
  const seen = new Set<Unit>();
  for (const unit of queue) {
    if (seen.has(unit)) continue;
    seen.add(unit);
    if (unit.type === "mount" || unit.names.some(name => look.order.has(name))) return true;
    for (const relation of relationsOf(unit, set)) if (!take(look, unit, relation, queue)) return true;
  }
  if (look.latest >= look.earliest) return true;
  return cyclesOf([...seen], unit => look.later.get(unit) ?? []).length > 0;
}

interface Look {
  readonly set: UnitSet;
  readonly stock: ReadonlySet<UnitEntry>;
  readonly order: ReadonlyMap<string, number>;
  /** Units that are no stock units, each with those that come after it. */
  readonly later: Map<Unit, Set<Unit>>;
  /** The last stock unit that any of them waits for, and the first one that any of them comes before. */
  latest: number;
  earliest: number;
}

/** Drop-ins and links for the units of others change what is known of these. */
function changesStock({ order, set }: Look): boolean {
  return set.folders.some(
    ({ role, folders }) =>
      role !== "stock" &&
      [...folders.keys()].some(folder => {
        const owner = folder.slice(0, folder.lastIndexOf("."));
        return readUnitName(owner) === undefined || order.has(owner) || owner.includes("@") || owner.endsWith("-");
      }),
  );
}

interface Relation {
  readonly kind: DependencyKind;
  readonly on: string;
}

const relations = new WeakMap<Unit, readonly Relation[]>();

/** What a unit declares, the mounts on its paths, and the targets that it is installed into; worked out once. */
function relationsOf(unit: Unit, set: UnitSet): readonly Relation[] {
  const known = relations.get(unit);
  if (known !== undefined) return known;
  const fresh = findRelations(unit, set);
  relations.set(unit, fresh);
  return fresh;
}

function findRelations(unit: Unit, set: UnitSet): readonly Relation[] {
  const { dependencies, mounts } = declarationOf(unit, set);
  const paths = new Set(mounts.flatMap(({ path }) => pathPrefixes(path)));
  const mounted = [...paths].flatMap(path => unitOfPath(path, "mount") ?? []);
  const targets = installs.flatMap(name => valuesOf(unit.settings, "Install", name));
  return [
    ...dependencies,
    ...mounted.map(on => ({ kind: "After", on }) as const),
    ...targets.map(({ value }) => ({ kind: "Before", on: resolveTemplate(value, unit) }) as const),
  ];
}

const installs = ["WantedBy", "RequiredBy", "UpheldBy"];

/** Takes one relation in; false where it leads to a unit of which too little is known. */
function take(look: Look, unit: Unit, { kind, on }: Relation, queue: Unit[]): boolean {
  const place = look.order.get(on);
  const waits = kind === "After" || (unit.type === "target" && pulling.has(kind));
  if (place !== undefined) {
    if (waits) look.latest = Math.max(look.latest, place);
    if (kind === "Before") look.earliest = Math.min(look.earliest, place);
    return true;
  }
  const other = look.set.unit(on);
  if (other.load !== "loaded") return true;
  if (other.entry !== undefined && look.stock.has(other.entry)) return false;
  queue.push(other);
  if (waits) comesLater(look, other, unit);
  if (kind === "Before") comesLater(look, unit, other);
  return true;
}

const pulling: ReadonlySet<DependencyKind> = new Set(["Requires", "Requisite", "Wants", "BindsTo", "Upholds"]);

function comesLater({ later }: Look, earlier: Unit, unit: Unit): void {
  if (earlier === unit) return;
  const known = later.get(earlier);
  if (known === undefined) later.set(earlier, new Set([unit]));
  else known.add(unit);
}
