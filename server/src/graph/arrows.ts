/** Every dependency of a graph once, as an arrow from the unit that depends to the one that it depends on. */
import { type DependencyKind, inverseOf } from "../model/dependency.ts";
import type { DependencyGraph, Edge } from "../model/graph.ts";
import type { Unit } from "../model/unit.ts";

/** A dependency in the direction in which a picture shows it, whichever of the two units says it. */
export interface Arrow {
  readonly tail: Unit;
  readonly head: Unit;
  readonly kind: ArrowKind;
  readonly edge: Edge;
}

/** The kinds that stand for both ways to say a dependency: `Before=` is `After=` the other way round. */
export type ArrowKind = Exclude<
  DependencyKind,
  "Before" | "TriggeredBy" | "ReloadPropagatedFrom" | "StopPropagatedFrom"
>;

/** Each dependency once, in the direction in which it was declared. */
export function edgesOf(graph: DependencyGraph): readonly Edge[] {
  const edges: Edge[] = [];
  for (const unit of graph.units) {
    for (const kind of kinds) {
      for (const related of graph.related(unit, kind).values())
        for (const edge of related) if (edge.from === unit && edge.dependency.kind === kind) edges.push(edge);
    }
  }
  return edges;
}

const kinds = Object.keys(inverseOf) as DependencyKind[];

/** The arrow that shows a dependency. */
export function arrowOf(edge: Edge): Arrow {
  const { from, to, dependency } = edge;
  const turned = turnedKinds[dependency.kind];
  return turned === undefined
    ? { tail: from, head: to, kind: dependency.kind as ArrowKind, edge }
    : { tail: to, head: from, kind: turned, edge };
}

const turnedKinds: Readonly<Partial<Record<DependencyKind, ArrowKind>>> = {
  Before: "After",
  TriggeredBy: "Triggers",
  ReloadPropagatedFrom: "PropagatesReloadTo",
  StopPropagatedFrom: "PropagatesStopTo",
};

/** Whether a line or a link says it, and not only systemd's defaults. */
export function isWritten({ dependency: { at, link } }: Edge): boolean {
  return at !== undefined || link !== undefined;
}
