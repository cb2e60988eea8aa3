/** Writes `server/data/stock-order.json`: the units that systemd ships, in an order in which each comes after those that it waits for. */
import { catalogAt } from "../src/catalog/catalog.ts";
import { cyclesOf } from "../src/model/cycles.ts";
import { buildGraph, type DependencyGraph } from "../src/model/graph.ts";
import { stockFolder } from "../src/model/stock-folder.ts";
import type { Unit } from "../src/model/unit.ts";
import type { Manager } from "../src/model/unit-file-name.ts";
import { openUnitSet } from "../src/model/unit-set.ts";

/** The whole file: by release and manager, names in order. */
export function stockOrder(): string {
  const rows = releases.flatMap(version =>
    managers.map(manager => `"${version} ${manager}":${JSON.stringify(orderOf(version, manager))}`),
  );
  return `{\n${rows.join(",\n")}\n}\n`;
}

const releases = [252, 257, 262];
const managers: readonly Manager[] = ["system", "user"];

/** What basic.target waits for comes first, so that everything else may come after it. */
function orderOf(version: number, manager: Manager): readonly string[] {
  const folder = stockFolder(version, manager);
  const set = openUnitSet([folder], manager, catalogAt(version));
  const graph = buildGraph(
    set,
    [...folder.units.keys()].filter(name => !name.includes("@.")),
  );
  const units = withoutRings(graph);
  const early = ancestorsOf(graph, set.unit("basic.target"));
  return [...sorted(graph, units, unit => early.has(unit)), ...sorted(graph, units, unit => !early.has(unit))].map(
    ({ id }) => id,
  );
}

/** A ring is opened by leaving out what no other unit pulls in: of those, what the fewest others name in their order. */
function withoutRings(graph: DependencyGraph): readonly Unit[] {
  let units = graph.units;
  for (;;) {
    const kept = new Set(units);
    const [ring] = cyclesOf(units, unit => [...graph.related(unit, "Before").keys()].filter(other => kept.has(other)));
    if (ring === undefined) return units;
    const optional = ring.filter(unit => pulling.every(kind => graph.related(unit, kind).size === 0));
    if (optional.length === 0) throw new Error(`a ring of units that are all pulled in: ${ring.map(({ id }) => id)}`);
    const [least] = optional.sort((a, b) => namings(graph, a) - namings(graph, b));
    units = units.filter(unit => unit !== least);
  }
}

/** How many other units say their order to this one. */
function namings(graph: DependencyGraph, unit: Unit): number {
  return (["After", "Before"] as const)
    .flatMap(kind => [...graph.related(unit, kind).values()])
    .filter(edges => edges.some(({ from }) => from !== unit)).length;
}

const pulling = ["RequiredBy", "WantedBy", "BoundBy", "UpheldBy"] as const;

function ancestorsOf(graph: DependencyGraph, unit: Unit): ReadonlySet<Unit> {
  const all = new Set([unit]);
  for (const later of all) for (const earlier of graph.related(later, "After").keys()) all.add(earlier);
  return all;
}

/** In depth first, so that each comes right after the last of those that it waits for. */
function sorted(graph: DependencyGraph, units: readonly Unit[], belongs: (unit: Unit) => boolean): readonly Unit[] {
  const members = new Set(units.filter(belongs));
  const done = new Set<Unit>();
  const visit = (unit: Unit): void => {
    if (!members.has(unit) || done.has(unit)) return;
    members.delete(unit);
    for (const earlier of graph.related(unit, "After").keys()) visit(earlier);
    done.add(unit);
  };
  for (const unit of [...members].sort((a, b) => (a.id < b.id ? -1 : 1))) visit(unit);
  return [...done];
}
