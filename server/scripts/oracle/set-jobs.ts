/** Compares the jobs that starting a unit makes, as the model and a service manager have them. */

import type { DependencyGraph } from "../../src/model/graph.ts";
import { flagOf } from "../../src/model/reading.ts";
import { idleManager, type Transaction, transact } from "../../src/model/transaction/transaction.ts";
import type { Unit } from "../../src/model/unit.ts";
import type { ManagerAnswer } from "./manager-dump.ts";
import type { Difference } from "./set-compare.ts";

/** What starting a unit would do as the first thing of all: slices that last are there, the root mount is not in a test. */
export function startOf(graph: DependencyGraph, unit: Unit): Transaction {
  const active = new Set(graph.units.filter(({ perpetual, type }) => perpetual && type !== "mount"));
  const state = { ...idleManager(graph.set.catalog.version), active };
  return transact(graph, { unit, type: "start", isolate: flagOf(unit.settings, "Unit", "AllowIsolate", false) }, state);
}

/**
 * The differences between what the model says of starting a unit and what a manager said, asked once or several times: which cycle it
 * finds first, and which job it deletes, is left to chance.
 */
export function compareJobs(unit: Unit, ours: Transaction, answers: readonly ManagerAnswer[]): readonly Difference[] {
  const differences: Difference[] = [];
  const compare: Compare = (what, systemd, model) => {
    if (systemd !== model) differences.push({ class: what, unit: unit.id, systemd, model });
  };
  const [answer] = answers;
  if (answer === undefined) return [];
  compare("cycle", String(hasCycle(answer)), String(ours.cycles.length > 0));
  if (differences.length > 0) return differences;
  for (const { messages } of answers) {
    const [first] = deletedIn(messages);
    if (first !== undefined && !deletable(ours).includes(first)) compare("deleted", first, deletable(ours).join(" "));
  }
  const deleted = new Set(answers.map(({ messages }) => deletedIn(messages).join(" ")));
  if (deleted.size > 1 || ours.cycles.length > 1) return differences;
  if (ours.cycles[0]?.deleted?.unit.id !== [...deleted][0] && ours.cycles.length > 0) return differences;
  compare("fails", String(answer.units.size === 0), String(ours.failure !== undefined));
  if (answer.units.size > 0) compareSets(compare, "jobs", answer.jobs, jobsOf(ours));
  return differences;
}

function deletedIn(messages: string): readonly string[] {
  return [...messages.matchAll(/Job (\S+)\/\S+ deleted to break ordering cycle/g)].map(([, id = ""]) => id);
}

function deletable({ cycles }: Transaction): readonly string[] {
  return cycles.flatMap(cycle => cycle.deletable.map(job => job.unit.id));
}

function jobsOf({ jobs }: Transaction): readonly string[] {
  return jobs.map(({ unit, type }) => `${unit.id} -> ${type}`);
}

function hasCycle({ messages }: ManagerAnswer): boolean {
  return /Found ordering cycle/.test(messages);
}

type Compare = (what: string, systemd: string, model: string) => void;

function compareSets(compare: Compare, what: string, their: readonly string[], our: readonly string[]): void {
  compare(
    what,
    their
      .filter(one => !our.includes(one))
      .sort()
      .join(", "),
    our
      .filter(one => !their.includes(one))
      .sort()
      .join(", "),
  );
}
