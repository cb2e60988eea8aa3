/** Which part of a graph a picture shows. */

import { cyclesOf } from "../model/cycles.ts";
import type { DependencyGraph } from "../model/graph.ts";
import type { Unit } from "../model/unit.ts";
import { type Arrow, type ArrowKind, arrowOf, edgesOf } from "./arrows.ts";
import { isCommonplace } from "./commonplace.ts";
import type { NameMatch } from "./pattern.ts";

/** What to show. */
export interface ViewOptions {
  /** The units that the picture is about: they are shown in any case, with all that they are connected to. */
  readonly about: (unit: Unit) => boolean;
  /** Units asked for by name: what concerns them is never commonplace. */
  readonly named?: NameMatch;
  /** Only dependencies of units that match, or on ones that do. systemd: graph_one_property(), src/analyze/analyze-dot.c */
  readonly from?: NameMatch;
  readonly to?: NameMatch;
  /** Only the order, or only what pulls in and pushes out. */
  readonly relations?: "order" | "require";
  /** Also what nearly every unit has: see `isCommonplace`. */
  readonly all?: boolean;
  /** Nothing but ordering cycles. */
  readonly onlyCycles?: boolean;
  /** All steps of a cycle through any of the units, also those between others. */
  readonly wholeCycles?: boolean;
}

/** What is shown. */
export interface GraphView {
  readonly units: readonly Unit[];
  /** Those that the picture is about. */
  readonly own: ReadonlySet<Unit>;
  readonly arrows: readonly Arrow[];
  /** Each unit comes after the next one, and the last after the first. */
  readonly cycles: readonly (readonly Unit[])[];
  /** How many commonplace dependencies were left out. */
  readonly leftOut: number;
}

/** Picks what the options ask for. */
export function viewOf(graph: DependencyGraph, options: ViewOptions): GraphView {
  const cycles = options.relations === "require" ? [] : orderingCycles(graph);
  const waits = waitsOf(cycles);
  const inCycle = ({ tail, head, kind }: Arrow) => kind === "After" && waits.get(tail)?.has(head) === true;
  const own = new Set(graph.units.filter(options.onlyCycles === true ? unit => waits.has(unit) : options.about));
  const through = waitsOf(
    options.wholeCycles === true ? cycles.filter(cycle => cycle.some(unit => own.has(unit))) : [],
  );
  const isStep = ({ tail, head, kind }: Arrow) => kind === "After" && through.get(tail)?.has(head) === true;
  const asked = edgesOf(graph)
    .map(arrowOf)
    .filter(arrow => isAsked(arrow, own, options) || isStep(arrow))
    .filter(arrow => options.onlyCycles !== true || inCycle(arrow));
  const arrows = asked.filter(arrow => options.all === true || inCycle(arrow) || !isCommonplace(arrow, options.named));
  const shown = new Set([...own, ...arrows.flatMap(({ tail, head }) => [tail, head])]);
  return {
    units: graph.units.filter(unit => shown.has(unit)),
    own,
    arrows,
    cycles: cycles.filter(cycle => cycle.some(unit => shown.has(unit))),
    leftOut: asked.length - arrows.length,
  };
}

/** Rings of units each of which comes after the next one, and the last after the first. */
export function orderingCycles(graph: DependencyGraph): readonly (readonly Unit[])[] {
  return cyclesOf(graph.units, unit => graph.related(unit, "After").keys());
}

/** Which units a unit waits for as part of a cycle. */
export function waitsOf(cycles: GraphView["cycles"]): ReadonlyMap<Unit, ReadonlySet<Unit>> {
  const waits = new Map<Unit, Set<Unit>>();
  for (const cycle of cycles) {
    cycle.forEach((unit, i) => {
      const next = cycle[(i + 1) % cycle.length] ?? unit;
      waits.set(unit, (waits.get(unit) ?? new Set()).add(next));
    });
  }
  return waits;
}

function isAsked({ tail, head, kind }: Arrow, own: ReadonlySet<Unit>, { from, to, relations }: ViewOptions): boolean {
  if (relations !== undefined && !kindsOf[relations].has(kind)) return false;
  if (from?.(tail.id) === false || to?.(head.id) === false) return false;
  return own.has(tail) || own.has(head);
}

const kindsOf: Readonly<Record<"order" | "require", ReadonlySet<ArrowKind>>> = {
  order: new Set<ArrowKind>(["After"]),
  require: new Set<ArrowKind>(["Requires", "Requisite", "BindsTo", "Wants", "Upholds", "PartOf", "Conflicts"]),
};
