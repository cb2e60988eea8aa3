/** `unitlint simulate boot|start UNIT|isolate UNIT`: the jobs that systemd would run, in order, and those that it would not. */
import { said } from "../../lint/ordering-edge.ts";
import { buildGraph, type DependencyGraph } from "../../model/graph.ts";
import { flagOf } from "../../model/reading.ts";
import type { Failure } from "../../model/transaction/add.ts";
import type { OrderingCycle } from "../../model/transaction/cycles.ts";
import type { Job } from "../../model/transaction/job.ts";
import { type Schedule, schedule } from "../../model/transaction/schedule.ts";
import {
  type DeletedJob,
  idleManager,
  type ManagerState,
  mayIsolate,
  type Transaction,
  transact,
} from "../../model/transaction/transaction.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import type { CommandOutput } from "../command-output.ts";
import { namedUnit } from "../opened-units.ts";
import { type Paint, printable, printableJson } from "../terminal.ts";

/** What to simulate. */
export interface SimulateArguments {
  /** `isolate` begins with the system as it is after a boot; the others with one in which nothing runs. */
  readonly what: "boot" | "start" | "isolate";
  /** Not for a boot. */
  readonly unit?: string | undefined;
  readonly format: "human" | "json";
}

/** Works out the transaction and prints it; exit status 1 where nothing would start, or a job is deleted. */
export function simulate(set: UnitSet, args: SimulateArguments, paint: Paint): CommandOutput {
  const named = namedUnit(set, args.what === "boot" ? "default.target" : (args.unit ?? ""));
  if ("problem" in named) return { stdout: "", stderr: `unitlint: ${named.problem}\n`, status: 1 };
  const graph = buildGraph(set, ["default.target", named.name]);
  const unit = set.unit(named.name);
  const problem = refusalOf(unit, args);
  if (problem !== undefined) return { stdout: "", stderr: `unitlint: ${problem}\n`, status: 1 };
  const state = args.what === "isolate" ? booted(graph) : idleManager(set.catalog.version);
  const transaction = transact(graph, { unit, type: "start", isolate: args.what === "isolate" }, state);
  const told: Told = { graph, unit, transaction, schedule: schedule(graph, transaction.jobs) };
  const note = named.note === undefined ? "" : `unitlint: note: ${named.note}\n`;
  const stdout = args.format === "json" ? jsonText(told) : `${humanText(told, paint).join("\n")}\n`;
  const failed = transaction.failure !== undefined || transaction.cycles.length > 0;
  return { stdout, stderr: note, status: failed ? 1 : 0 };
}

/** What systemctl refuses before any job is made. systemd: unit_queue_job_check_and_mangle_type(), manager_add_job() */
function refusalOf(unit: Unit, { what }: SimulateArguments): string | undefined {
  if (what === "start" && flagOf(unit.settings, "Unit", "RefuseManualStart", false))
    return `${printable(unit.id)} has RefuseManualStart=yes: only other units may start it`;
  if (what === "isolate" && !mayIsolate(unit)) return `${printable(unit.id)} does not have AllowIsolate=yes`;
  return undefined;
}

function booted(graph: DependencyGraph): ManagerState {
  const idle = idleManager(graph.set.catalog.version);
  const { jobs } = transact(graph, { unit: graph.set.unit("default.target"), type: "start" }, idle);
  return { ...idle, active: new Set(jobs.filter(({ type }) => type === "start").map(({ unit }) => unit)) };
}

interface Told {
  readonly graph: DependencyGraph;
  readonly unit: Unit;
  readonly transaction: Transaction;
  readonly schedule: Schedule;
}

function humanText({ unit, transaction, schedule: { rounds, criticalChain } }: Told, paint: Paint): string[] {
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

function jsonText({ unit, transaction, schedule: { rounds, criticalChain, waitsFor } }: Told): string {
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
