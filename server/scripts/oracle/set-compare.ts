/** Compares what the model makes of some units with what a service manager made of them. */
import type { RelationKind } from "../../src/model/dependency.ts";
import type { DependencyGraph } from "../../src/model/graph.ts";
import type { Unit } from "../../src/model/unit.ts";
import type { DumpedUnit } from "./manager-dump.ts";

/** One thing that the two see differently. */
export interface Difference {
  /** `load`, `aliases`, `fragment`, `drop-ins`, or a kind of relation. */
  readonly class: string;
  readonly unit: string;
  /** What only systemd says. */
  readonly systemd: string;
  /** What only the model says. */
  readonly model: string;
}

/** All differences, by unit. */
export function compareUnits(graph: DependencyGraph, dumped: ReadonlyMap<string, DumpedUnit>): readonly Difference[] {
  const known = new Map(graph.units.map(unit => [unit.id, unit]));
  const differences: Difference[] = [];
  for (const theirs of dumped.values()) {
    const ours = known.get(theirs.id);
    if (ours !== undefined) differences.push(...compareUnit(graph, ours, theirs, name => known.has(name)));
    else if (isReferred(theirs, name => known.has(name)))
      differences.push({ class: "unit", unit: theirs.id, systemd: theirs.load, model: "" });
  }
  for (const { id, load } of graph.units)
    if (!dumped.has(id)) differences.push({ class: "unit", unit: id, systemd: "", model: load });
  return differences;
}

/**
 * Whether a unit that the model knows refers to it. Others are names that systemd looked up in passing: mounts on the way to a path,
 * slices of lines that later ones replace, names of units that were merged.
 */
function isReferred({ load, relations }: DumpedUnit, isKnown: (name: string) => boolean): boolean {
  if (load === "merged") return false;
  return comparedKinds.some(kind =>
    [...others(relations, kind)].some(([name, origin]) => isKnown(name) && isTarget(origin)),
  );
}

/** Whether the other unit said it. */
function isTarget(origin: string): boolean {
  return origin.includes("destination-");
}

function others(relations: DumpedUnit["relations"], kind: string): ReadonlyMap<string, string> {
  return relations.get(kind) ?? new Map();
}

function compareUnit(
  graph: DependencyGraph,
  ours: Unit,
  theirs: DumpedUnit,
  isKnown: (name: string) => boolean,
): Difference[] {
  const differences: Difference[] = [];
  const compare = (what: string, systemd: string, model: string): void => {
    if (systemd !== model) differences.push({ class: what, unit: theirs.id, systemd, model });
  };
  compare("load", theirs.load, ours.load);
  compare("aliases", sorted(theirs.aliases), sorted(ours.names.filter(name => name !== ours.id)));
  compare("fragment", theirs.fragment ?? "", ours.entry?.path ?? "");
  compare("drop-ins", theirs.dropIns.join(" "), ours.extras.map(({ entry }) => entry.path).join(" "));
  for (const kind of comparedKinds) {
    const their = [...others(theirs.relations, kind)]
      .filter(([name, origin]) => isKnown(name) || !isTarget(origin))
      .map(([name]) => name);
    const our = [...graph.related(ours, kind).keys()].map(({ id }) => id);
    const settled = (names: readonly string[]) => names.filter(name => !isUnsettled(kind, theirs, name));
    compare(kind, sorted(settled(without(their, our))), sorted(settled(without(our, their))));
  }
  return differences;
}

/** One of each pair of sides. */
const comparedKinds: readonly RelationKind[] = [
  "Requires",
  "Requisite",
  "Wants",
  "BindsTo",
  "PartOf",
  "Upholds",
  "Conflicts",
  "After",
  "OnFailure",
  "OnSuccess",
  "Triggers",
  "PropagatesReloadTo",
  "PropagatesStopTo",
  "JoinsNamespaceOf",
  "InSlice",
];

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter(name => !others.includes(name));
}

/**
 * Whether the order in which systemd loads units decides on an edge: that of a target to what it is part of, or to a target that pulls
 * it in turn, and whether a unit without default dependencies gets a /tmp of its own.
 */
function isUnsettled(kind: RelationKind, { id, relations }: DumpedUnit, other: string): boolean {
  if (other === "tmp.mount") return true;
  if (kind !== "After" || !id.endsWith(".target")) return false;
  const has = (kinds: readonly string[]) => kinds.some(one => relations.get(one)?.has(other) === true);
  return has(["PartOf"]) || (other.endsWith(".target") && has(pulls) && has(pulledBy));
}

const pulls = ["Requires", "Requisite", "Wants", "BindsTo", "Upholds"];
const pulledBy = ["RequiredBy", "RequisiteOf", "WantedBy", "BoundBy", "UpheldBy"];

function sorted(names: readonly string[]): string {
  return [...names].sort().join(" ");
}
