/** What starting, stopping or isolating a unit would do. systemd: transaction_activate(), src/core/transaction.c; manager_add_job(), src/core/manager.c */
import type { SystemdVersion } from "../../catalog/directive.ts";
import type { DependencyGraph } from "../graph.ts";
import { flagOf } from "../reading.ts";
import type { Unit } from "../unit.ts";
import { addJobs, type Failure, type Skip } from "./add.ts";
import { breakCycles, type OrderingCycle } from "./cycles.ts";
import { isRedundant, type Job, type JobType, mergedType } from "./job.ts";
import { Jobs } from "./jobs.ts";
import { mergeJobs } from "./merge.ts";

/** What the service manager is about when the job is asked for. */
export interface ManagerState {
  readonly version: SystemdVersion;
  /** Jobs that earlier requests left, by unit: they are not run yet. */
  readonly installed: ReadonlyMap<Unit, JobType>;
  readonly active: ReadonlySet<Unit>;
}

/** A manager that has done nothing yet. */
export function idleManager(version: SystemdVersion): ManagerState {
  return { version, installed: new Map(), active: new Set() };
}

/** What is asked for: `isolate` starts a unit and stops all that it does not need. */
export interface Request {
  readonly unit: Unit;
  readonly type: "start" | "stop";
  readonly isolate?: boolean;
}

/** What would happen. */
export interface Transaction {
  /** The jobs that would run; none where the request fails. */
  readonly jobs: readonly Job[];
  /** The cycles of ordering that were found, in turn; each but the last was broken by deleting a job. */
  readonly cycles: readonly OrderingCycle[];
  /** The jobs that were dropped, and why. */
  readonly deleted: readonly DeletedJob[];
  /** What was wanted, and cannot be had. */
  readonly skipped: readonly Skip[];
  /** Why nothing would be done. */
  readonly failure?: Failure;
}

/** A job that was dropped: to break a cycle, because two jobs of a unit contradict each other, or with the job that it needs. */
export interface DeletedJob {
  readonly unit: Unit;
  readonly type: JobType;
  readonly because: "cycle" | "conflict" | { readonly dependencyOf: Job };
}

/** Works out one request. */
export function transact(graph: DependencyGraph, request: Request, state: ManagerState): Transaction {
  const jobs = new Jobs();
  const { skipped, failure } = addJobs(graph, request, state, jobs);
  if (failure !== undefined) return { jobs: [], cycles: [], deleted: [], skipped, failure };
  jobs.markMattering();
  dropRedundant(jobs, state);
  const { cycles, failure: cyclic } = breakCycles(graph, jobs, state, request.isolate !== true);
  const contradiction = cyclic ?? mergeJobs(jobs, request.isolate !== true, state.version);
  dropRedundant(jobs, state);
  const done = { cycles, deleted: jobs.deleted, skipped };
  return contradiction === undefined ? { jobs: jobs.all(), ...done } : { jobs: [], ...done, failure: contradiction };
}

/** Drops what changes nothing; units of which one job changes something keep all. systemd: transaction_drop_redundant() */
function dropRedundant(jobs: Jobs, { installed, active }: ManagerState): void {
  for (const unit of jobs.units()) {
    const installedType = installed.get(unit);
    const keeps = jobs
      .of(unit)
      .some(
        job =>
          jobs.isAnchor(job) ||
          !isRedundant(job, active.has(unit)) ||
          (installedType !== undefined && mergedType(job.type, installedType) === undefined),
      );
    if (!keeps) for (const job of [...jobs.of(unit)]) jobs.remove(job);
  }
}

/** The manager after a transaction: its jobs are queued, over those of earlier ones. systemd: job_install() */
export function install({ jobs }: Transaction, state: ManagerState): ManagerState {
  const installed = new Map(state.installed);
  for (const { unit, type } of jobs) {
    const before = installed.get(unit);
    installed.set(unit, (before !== undefined && mergedType(before, type)) || type);
  }
  return { ...state, installed };
}

/** Whether `systemctl isolate` accepts a unit. */
export function mayIsolate({ settings }: Unit): boolean {
  return flagOf(settings, "Unit", "AllowIsolate", false);
}
