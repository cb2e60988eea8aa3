/** The exposure of a service row by row, with what to write about each, and the edits that write it. */
import { type Advice, adviceFor, adviceName, chosenAdvice } from "../exposure/advise.ts";
import { type Assessment, type Exposure, exposureOf, type Level } from "../exposure/exposure.ts";
import { type Suggestion, suggestDropIn } from "../exposure/suggest.ts";
import { drawsNothingNew } from "../lint/drawn.ts";
import type { Unit } from "../model/unit.ts";
import { rules } from "../rules/index.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";
import type { Change } from "./code-actions/action.ts";
import { dropInChange, sectionChange } from "./exposure-report/change.ts";

/** What is assessed of one unit. Scores are in tenths. */
export interface ExposureReport {
  readonly unit: string;
  /** The version of systemd by whose measure. */
  readonly systemd: number;
  readonly score: number;
  readonly level: Level;
  readonly rows: readonly ExposureReportRow[];
  /** What all advice that hardly ever breaks a service comes to. */
  readonly safe: { readonly names: readonly string[]; readonly score: number };
}

/** One assessment. */
export interface ExposureReportRow {
  readonly field: string;
  readonly name: string;
  readonly description: string;
  /** Null where it does not apply. */
  readonly good: boolean | null;
  /** Its share in the score. */
  readonly share: number;
  /** The strongest first, what nothing speaks against before the rest. */
  readonly advice: readonly ReportedAdvice[];
}

/** What may be written. */
export interface ReportedAdvice {
  readonly name: string;
  readonly lines: readonly string[];
  readonly forbids: string;
  readonly breaks: string;
  /** Why it would or may break this unit. */
  readonly objection: string | null;
  /** Whether it hardly ever breaks a service, and nothing in this unit speaks against it. */
  readonly safe: boolean;
  /** The score with it and nothing else. */
  readonly score: number;
}

/** Where advice is written: a drop-in of its own, or the file itself. */
export type AdvicePlace = "drop-in" | "file";

/** The report of the unit of a file; a sentence why there is none, undefined for what is no unit file. */
export function exposureReport(snapshot: Snapshot, uri: FileUri): ExposureReport | string | undefined {
  const judged = judgedUnit(snapshot, uri);
  if (judged === undefined || typeof judged === "string") return judged;
  const { unit, file } = judged;
  const options = optionsOf(file);
  const exposure = exposureOf(unit, options);
  const advice = adviceFor(unit, file.set, options);
  const safe = suggested(file, unit);
  return {
    unit: unit.id,
    systemd: options.version,
    score: exposure.tenths,
    level: exposure.level,
    rows: rowsOf(exposure, advice),
    safe: { names: safe.rows.map(({ hardening }) => adviceName(hardening)), score: safe.after },
  };
}

/** What writing some advice changes, `all-safe` for all that is safe, and the score that it brings; undefined where nothing is to be written. */
export function exposureChange(
  snapshot: Snapshot,
  uri: FileUri,
  names: readonly string[] | "all-safe",
  place: AdvicePlace,
): { readonly change: Change; readonly before: number; readonly after: number } | undefined {
  const judged = judgedUnit(snapshot, uri);
  if (judged === undefined || typeof judged === "string") return undefined;
  const { unit, file } = judged;
  const chosen = names === "all-safe" ? suggested(file, unit) : chosenAdvice(unit, file.set, names, optionsOf(file));
  if (chosen.rows.length === 0) return undefined;
  const change = place === "file" ? sectionChange(file, chosen.text) : dropInChange(snapshot, file, unit, chosen.text);
  return { change, before: chosen.before, after: chosen.after };
}

function judgedUnit(
  snapshot: Snapshot,
  uri: FileUri,
): { readonly unit: Unit; readonly file: WorkspaceFile } | string | undefined {
  const file = snapshot.file(uri);
  if (file === undefined) return undefined;
  const { unit } = file;
  if (unit === undefined) return "This drop-in is for all units of a type, and systemd assesses single services";
  if (unit.type !== "service") return `systemd assesses services only, and ${unit.id} is none`;
  if (unit.load !== "loaded") return `systemd would not load ${unit.id}; the findings of its file say why`;
  return { unit, file };
}

function optionsOf({ set: { catalog, manager } }: WorkspaceFile) {
  return { version: catalog.version, manager };
}

function suggested(file: WorkspaceFile, unit: Unit): Suggestion {
  const bears = drawsNothingNew(unit, file.set, rules);
  return suggestDropIn(unit, file.set, { ...optionsOf(file), level: "safe", bears });
}

function rowsOf({ assessments }: Exposure, advice: readonly Advice[]): ExposureReportRow[] {
  return assessments.map(({ row, description, set, exposure = 0 }: Assessment) => ({
    field: row.field,
    name: row.name,
    description,
    good: set,
    share: exposure,
    advice: advice
      .filter(({ hardening }) => exposure > 0 && hardening.improves.includes(row.field))
      .map(reported)
      .sort((a, b) => Number(b.safe) - Number(a.safe) || Number(a.objection !== null) - Number(b.objection !== null)),
  }));
}

function reported({ hardening, objection, after }: Advice): ReportedAdvice {
  const { lines, forbids, breaks, level } = hardening;
  return {
    name: adviceName(hardening),
    lines: lines.map(({ name, value }) => `${name}=${value}`),
    forbids,
    breaks,
    objection: objection ?? null,
    safe: level === "safe" && objection === undefined,
    score: after,
  };
}
