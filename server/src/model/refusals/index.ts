/** What makes systemd refuse, or complain of, a merged unit. systemd: *_load(), *_verify(), unit_verify_contexts(), src/core */
import type { SystemdVersion, UnitType } from "../../catalog/directive.ts";
import { derive } from "../derived.ts";
import type { Unit } from "../unit.ts";
import type { UnitSet } from "../unit-set.ts";
import { nameChecks, unitChecks } from "./any.ts";
import { automountChecks } from "./automount.ts";
import { execChecks, forkingChecks, oldPamChecks } from "./exec.ts";
import { hasGaps } from "./gaps.ts";
import { filesOf, lostAttempts } from "./lost-lines.ts";
import { mountChecks } from "./mount.ts";
import { pathChecks } from "./path.ts";
import type { Check, Subject, UnitProblem } from "./problem.ts";
import { serviceChecks } from "./service.ts";
import { serviceNotes } from "./service-notes.ts";
import { sliceChecks } from "./slice.ts";
import { socketChecks } from "./socket.ts";
import { swapChecks } from "./swap.ts";
import { timerChecks } from "./timer.ts";

export type { Remedy, UnitProblem } from "./problem.ts";

/** Whether systemd refuses a unit for what its merged settings say. */
export function refuses(unit: Unit, set: UnitSet): boolean {
  return unitProblems(unit, set).some(({ verdict }) => verdict === "refuses");
}

/**
 * What systemd says of a unit that it has read to the end: complaints, and at most one refusal, behind which it does not look further.
 * Nothing of units that are masked, not found, or given up at a line; nor of skeletons in which whole lines are open, nor of units that are
 * known in parts. Worked out once.
 */
export function unitProblems(unit: Unit, set: UnitSet): readonly UnitProblem[] {
  return derive(unit, "problems", () => findProblems(unit, set));
}

function findProblems(unit: Unit, set: UnitSet): readonly UnitProblem[] {
  if (unit.load !== "loaded" && unit.load !== "bad-setting") return [];
  if (unit.fragment?.stop !== undefined || filesOf(unit).some(hasGaps)) return [];
  const subject = subjectOf(unit, set);
  const problems: UnitProblem[] = [];
  for (const check of checksOf(unit.type)) {
    const problem = applies(check, subject.version) ? findProblem(check, subject) : undefined;
    if (problem !== undefined) problems.push(problem);
    if (problem?.verdict === "refuses") break;
  }
  return problems.length > 0 && isAbridged(unit, set) ? [] : problems;
}

/** Of what systemd and distributions ship, only dependencies are known. */
function isAbridged({ entry }: Unit, { folders }: UnitSet): boolean {
  const name = entry?.path.slice(entry.path.lastIndexOf("/") + 1) ?? "";
  return folders.some(({ role, units }) => role === "stock" && units.get(name) === entry && entry !== undefined);
}

function subjectOf(unit: Unit, { catalog, manager, names }: UnitSet): Subject {
  const section = unit.type.charAt(0).toUpperCase() + unit.type.slice(1);
  return { unit, settings: unit.settings, section, version: catalog.version, manager, names };
}

function checksOf(type: UnitType): readonly Check[] {
  return byType[type] ?? unitChecks;
}

/** In the order in which systemd comes to them. */
const byType: Readonly<Partial<Record<UnitType, readonly Check[]>>> = {
  service: [
    ...execChecks,
    ...serviceChecks,
    ...oldPamChecks(["mixed"]),
    ...forkingChecks,
    ...serviceNotes,
    ...unitChecks,
  ],
  socket: [...execChecks, ...socketChecks, ...unitChecks],
  mount: [...nameChecks, ...mountChecks, ...unitChecks],
  automount: [...nameChecks, ...automountChecks, ...unitChecks],
  swap: [...nameChecks, ...swapChecks, ...unitChecks],
  timer: [...timerChecks, ...unitChecks],
  path: [...pathChecks, ...unitChecks],
  slice: [...nameChecks, ...sliceChecks, ...unitChecks],
};

function applies({ since = 0, until = Number.POSITIVE_INFINITY }: Check, version: SystemdVersion): boolean {
  return since <= version && version <= until;
}

function findProblem({ check, verdict, reads = [], find }: Check, subject: Subject): UnitProblem | undefined {
  const found = find(subject);
  if (found === undefined) return undefined;
  const read = reads.map(key => {
    const [section = "", name = ""] = key.split(".");
    return { section, name, setting: subject.settings.of(section, name) };
  });
  if (read.some(({ setting }) => setting?.assignments.some(({ at }) => at.parsed === undefined))) return undefined;
  const because = read.flatMap(({ section, name, setting }) =>
    (setting?.effective ?? []).length > 0 ? [] : lostAttempts(subject.unit, section, [name]),
  );
  return { check, verdict, ...found, because: [...(found.because ?? []), ...because] };
}
