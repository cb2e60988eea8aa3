/** Adds a job and everything that it pulls in. systemd: transaction_add_job_and_dependencies(), transaction_add_isolate_jobs(), src/core/transaction.c */
import type { RelationKind } from "../dependency.ts";
import type { DependencyGraph } from "../graph.ts";
import { flagOf } from "../reading.ts";
import type { LoadState, Unit } from "../unit.ts";
import { type Job, type JobType, linkJobs } from "./job.ts";
import type { Jobs } from "./jobs.ts";
import type { ManagerState, Request } from "./transaction.ts";

/** Why a request cannot be met. */
export type Failure =
  /** A unit that is needed cannot be started: it is not found, masked, or refused. */
  | { readonly kind: "unit"; readonly unit: Unit; readonly load: Exclude<LoadState, "loaded"> }
  /** The order is a cycle in which every job matters. */
  | { readonly kind: "cyclic" }
  /** A unit would have to be started and stopped. */
  | { readonly kind: "conflicting"; readonly unit: Unit; readonly types: readonly [JobType, JobType] };

/** A unit that is wanted but cannot be started; nothing fails. */
export interface Skip {
  readonly unit: Unit;
  readonly by: Unit;
  /** The unit at which it fails: itself, or one that it needs. */
  readonly failure: Failure;
}

/** Adds the requested job and what follows from it; says what was wanted in vain, and why the request fails. */
export function addJobs(
  graph: DependencyGraph,
  { unit, type, isolate = false }: Request,
  state: ManagerState,
  jobs: Jobs,
): { skipped: readonly Skip[]; failure?: Failure } {
  const adder: Adder = { graph, state, jobs, skipped: [] };
  const failure = addTree(adder, { unit, type, matters: true, conflicts: false, need: "must" });
  if (failure !== undefined) return { skipped: adder.skipped, failure };
  if (isolate) addIsolateJobs(adder, unit);
  return { skipped: adder.skipped };
}

interface Adder {
  readonly graph: DependencyGraph;
  readonly state: ManagerState;
  readonly jobs: Jobs;
  readonly skipped: Skip[];
}

/** A job that another one asks for; `must`: the asking one fails with it. */
interface Pull {
  readonly unit: Unit;
  readonly type: JobType;
  readonly matters: boolean;
  readonly conflicts: boolean;
  readonly need: "must" | "may";
  /** Whether it is a stop that gives way to what else is asked of the unit. */
  readonly graceful?: boolean;
}

/** A job whose pulls are being added. */
interface Frame {
  readonly job: Job;
  readonly pull: Pull;
  readonly pulls: readonly Pull[];
  next: number;
}

/** Goes depth first, as systemd does, without its recursion: chains of dependencies may be long. */
function addTree(adder: Adder, root: Pull, by?: Job): Failure | undefined {
  const stack: Frame[] = [];
  let failure = enter(adder, root, by, stack);
  while (stack.length > 0) {
    const frame = stack.at(-1);
    if (frame === undefined) break;
    const pull = frame.pulls[frame.next];
    if (pull === undefined) {
      stack.pop();
      continue;
    }
    frame.next++;
    failure = enter(adder, pull, frame.job, stack);
    if (failure !== undefined) failure = unwind(adder, failure, pull, stack);
  }
  return failure;
}

/** A failure takes the asking jobs with it, up to one that can do without. */
function unwind(adder: Adder, failure: Failure, failed: Pull, stack: Frame[]): Failure | undefined {
  let pull = failed;
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    if (pull.need === "may") {
      adder.skipped.push({ unit: pull.unit, by: frame.job.unit, failure });
      return undefined;
    }
    stack.pop();
    if (adder.state.version >= dropsFailedSince) adder.jobs.remove(frame.job);
    pull = frame.pull;
  }
  return failure;
}

/** Before, a job stayed in the transaction though what it requires could not be added. */
const dropsFailedSince = 256;

function enter(adder: Adder, pull: Pull, by: Job | undefined, stack: Frame[]): Failure | undefined {
  const { unit, matters, conflicts, graceful = false } = pull;
  const type = graceful ? gracefulType(adder.jobs.of(unit)) : pull.type;
  if (type === undefined) return undefined;
  if (type !== "stop" && unit.load !== "loaded") return { kind: "unit", unit, load: unit.load };
  if (type === "stop" && unit.perpetual) return undefined;
  const { job, isNew } = adder.jobs.add(unit, type);
  if (by === undefined) adder.jobs.anchor(job);
  else linkJobs(by, job, matters, conflicts);
  if (isNew) stack.push({ job, pull, pulls: pullsOf(adder, job, by === undefined || graceful), next: 0 });
  return undefined;
}

/** A unit that is to be started is restarted instead; undefined where it goes down anyway. systemd: job_type_propagate_stop_graceful() */
function gracefulType(jobs: readonly Job[]): JobType | undefined {
  if (jobs.some(({ type }) => type === "stop" || type === "restart")) return undefined;
  return jobs.some(({ type }) => type === "start") ? "restart" : "stop";
}

function pullsOf({ graph, state }: Adder, { unit, type }: Job, passesOn: boolean): readonly Pull[] {
  if (type === "verify-active") return [];
  const graceful = passesOn && state.version >= gracefulSince ? related(graph, unit, ["PropagatesStopTo"]) : [];
  const gentle = graceful.map(other => ({ ...pulled(other, "stop", "must"), graceful: true }));
  if (type === "stop") {
    const others = related(graph, unit, state.version < gracefulSince ? stoppingOnce : stopping);
    return [...others.map(other => pulled(other, "stop", "must")), ...gentle];
  }
  return [
    ...related(graph, unit, ["Requires", "BindsTo"]).map(other => pulled(other, "start", "must")),
    ...related(graph, unit, ["Wants", "Upholds"]).map(other => pulled(other, "start", "may")),
    ...related(graph, unit, ["Requisite"]).map(other => pulled(other, "verify-active", "must")),
    ...related(graph, unit, ["Conflicts"]).map(other => ({ ...pulled(other, "stop", "must"), conflicts: true })),
    ...related(graph, unit, ["ConflictedBy"]).map(other => pulled(other, "stop", "may")),
    ...(type === "restart" ? [...restarted(graph, unit, state), ...gentle] : []),
  ];
}

/** Since this release PropagatesStopTo= passes on only the stop that was asked for, not one that follows from another job. */
const gracefulSince = 254;

/** What goes down with a unit. */
const stopping: readonly RelationKind[] = ["RequiredBy", "RequisiteOf", "BoundBy", "ConsistsOf"];
const stoppingOnce: readonly RelationKind[] = [...stopping, "PropagatesStopTo"];

/** What is not active is not restarted. */
function restarted(graph: DependencyGraph, unit: Unit, { active }: ManagerState): readonly Pull[] {
  return related(graph, unit, stopping)
    .filter(other => active.has(other))
    .map(other => pulled(other, "restart", "must"));
}

function pulled(unit: Unit, type: JobType, need: Pull["need"]): Pull {
  return { unit, type, need, matters: need === "must", conflicts: false };
}

function related(graph: DependencyGraph, unit: Unit, kinds: readonly RelationKind[]): readonly Unit[] {
  return kinds.flatMap(kind => [...graph.related(unit, kind).keys()]);
}

/** Stops what is active and not part of the new state. */
function addIsolateJobs(adder: Adder, unit: Unit): void {
  const { graph, jobs, state } = adder;
  const anchor = jobs.first(unit);
  if (anchor === undefined) return;
  for (const other of state.active) {
    if (other.perpetual || jobs.has(other) || ignoresIsolate(other)) continue;
    const kept = [...graph.related(other, "TriggeredBy").keys()].some(
      trigger => state.active.has(trigger) && (ignoresIsolate(trigger) || jobs.has(trigger)),
    );
    if (!kept) addTree(adder, pulled(other, "stop", "must"), anchor);
  }
}

function ignoresIsolate({ type, settings }: Unit): boolean {
  return flagOf(settings, "Unit", "IgnoreOnIsolate", type === "slice" || type === "scope" || type === "device");
}
