/** A simulated start in words: which jobs run in which round, and which do not. */
import { said } from "../lint/ordering-edge.ts";
import type { Failure } from "../model/transaction/add.ts";
import type { OrderingCycle } from "../model/transaction/cycles.ts";
import type { Job } from "../model/transaction/job.ts";
import type { Schedule } from "../model/transaction/schedule.ts";
import type { DeletedJob, Transaction } from "../model/transaction/transaction.ts";
import type { Unit } from "../model/unit.ts";
import type { Paint } from "../text/paint.ts";
import { printable, printableJson } from "../text/printable.ts";

/** The jobs of a start, and the rounds in which they run. */
export interface Simulation {
  readonly unit: Unit;
  readonly transaction: Transaction;
  readonly schedule: Schedule;
}

/** The jobs by rounds, and what would go wrong; a line each. */
export function transactionText(
  { unit, transaction, schedule: { rounds, criticalChain } }: Simulation,
  paint: Paint,
): string[] {
  const { jobs, cycles, deleted, skipped, failure } = transaction;
  const head =
    failure === undefined
      ? `${printable(unit.id)}: ${count(jobs.length, "job")} in ${count(rounds.length, "round")}`
      : `${printable(unit.id)}: ${paint("error", "nothing would start")}: ${failureText(failure)}`;
  const width = String(rounds.length).length;
  return [
    paint("strong", head),
    ...rounds.map((round, i) => `${paint("dim", String(i + 1).padStart(width))} ${round.map(jobText).join(", ")}`),
    ...titled("Ordering cycles", cycles.map(cycleText), paint),
    ...titled("Deleted jobs", deleted.map(deletedText), paint),
    ...titled(
      "Wanted, but not started",
      skipped.map(
        ({ unit, by, failure }) => `${printable(unit.id)} (wanted by ${printable(by.id)}): ${failureText(failure)}`,
      ),
      paint,
    ),
    ...titled("Critical chain", chainText(criticalChain), paint),
  ];
}

/** The same for programs. */
export function transactionJson({
  unit,
  transaction,
  schedule: { rounds, criticalChain, waitsFor },
}: Simulation): string {
  const { cycles, deleted, skipped, failure } = transaction;
  const report = {
    unit: unit.id,
    jobs: rounds.flatMap((round, i) =>
      round.map(job => ({
        unit: job.unit.id,
        type: job.type,
        round: i + 1,
        askedBy: [...job.askedBy].map(({ by }) => by.unit.id),
        waitsFor: (waitsFor.get(job) ?? []).map(({ first }) => first.unit.id),
      })),
    ),
    deleted: deleted.map(({ unit, type, because }) => ({
      unit: unit.id,
      type,
      because: typeof because === "string" ? because : "dependency",
      ...(typeof because === "string" ? {} : { dependencyOf: because.dependencyOf.unit.id }),
    })),
    cycles: cycles.map(({ steps, deletable, deleted }) => ({
      units: steps.map(({ first }) => first.unit.id),
      deletable: deletable.map(({ unit }) => unit.id),
      deleted: deleted?.unit.id ?? null,
    })),
    skipped: skipped.map(({ unit, by, failure }) => ({ unit: unit.id, by: by.id, failure: failureText(failure) })),
    failure: failure === undefined ? null : failureText(failure),
    criticalChain:
      criticalChain.length === 0
        ? []
        : [criticalChain[0], ...criticalChain].map((step, i) => (i === 0 ? step?.first : step?.next)?.unit.id),
  };
  return `${printableJson(JSON.stringify(report, null, 2))}\n`;
}

function titled(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ["", paint("strong", title), ...lines.map(line => `  ${line}`)];
}

function chainText(chain: Schedule["criticalChain"]): readonly string[] {
  const [first] = chain;
  if (first === undefined) return [];
  return [
    jobText(first.first),
    ...chain.map(({ next, edges }) => `${jobText(next)}${edges[0] ? `: ${said(edges[0])}` : ""}`),
  ];
}

function jobText({ unit, type }: Pick<Job, "unit" | "type">): string {
  return type === "start" ? printable(unit.id) : `${printable(unit.id)}/${type}`;
}

function cycleText({ steps, deletable }: OrderingCycle): string {
  const path = [...steps, steps[0]].map(step => printable(step?.first.unit.id ?? "")).join(" → ");
  const names = deletable.map(({ unit }) => printable(unit.id));
  if (names.length === 0) return `${path}: cannot be broken, all of them are required`;
  return names.length === 1
    ? `${path}: broken by not starting ${names[0]}`
    : `${path}: broken by not starting one of ${names.join(", ")}`;
}

function deletedText({ unit, type, because }: DeletedJob): string {
  const job = jobText({ unit, type });
  if (because === "cycle") return `${job}: to break an ordering cycle`;
  return because === "conflict"
    ? `${job}: another job of the unit contradicts it`
    : `${job}: it needs ${jobText(because.dependencyOf)}`;
}

function failureText(failure: Failure): string {
  if (failure.kind === "cyclic") return "the order is a cycle of units that are all required";
  if (failure.kind === "conflicting")
    return `${printable(failure.unit.id)} would have to ${failure.types.join(" and to ")}`;
  const { unit, load } = failure;
  return `${printable(unit.id)} ${loadTexts[load]}`;
}

const loadTexts = {
  "not-found": "is not found",
  masked: "is masked",
  "bad-setting": "is refused for what it says; unitlint tells why",
  error: "cannot be read to its end",
} as const;

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}
