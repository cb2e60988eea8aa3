/** In which order the jobs of a transaction run: what may run at once, and what waits longest. */
import type { DependencyGraph } from "../graph.ts";
import type { Unit } from "../unit.ts";
import { type OrderStep, stepsFrom } from "./cycles.ts";
import type { Job } from "./job.ts";

/** The jobs in order. */
export interface Schedule {
  /** Jobs of one round wait for nothing but earlier rounds. */
  readonly rounds: readonly (readonly Job[])[];
  /** A longest chain of jobs each of which waits for the one before, with what says so. */
  readonly criticalChain: readonly OrderStep[];
  /** What a job waits for. */
  readonly waitsFor: ReadonlyMap<Job, readonly OrderStep[]>;
}

/** Orders jobs among which there is no cycle. */
export function schedule(graph: DependencyGraph, jobs: readonly Job[]): Schedule {
  const byUnit = new Map(jobs.map(job => [job.unit, job]));
  const jobOf = (unit: Unit) => byUnit.get(unit);
  const waitsFor = new Map<Job, OrderStep[]>(jobs.map(job => [job, []]));
  const next = new Map(jobs.map(job => [job, stepsFrom(graph, job, jobOf)]));
  for (const steps of next.values()) for (const step of steps) waitsFor.get(step.next)?.push(step);
  const rounds: Job[][] = [];
  const last = new Map<Job, OrderStep>();
  const left = new Map(jobs.map(job => [job, waitsFor.get(job)?.length ?? 0]));
  for (let round = jobs.filter(job => left.get(job) === 0); round.length > 0; ) {
    rounds.push(round.sort((a, b) => (a.unit.id < b.unit.id ? -1 : 1)));
    const following: Job[] = [];
    for (const job of round) {
      for (const step of next.get(job) ?? []) {
        const more = (left.get(step.next) ?? 0) - 1;
        left.set(step.next, more);
        if (more > 0) continue;
        following.push(step.next);
        last.set(step.next, step);
      }
    }
    round = following;
  }
  return { rounds, criticalChain: chainTo(rounds.at(-1)?.[0], last), waitsFor };
}

function chainTo(end: Job | undefined, last: ReadonlyMap<Job, OrderStep>): readonly OrderStep[] {
  const chain: OrderStep[] = [];
  for (let step = end && last.get(end); step !== undefined; step = last.get(step.first)) chain.unshift(step);
  return chain;
}
