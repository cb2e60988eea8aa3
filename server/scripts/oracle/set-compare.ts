/** Compares what the model makes of some units with what a service manager made of them. */
import { inverseOf, type RelationKind } from "../../src/model/dependency.ts";
import { findFragment } from "../../src/model/fragment.ts";
import type { DependencyGraph } from "../../src/model/graph.ts";
import type { Unit } from "../../src/model/unit.ts";
import type { UnitSet } from "../../src/model/unit-set.ts";
import type { DumpedUnit } from "./manager-dump.ts";
import { isUnsettled } from "./unsettled.ts";

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

/** Both views of some units. */
interface Views {
  readonly graph: DependencyGraph;
  readonly dumped: ReadonlyMap<string, DumpedUnit>;
  /** The units of the graph by their ids. */
  readonly units: ReadonlyMap<string, Unit>;
  /** What was found of units so far. */
  readonly ambiguous: Map<string, boolean>;
}

/** All differences, by unit. */
export function compareUnits(graph: DependencyGraph, dumped: ReadonlyMap<string, DumpedUnit>): readonly Difference[] {
  const units = new Map(graph.units.map(unit => [unit.id, unit]));
  const views: Views = { graph, dumped, units, ambiguous: new Map() };
  const differences: Difference[] = [];
  for (const theirs of dumped.values()) {
    const ours = views.units.get(theirs.id);
    if (ours !== undefined) differences.push(...compareUnit(views, ours, theirs));
    else if (isReferred(views, theirs))
      differences.push({ class: "unit", unit: theirs.id, systemd: theirs.load, model: "" });
  }
  for (const unit of graph.units)
    if (!dumped.has(unit.id) && isDeclared(views, unit))
      differences.push({ class: "unit", unit: unit.id, systemd: "", model: unit.load });
  return differences;
}

/**
 * Whether a unit that both know refers to it. Others are names that systemd looked up in passing: mounts on the way to a path, slices
 * of lines that later ones replace, names of units that were merged.
 */
function isReferred(views: Views, { id, load, relations }: DumpedUnit): boolean {
  if (load === "merged" || load === "error" || isAmbiguous(views, id)) return false;
  return comparedKinds.some(kind =>
    [kind, inverseOf[kind]].some(side =>
      [...(relations.get(side) ?? [])].some(
        ([name, origin]) => views.units.has(name) && origin.includes("destination-") && isWhole(views, name),
      ),
    ),
  );
}

/** Whether a unit that both know, and that systemd loads to the end, refers to a unit of the model. */
function isDeclared(views: Views, unit: Unit): boolean {
  if (isAmbiguous(views, unit.id)) return false;
  return comparedKinds.some(kind =>
    [kind, inverseOf[kind]].some(side =>
      [...views.graph.related(unit, side).values()]
        .flat()
        .some(({ from }) => views.dumped.has(from.id) && isWhole(views, from.id)),
    ),
  );
}

/**
 * Whether aliases lead to a unit, or it is one, that is masked or broken: such aliases are merged, or fail by themselves, as systemd
 * happens to meet them.
 */
function isAmbiguous({ graph, ambiguous }: Views, id: string): boolean {
  const known = ambiguous.get(id);
  if (known !== undefined) return known;
  const unit = graph.set.unit(id);
  const broken = unit.load === "masked" || unit.fragment?.stop !== undefined;
  const found = broken && (unit.id !== id || unit.names.length > 1 || hasAlias(graph.set, unit));
  ambiguous.set(id, found);
  return found;
}

function hasAlias({ names }: UnitSet, { entry }: Unit): boolean {
  return [...names.targets].some(([name, target]) => "alias" in target && findFragment(names, name)?.entry === entry);
}

/**
 * Whether what a unit says itself is compared. Not of a unit that systemd refuses: how far systemd came with it does not matter; nor of
 * one with several names in which templates or specifiers stand: they mean the name by which systemd hears of it first.
 */
function isWhole(views: Views, id: string): boolean {
  const load = views.dumped.get(id)?.load;
  const unit = views.units.get(id);
  if (load === "bad-setting" || (load === "error" && unit?.fragment?.stop === undefined)) return false;
  return !isAmbiguous(views, id) && !(unit !== undefined && unit.names.length > 1 && namesItself(unit));
}

function namesItself({ fragment }: Unit): boolean {
  return fragment !== undefined && /%|@\./.test(fragment.source.text);
}

/** How a unit is refused is not compared. */
function outcome(load: string): string {
  return load === "bad-setting" || load === "error" ? "refused" : load;
}

function compareUnit(views: Views, ours: Unit, theirs: DumpedUnit): Difference[] {
  const differences: Difference[] = [];
  const compare = (what: string, systemd: string, model: string): void => {
    if (systemd !== model) differences.push({ class: what, unit: theirs.id, systemd, model });
  };
  compare("load", outcome(theirs.load), outcome(ours.load));
  compare("fragment", theirs.fragment ?? "", ours.entry?.path ?? "");
  if (isAmbiguous(views, ours.id)) return differences;
  compare("aliases", sorted(theirs.aliases), sorted(ours.names.filter(name => name !== ours.id)));
  compare("drop-ins", theirs.dropIns.join(" "), ours.extras.map(({ entry }) => entry.path).join(" "));
  for (const kind of comparedKinds) {
    const their = theirOthers(views, theirs, kind);
    const our = ourOthers(views, theirs, kind);
    compare(kind, sorted(their.filter(id => !our.includes(id))), sorted(our.filter(id => !their.includes(id))));
  }
  return differences;
}

function theirOthers(views: Views, unit: DumpedUnit, kind: RelationKind): readonly string[] {
  const { dumped, units } = views;
  return [...(unit.relations.get(kind) ?? [])]
    .filter(
      ([id, origin]) =>
        (origin.includes("origin-") && isWhole(views, unit.id)) ||
        (origin.includes("destination-") && units.has(id) && isWhole(views, id)),
    )
    .map(([id]) => id)
    .filter(id => !isAmbiguous(views, id) && !isUnsettled(kind, unit, dumped.get(id)));
}

function ourOthers(views: Views, unit: DumpedUnit, kind: RelationKind): readonly string[] {
  const { graph, dumped } = views;
  return [...graph.related(graph.set.unit(unit.id), kind)]
    .filter(([, edges]) => edges.some(({ from }) => isWhole(views, from.id)))
    .map(([{ id }]) => id)
    .filter(id => dumped.has(id) && !isAmbiguous(views, id) && !isUnsettled(kind, unit, dumped.get(id)));
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

function sorted(names: readonly string[]): string {
  return [...names].sort().join(" ");
}
