/** Which cycles of ordering some units take part in, and when systemd would meet them: at boot, at their start, or never. */
import { cyclesOf } from "../cycles.ts";
import type { DependencyGraph } from "../graph.ts";
import type { Unit } from "../unit.ts";
import type { OrderingCycle, OrderStep } from "./cycles.ts";
import { newJob } from "./job.ts";
import { idleManager, install, type ManagerState, transact } from "./transaction.ts";

/** A cycle, and when it is met. */
export interface FoundCycle {
  readonly cycle: OrderingCycle;
  /** `boot`, the unit whose start meets it, or undefined where no transaction has all its jobs. */
  readonly when: "boot" | Unit | undefined;
}

/** Each cycle once: those of a boot to `default.target`, those of each unit's own start, and those that lie in no common transaction. */
export function searchCycles(graph: DependencyGraph, units: readonly Unit[]): FoundCycle[] {
  const rings = ringsWith(graph, units);
  if (rings.length === 0) return [];
  const search = newSearch(units);
  const idle = idleManager(graph.set.catalog.version);
  const boot = graph.set.unit("default.target");
  if (boot.load === "loaded") {
    const { cycles, jobs, failure } = transact(graph, { unit: boot, type: "start" }, idle);
    if (failure === undefined || jobs.length > 0 || cycles.length > 0) take(search, cycles, "boot");
  }
  for (const unit of startersOf(rings, units))
    take(search, transact(graph, { unit, type: "start" }, idle).cycles, unit);
  for (const ring of rings) {
    if (conflicts(graph, ring)) continue;
    const cycle = { steps: stepsOf(graph, ring), deletable: [] };
    if (!search.found.some(known => sharesSteps(known.cycle, cycle))) take(search, [cycle], undefined);
  }
  return search.found;
}

/** The cycles that `systemd-analyze verify` meets: it starts one unit after the other, and the jobs stay queued. */
export function verifiedCycles(graph: DependencyGraph, units: readonly Unit[]): FoundCycle[] {
  if (ringsWith(graph, units).length === 0) return [];
  const search = newSearch(units);
  let state: ManagerState = idleManager(graph.set.catalog.version);
  for (const unit of units) {
    if (unit.load !== "loaded") continue;
    const transaction = transact(graph, { unit, type: "start" }, state);
    take(search, transaction.cycles, unit);
    state = install(transaction, state);
  }
  return search.found;
}

interface Search {
  readonly own: ReadonlySet<string>;
  readonly seen: Set<string>;
  readonly found: FoundCycle[];
}

function newSearch(units: readonly Unit[]): Search {
  return { own: new Set(units.map(fileOf)), seen: new Set(), found: [] };
}

/** The instances of a template are one and the same mistake. */
function fileOf({ entry, id }: Unit): string {
  return entry?.path ?? id;
}

function take({ own, seen, found }: Search, cycles: readonly OrderingCycle[], when: FoundCycle["when"]): void {
  for (const cycle of cycles) {
    const files = cycle.steps.map(({ first }) => fileOf(first.unit));
    const key = [...files].sort().join(" ");
    if (seen.has(key) || !files.some(file => own.has(file))) continue;
    seen.add(key);
    found.push({ cycle, when });
  }
}

/** Where nothing leads back to where it came from, no transaction can have a cycle. */
function ringsWith(graph: DependencyGraph, units: readonly Unit[]): readonly (readonly Unit[])[] {
  const own = new Set(units.map(fileOf));
  const loaded = graph.units.filter(({ load }) => load === "loaded");
  const after = (unit: Unit) => [...graph.related(unit, "Before").keys()].filter(({ load }) => load === "loaded");
  return cyclesOf(loaded, after).filter(ring => ring.some(unit => own.has(fileOf(unit))));
}

/** Units that stop one another are never started together. */
function conflicts(graph: DependencyGraph, ring: readonly Unit[]): boolean {
  return ring.some(unit => ring.some(other => graph.related(unit, "Conflicts").has(other)));
}

/** In a large set, only the units of the rings are started one by one. */
function startersOf(rings: readonly (readonly Unit[])[], units: readonly Unit[]): readonly Unit[] {
  const loaded = units.filter(({ load }) => load === "loaded");
  if (loaded.length <= MOST_STARTED) return loaded;
  const inRings = new Set(rings.flat().map(({ id }) => id));
  return loaded.filter(({ id }) => inRings.has(id)).slice(0, MOST_STARTED);
}

const MOST_STARTED = 200;

function stepsOf(graph: DependencyGraph, ring: readonly Unit[]): readonly OrderStep[] {
  return ring.map((unit, i) => {
    const next = ring[(i + 1) % ring.length] ?? unit;
    const edges = graph.related(unit, "Before").get(next) ?? [];
    return { first: newJob(unit, "start"), next: newJob(next, "start"), edges };
  });
}

/** One mistake may close several cycles; those that share a step are one finding. */
function sharesSteps(one: OrderingCycle, other: OrderingCycle): boolean {
  const keys = new Set(one.steps.map(stepKey));
  return other.steps.some(step => keys.has(stepKey(step)));
}

function stepKey({ first, next }: OrderStep): string {
  return `${fileOf(first.unit)} ${fileOf(next.unit)}`;
}
