/** Makes one job a unit of several; where they contradict each other, one has to go. systemd: transaction_merge_jobs(), delete_one_unmergeable_job(), src/core/transaction.c */
import type { SystemdVersion } from "../../catalog/directive.ts";
import type { Unit } from "../unit.ts";
import type { Failure } from "./add.ts";
import { type Job, type JobType, mergedType } from "./job.ts";
import type { Jobs } from "./jobs.ts";

/** Merges all; a failure where two jobs contradict each other that both matter. */
export function mergeJobs(jobs: Jobs, collects: boolean, version: SystemdVersion): Failure | undefined {
  for (;;) {
    const conflict = findConflict(jobs, version);
    if (conflict === undefined) break;
    const [one, other] = conflict;
    const loser = weaker(one, other);
    if (loser === undefined) return { kind: "conflicting", unit: one.unit, types: [one.type, other.type] };
    jobs.drop(loser, "conflict");
    if (collects) jobs.collectGarbage();
  }
  for (const unit of jobs.units()) {
    const type = jobs
      .of(unit)
      .reduce<JobType | undefined>((merged, job) => merged && mergedType(merged, job.type), jobs.first(unit)?.type);
    if (type !== undefined) jobs.merge(unit, type);
  }
  return undefined;
}

/** Newer releases look first at the units that matter. */
const mattersFirstSince = 256;

function findConflict(jobs: Jobs, version: SystemdVersion): readonly [Job, Job] | undefined {
  const units = jobs.units();
  const sorted = version < mattersFirstSince ? units : [...units].sort((a, b) => rank(jobs, a) - rank(jobs, b));
  for (const unit of sorted) {
    const all = jobs.of(unit);
    for (const [i, one] of all.entries()) {
      const other = all.slice(i + 1).find(job => mergedType(one.type, job.type) === undefined);
      if (other !== undefined) return [one, other];
    }
  }
  return undefined;
}

function rank(jobs: Jobs, unit: Unit): number {
  return jobs.matters(unit) ? 0 : 1;
}

/** The job to drop: one that does not matter; of two, the stop, unless a conflict asks for it. */
function weaker(one: Job, other: Job): Job | undefined {
  if (one.matters && other.matters) return undefined;
  if (one.matters !== other.matters) return one.matters ? other : one;
  if (one.type === "stop" && isConflictedBy(one)) return other;
  if (other.type === "stop" && isConflictedBy(other)) return one;
  return other.type === "stop" && one.type !== "stop" ? other : one;
}

function isConflictedBy({ askedBy }: Job): boolean {
  return [...askedBy].some(({ conflicts }) => conflicts);
}
