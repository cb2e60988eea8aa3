/** From arrows to the lines of a picture: one between two units, and none for an order that follows from others. */
import type { Unit } from "../model/unit.ts";
import { type Arrow, type ArrowKind, isWritten } from "./arrows.ts";
import { type GraphView, waitsOf } from "./view.ts";

/** One line of a picture. */
export interface Line {
  readonly tail: Unit;
  readonly head: Unit;
  /** What it shows, the strongest; `After` where nothing but the order connects the two. */
  readonly main: ArrowKind;
  /** Whether the tail starts after the head, before it, or at the same time. */
  readonly order: "after" | "before" | "none";
  /** Whether a line or a link says it. */
  readonly written: boolean;
  /** It is a step of an ordering cycle. */
  readonly cyclic: boolean;
  readonly arrows: readonly Arrow[];
}

/** The lines of a picture. */
export interface Lines {
  readonly lines: readonly Line[];
  /** How many lines that only show an order were left out, as other lines already say so. */
  readonly implied: number;
}

/** Draws a view; `all` keeps what follows from other lines. */
export function linesOf(view: GraphView, all = false): Lines {
  const waits = waitsOf(view.cycles);
  const drafts = new Map<Unit, Map<Unit, Arrow[]>>();
  for (const arrow of view.arrows) gather(drafts, arrow);
  const lines = [...drafts.values()].flatMap(heads =>
    [...heads.values()].flatMap(arrows => draw(arrows, drafts, waits)),
  );
  const kept = all ? lines : withoutImplied(lines, view.units);
  return { lines: kept, implied: lines.length - kept.length };
}

function gather(drafts: Map<Unit, Map<Unit, Arrow[]>>, arrow: Arrow): void {
  const heads = drafts.get(arrow.tail) ?? new Map<Unit, Arrow[]>();
  drafts.set(arrow.tail, heads);
  const arrows = heads.get(arrow.head);
  if (arrows === undefined) heads.set(arrow.head, [arrow]);
  else arrows.push(arrow);
}

/** What two units have in one direction; a mere order in it joins the line of the other direction, if there is one. */
function draw(arrows: readonly Arrow[], drafts: Drafts, waits: ReturnType<typeof waitsOf>): Line[] {
  const first = arrows[0];
  if (first === undefined) return [];
  const { tail, head } = first;
  const back = drafts.get(head)?.get(tail) ?? [];
  const main = strongest(arrows);
  const cyclic = waits.get(tail)?.has(head) === true;
  const joins = back.length > 0 && !cyclic && waits.get(head)?.has(tail) !== true;
  if (joins && main === "After" && strongest(back) !== "After") return [];
  const onlyBack = joins && main !== "After" && strongest(back) === "After";
  const order = isOrdered(arrows) ? "after" : onlyBack ? "before" : "none";
  const shown = onlyBack ? [...arrows, ...back] : arrows;
  const written = shown.some(({ kind, edge }) => kind === main && isWritten(edge));
  return [{ tail, head, main, order, written, cyclic, arrows: shown }];
}

type Drafts = ReadonlyMap<Unit, ReadonlyMap<Unit, readonly Arrow[]>>;

function isOrdered(arrows: readonly Arrow[]): boolean {
  return arrows.some(({ kind }) => kind === "After");
}

function strongest(arrows: readonly Arrow[]): ArrowKind {
  return strengths.find(kind => arrows.some(arrow => arrow.kind === kind)) ?? "After";
}

const strengths: readonly ArrowKind[] = [
  "BindsTo",
  "Requires",
  "Requisite",
  "Conflicts",
  "Upholds",
  "Wants",
  "Triggers",
  "OnFailure",
  "OnSuccess",
  "PartOf",
  "PropagatesStopTo",
  "PropagatesReloadTo",
  "JoinsNamespaceOf",
  "InSlice",
];

/** Without lines that only show an order which already follows from a way over other lines; those of cycles stay. */
function withoutImplied(lines: readonly Line[], units: readonly Unit[]): readonly Line[] {
  const earlier = new Map<Unit, Set<Unit>>(units.map(unit => [unit, new Set<Unit>()]));
  for (const { tail, head, order, cyclic } of lines) {
    if (cyclic) continue;
    if (order === "after") earlier.get(tail)?.add(head);
    if (order === "before") earlier.get(head)?.add(tail);
  }
  const reach = reachOf(units, earlier);
  const isImplied = ({ tail, head, main, cyclic }: Line) =>
    main === "After" && !cyclic && [...(earlier.get(tail) ?? [])].some(over => over !== head && reach(over, head));
  return lines.filter(line => !isImplied(line));
}

/** Whether one unit starts after another, over any number of steps; each unit's answer is worked out once. */
function reachOf(
  units: readonly Unit[],
  earlier: ReadonlyMap<Unit, ReadonlySet<Unit>>,
): (from: Unit, to: Unit) => boolean {
  const index = new Map(units.map((unit, i) => [unit, i]));
  const known = new Map<Unit, Uint8Array>();
  const from = (start: Unit): Uint8Array => {
    const seen = known.get(start) ?? new Uint8Array(units.length);
    if (known.has(start)) return seen;
    known.set(start, seen);
    const queue = [start];
    for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) {
      for (const next of earlier.get(unit) ?? []) {
        const at = index.get(next) ?? 0;
        if (seen[at] !== 0) continue;
        seen[at] = 1;
        queue.push(next);
      }
    }
    return seen;
  };
  return (one, other) => from(one)[index.get(other) ?? 0] === 1;
}
