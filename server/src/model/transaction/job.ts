/** Jobs of a transaction. systemd: src/core/job.c */
import type { Unit } from "../unit.ts";

/** What a job does to its unit. */
export type JobType = "start" | "verify-active" | "stop" | "restart";

/** One job; while a transaction is built, a unit may have several. */
export interface Job {
  readonly unit: Unit;
  type: JobType;
  /** What asked for it. Empty for the jobs that were asked for by name. */
  readonly askedBy: Set<JobLink>;
  /** What it asks for. */
  readonly asks: Set<JobLink>;
  /** Whether the whole transaction fails without it. */
  matters: boolean;
}

/** One job that asks for another. */
export interface JobLink {
  by: Job;
  of: Job;
  /** Whether the asking job cannot do without. */
  readonly matters: boolean;
  /** Whether it comes from a Conflicts=. */
  readonly conflicts: boolean;
}

/** A job without links. */
export function newJob(unit: Unit, type: JobType): Job {
  return { unit, type, askedBy: new Set(), asks: new Set(), matters: false };
}

/** Makes a link between two jobs. systemd: job_dependency_new() */
export function linkJobs(by: Job, of: Job, matters: boolean, conflicts: boolean): void {
  const link: JobLink = { by, of, matters, conflicts };
  by.asks.add(link);
  of.askedBy.add(link);
}

/** The one job that does what both do; undefined where they contradict each other. systemd: job_type_lookup_merge() */
export function mergedType(one: JobType, other: JobType): JobType | undefined {
  if (one === other) return one;
  if (one === "stop" || other === "stop") return undefined;
  return one === "restart" || other === "restart" ? "restart" : "start";
}

/** Whether it changes nothing about a unit that is active or not. systemd: job_type_is_redundant() */
export function isRedundant({ type }: Job, isActive: boolean): boolean {
  if (type === "restart") return false;
  return type === "stop" ? !isActive : isActive;
}

/** Whether the first of two jobs whose units are ordered so runs before the second: stopping goes the other way. systemd: job_compare() */
export function runsBefore(_earlier: Job, later: Job): boolean {
  return later.type !== "stop" && later.type !== "restart";
}
