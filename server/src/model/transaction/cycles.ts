/** Finds cycles in the order of jobs, and breaks them as systemd does: by deleting a job that nothing needs. systemd: transaction_verify_order_one(), src/core/transaction.c */
import type { DependencyGraph, Edge } from "../graph.ts";
import type { Unit } from "../unit.ts";
import type { Failure } from "./add.ts";
import { type Job, newJob, runsBefore } from "./job.ts";
import type { Jobs } from "./jobs.ts";
import type { ManagerState } from "./transaction.ts";

/** Jobs each of which would have to run before the next one, and the last before the first. */
export interface OrderingCycle {
  readonly steps: readonly OrderStep[];
  /** The jobs of the cycle that systemd may delete: which of them depends on chance. None: the request fails. */
  readonly deletable: readonly Job[];
  /** The one that is taken here to go on with. */
  readonly deleted?: Job;
}

/** Two jobs in a row. */
export interface OrderStep {
  readonly first: Job;
  readonly next: Job;
  /** What says so. */
  readonly edges: readonly Edge[];
}

/** Deletes jobs until no cycle is left; a failure where one is left whose jobs all matter. */
export function breakCycles(
  graph: DependencyGraph,
  jobs: Jobs,
  state: ManagerState,
  collects: boolean,
): { cycles: readonly OrderingCycle[]; failure?: Failure } {
  const cycles: OrderingCycle[] = [];
  const installed = new Map([...state.installed].map(([unit, type]) => [unit, newJob(unit, type)]));
  for (;;) {
    if (collects) jobs.collectGarbage();
    const steps = findCycle(graph, jobs, installed);
    if (steps === undefined) return { cycles };
    const deletable = steps.map(({ first }) => first).filter(({ unit }) => jobs.has(unit) && !jobs.matters(unit));
    const deleted = deletable.at(-1);
    cycles.push({ steps, deletable, ...(deleted && { deleted }) });
    if (deleted === undefined) return { cycles, failure: { kind: "cyclic" } };
    for (const job of [...jobs.of(deleted.unit)]) jobs.drop(job, "cycle");
  }
}

/** A job on the way of the search. */
interface Visit {
  readonly job: Job;
  readonly steps: readonly OrderStep[];
  at: number;
}

/** The first cycle that a search in depth meets. */
function findCycle(
  graph: DependencyGraph,
  jobs: Jobs,
  installed: ReadonlyMap<Unit, Job>,
): readonly OrderStep[] | undefined {
  const jobOf = (unit: Unit) => jobs.first(unit) ?? installed.get(unit);
  const finished = new Set<Job>();
  const path = new Map<Job, number>();
  for (const unit of jobs.units()) {
    const start = jobs.first(unit);
    if (start === undefined || finished.has(start)) continue;
    const stack: Visit[] = [{ job: start, steps: stepsFrom(graph, start, jobOf), at: 0 }];
    path.set(start, 0);
    for (let visit = stack.at(-1); visit !== undefined; visit = stack.at(-1)) {
      const step = visit.steps[visit.at++];
      if (step === undefined) {
        finished.add(visit.job);
        path.delete(visit.job);
        stack.pop();
      } else if (path.has(step.next)) {
        return cycleOn(stack, path.get(step.next) ?? 0);
      } else if (!finished.has(step.next)) {
        path.set(step.next, stack.length);
        stack.push({ job: step.next, steps: stepsFrom(graph, step.next, jobOf), at: 0 });
      }
    }
  }
  return undefined;
}

/** The steps that were taken from a place of the search on. */
function cycleOn(stack: readonly Visit[], from: number): readonly OrderStep[] {
  return stack.slice(from).flatMap(({ steps, at }) => steps[at - 1] ?? []);
}

/** Every job that has to wait for a job, with what says so. */
export function stepsFrom(
  graph: DependencyGraph,
  job: Job,
  jobOf: (unit: Unit) => Job | undefined,
): readonly OrderStep[] {
  const steps: OrderStep[] = [];
  for (const [unit, edges] of graph.related(job.unit, "Before")) {
    const other = jobOf(unit);
    if (other !== undefined && runsBefore(job, other)) steps.push({ first: job, next: other, edges });
  }
  for (const [unit, edges] of graph.related(job.unit, "After")) {
    const other = jobOf(unit);
    if (other !== undefined && !runsBefore(other, job)) steps.push({ first: job, next: other, edges });
  }
  return steps;
}
