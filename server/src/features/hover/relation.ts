/** Why two units have to do with each other: what either of them says or implies of the other. */
import type { Dependency, DependencyKind } from "../../model/dependency.ts";
import { declarationOf } from "../../model/graph.ts";
import { flagOf } from "../../model/reading.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { type Block, enumerate, plainly, type Sentence, say } from "./markup.ts";
import { shortPath } from "./piece.ts";

/** How one unit is ordered to another, and the lines and links that connect them; empty for a unit and itself. */
export function describeRelation(unit: Unit, other: Unit, set: UnitSet, show: Show): readonly Block[] {
  if (unit === other) return [["This very unit"]];
  const ours = dependenciesOn(unit, other, set);
  const theirs = dependenciesOn(other, unit, set);
  const reasons = [...reasonsIn(unit, other, ours, show), ...reasonsIn(other, unit, theirs, show)];
  const order = other.load === "loaded" ? orderOf(unit, other, ours, theirs, show) : [];
  return reasons.length === 0 ? order : [...order, { items: reasons.slice(0, MOST) }];
}

/** How names and places are written. */
export interface Show {
  readonly snapshot: Snapshot;
  /** In a template, the instance that it is judged as stands for any. */
  readonly name: (id: string) => string;
}

/** What the lines of a unit say of its order. */
export function describeOrder(unit: Unit, set: UnitSet, { name }: Show): readonly Block[] {
  const written = declarationOf(unit, set).dependencies.filter(
    ({ at, link }) => at !== undefined || link !== undefined,
  );
  const named = (wanted: DependencyKind) => [
    ...new Set(written.filter(({ kind }) => kind === wanted).map(({ on }) => name(on))),
  ];
  return (["After", "Before"] as const).flatMap(kind => {
    const others = named(kind);
    return others.length === 0 ? [] : [say`Starts ${[kind.toLowerCase()]} ${enumerate(others, MOST)}`];
  });
}

const MOST = 6;

function dependenciesOn(unit: Unit, other: Unit, set: UnitSet): readonly Dependency[] {
  return declarationOf(unit, set).dependencies.filter(({ on }) => other.names.includes(on));
}

function orderOf(
  unit: Unit,
  other: Unit,
  ours: readonly Dependency[],
  theirs: readonly Dependency[],
  { name }: Show,
): readonly Block[] {
  const id = name(unit.id);
  const after = has(ours, "After") || has(theirs, "Before") || gathers(unit, other, ours, theirs);
  const before = has(ours, "Before") || has(theirs, "After") || gathers(other, unit, theirs, ours);
  if (after && before) return [say`${id} is to start both before and after it`];
  if (after) return [say`${id} starts after it`];
  if (before) return [say`${id} starts before it`];
  return [...ours, ...theirs].some(({ kind }) => starts.has(kind))
    ? [say`Neither it nor ${id} says which of them starts first`]
    : [];
}

/** A target comes after what it pulls in, unless that is told otherwise. systemd: unit_add_default_target_dependency() */
function gathers(target: Unit, other: Unit, ours: readonly Dependency[], theirs: readonly Dependency[]): boolean {
  if (target.type !== "target" || has(ours, "Before") || has(theirs, "After")) return false;
  const pulls = ours.some(({ kind }) => starts.has(kind));
  return (
    pulls &&
    [target, other].every(({ settings, perpetual }) => flagOf(settings, "Unit", "DefaultDependencies", !perpetual))
  );
}

const starts: ReadonlySet<DependencyKind> = new Set<DependencyKind>([
  "Requires",
  "Requisite",
  "Wants",
  "BindsTo",
  "Upholds",
]);

function has(dependencies: readonly Dependency[], wanted: DependencyKind): boolean {
  return dependencies.some(({ kind }) => kind === wanted);
}

/** What comes from one place is told together. */
function reasonsIn(from: Unit, to: Unit, dependencies: readonly Dependency[], show: Show): readonly Sentence[] {
  const bySource = new Map<unknown, Dependency[]>();
  for (const dependency of dependencies) {
    const source = dependency.at?.entry ?? dependency.link ?? dependency.origin;
    const known = bySource.get(source);
    if (known === undefined) bySource.set(source, [dependency]);
    else known.push(dependency);
  }
  return [...bySource.values()].map(same => reason(show.name(from.id), show.name(to.id), same, show.snapshot));
}

function reason(from: string, to: string, dependencies: readonly Dependency[], snapshot: Snapshot): Sentence {
  const { at, link, origin } = dependencies[0] ?? {};
  const said = enumerate([...new Set(dependencies.map(({ kind }) => `${kind}=${to}`))]);
  if (link !== undefined) return say`${from} has ${said} by the link ${shortPath(link.entry.path, snapshot)}`;
  if (at === undefined) {
    const why = origin === "default" ? "by default (DefaultDependencies=)" : "by what it is";
    return say`${from} has ${said} ${plainly(why)}`;
  }
  const place = `${shortPath(at.file.source.path, snapshot)}:${at.file.source.position(at.entry.key.span.start).line}`;
  const name = at.entry.key.text;
  if (dependencies.every(({ kind }) => kind === name)) return say`${from} has ${said} in ${place}`;
  return say`${`${name}=`} of ${from} implies ${said} in ${place}`;
}
