/** Compares the jobs that starting a unit makes, as the model and a service manager have them. */
import type { RelationKind } from "../../src/model/dependency.ts";
import type { DependencyGraph } from "../../src/model/graph.ts";
import { flagOf } from "../../src/model/reading.ts";
import type { OrderingCycle } from "../../src/model/transaction/cycles.ts";
import { idleManager, type Transaction, transact } from "../../src/model/transaction/transaction.ts";
import type { Unit } from "../../src/model/unit.ts";
import type { ManagerAnswer } from "./manager-dump.ts";
import { readCycles, readDeleted } from "./manager-messages.ts";
import type { Difference } from "./set-compare.ts";

/** What starting a unit would do as the first thing of all: slices that last are there, the root mount is not in a test. */
export function startOf(graph: DependencyGraph, unit: Unit): Transaction {
  const active = new Set(graph.units.filter(({ perpetual, type }) => perpetual && type !== "mount"));
  const state = { ...idleManager(graph.set.catalog.version), active };
  return transact(graph, { unit, type: "start", isolate: flagOf(unit.settings, "Unit", "AllowIsolate", false) }, state);
}

/**
 * The differences between what the model says of starting a unit and what a manager said. Which cycle it finds first, which job it
 * deletes, and which of two contradicting jobs it looks at, is left to chance; what follows is not compared.
 */
export function compareJobs(
  graph: DependencyGraph,
  unit: Unit,
  ours: Transaction,
  answer: ManagerAnswer,
): readonly Difference[] {
  const differences: Difference[] = [];
  const compare = (what: string, systemd: string, model: string): void => {
    if (systemd !== model) differences.push({ class: what, unit: unit.id, systemd, model });
  };
  const cycles = readCycles(answer.messages);
  const deleted = readDeleted(answer.messages);
  for (const cycle of cycles) if (!isRing(graph, cycle, loose)) compare("cycle", cycle.join(" "), "-");
  if (cycles.some(cycle => !isRing(graph, cycle, ordering))) return differences;
  if (ours.failure?.kind === "conflicting") compare("fails", String(answer.units.size === 0), "true");
  if (contradicts(ours) || isHalfAdded(ours) || ours.cycles.some(cycle => hasEitherWay(graph, cycle)))
    return differences;
  compare("cyclic", String(cycles.length > 0), String(ours.cycles.length > 0));
  for (const id of deleted) if (matters(ours, id)) compare("deleted", id, "cannot be deleted");
  if (isUpToChance(graph, ours)) return differences;
  if (deleted.join(" ") !== ours.cycles.map(cycle => cycle.deleted?.unit.id ?? "").join(" ")) return differences;
  compare("fails", String(answer.units.size === 0), String(ours.failure !== undefined));
  const [their, our] = [answer.jobs, jobsOf(ours)];
  if (their.length === 0 || their.includes(ownTmp) !== our.includes(ownTmp)) return differences;
  compare("jobs", only(their, our), only(our, their));
  return differences;
}

/** Whether something that is wanted needs what is missing: systemd keeps the jobs that it has added before it finds that. */
function isHalfAdded({ skipped }: Transaction): boolean {
  return skipped.some(({ unit, failure }) => failure.kind !== "unit" || failure.unit !== unit);
}

/** Whether the jobs depend on which job of a cycle systemd deletes, or on whether it asked for a broken mount because of a path. */
function isUpToChance({ units }: DependencyGraph, { cycles }: Transaction): boolean {
  return (
    cycles.length > 1 ||
    cycles.some(cycle => cycle.deletable.length > 1) ||
    units.some(({ type, load }) => type === "mount" && (load === "bad-setting" || load === "error"))
  );
}

/** Whether the jobs are in a circle by the order that the model knows. */
function isRing({ set, related }: DependencyGraph, ids: readonly string[], kinds: readonly RelationKind[]): boolean {
  return ids.every((id, i) => {
    const [one, other] = [set.unit(id), set.unit(ids[(i + 1) % ids.length] ?? id)];
    return one === other || kinds.some(kind => related(one, kind).has(other));
  });
}

const ordering: readonly RelationKind[] = ["After", "Before"];

/** A target may also come after what it is part of: that depends on the order of loading. */
const loose: readonly RelationKind[] = [...ordering, "PartOf", "ConsistsOf"];

/** Whether two targets that pull in each other are in a cycle: which of them comes first depends on the order of loading. */
function hasEitherWay({ related }: DependencyGraph, { steps }: OrderingCycle): boolean {
  const pulls = (one: Unit, other: Unit) => pulling.some(kind => related(one, kind).has(other));
  return steps.some(
    ({ first: { unit: first }, next: { unit: next }, edges }) =>
      edges.every(({ dependency }) => dependency.origin === "default") && pulls(first, next) && pulls(next, first),
  );
}

const pulling: readonly RelationKind[] = ["Requires", "Requisite", "Wants", "BindsTo", "Upholds"];

function contradicts({ deleted, failure }: Transaction): boolean {
  return failure?.kind === "conflicting" || deleted.some(({ because }) => because === "conflict");
}

function matters({ jobs }: Transaction, id: string): boolean {
  return jobs.some(job => job.unit.id === id && job.matters);
}

function jobsOf({ jobs }: Transaction): readonly string[] {
  return jobs.map(({ unit, type }) => `${unit.id} -> ${type}`);
}

/** Whether units ask for it may depend on the order of loading. */
const ownTmp = "tmp.mount -> start";

function only(ones: readonly string[], others: readonly string[]): string {
  return ones
    .filter(one => !others.includes(one))
    .sort()
    .join(", ");
}
