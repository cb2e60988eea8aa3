/** `unitlint simulate boot|start UNIT|isolate UNIT`: the jobs that systemd would run, in order, and those that it would not. */
import { buildGraph, type DependencyGraph } from "../../model/graph.ts";
import { flagOf } from "../../model/reading.ts";
import { schedule } from "../../model/transaction/schedule.ts";
import { idleManager, type ManagerState, mayIsolate, transact } from "../../model/transaction/transaction.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import { type Simulation, transactionJson, transactionText } from "../../reports/transaction.ts";
import type { CommandOutput } from "../command-output.ts";
import { namedUnit } from "../opened-units.ts";
import { type Paint, printable } from "../terminal.ts";

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
  const told: Simulation = { unit, transaction, schedule: schedule(graph, transaction.jobs) };
  const note = named.note === undefined ? "" : `unitlint: note: ${named.note}\n`;
  const stdout = args.format === "json" ? transactionJson(told) : `${transactionText(told, paint).join("\n")}\n`;
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
