/** `unitlint calendar EXPRESSION…`: the normal form of calendar events, and when they elapse. */
import { conflictOf } from "../../values/calendar/conflicts.ts";
import { type CalendarOutcome, type LocalNames, parseCalendar } from "../../values/calendar/parse.ts";
import { printCalendar } from "../../values/calendar/print.ts";
import type { CalendarSpec } from "../../values/calendar/spec.ts";
import { type Clock, localNames, nextElapses } from "../../values/calendar/upcoming.ts";
import { nearestZone, openZone, utc, type Zone } from "../../values/calendar/zones.ts";
import { readTimestamp } from "../../values/timestamp.ts";
import { printRelative, printTimestamp } from "../../values/timestamp-print.ts";
import { type CommandOutput, joinOutputs } from "../command-output.ts";
import { fieldTable, type Row } from "../field-table.ts";
import { pointAt } from "../pointer.ts";
import { UsageError } from "../usage-error.ts";

/** What was asked. */
export interface CalendarArguments {
  readonly expressions: readonly string[];
  /** How many times to tell; 1 by default. */
  readonly iterations?: number | undefined;
  /** A timestamp from which to look ahead; now by default. */
  readonly baseTime?: string | undefined;
  /** The zone of events without one, and of what is printed; the host's by default. */
  readonly timezone?: string | undefined;
}

/** Tells of every expression; status 1 where one is wrong. Throws a UsageError where the options make no sense. */
export function calendar(args: CalendarArguments, clock: Clock): CommandOutput {
  const { iterations = 1 } = args;
  if (!Number.isInteger(iterations) || iterations < 1) throw new UsageError("--iterations takes a number from 1");
  const zone = args.timezone === undefined ? (openZone(clock.timezone) ?? utc) : wishedZone(args.timezone);
  const names = localNames(zone, clock.now);
  const base = args.baseTime === undefined ? clock.now : baseTime(args.baseTime, { now: clock.now, zone, names });
  const view = { now: clock.now, base, zone, names, iterations };
  return joinOutputs(args.expressions.map(expression => tell(expression, view)));
}

interface View {
  readonly now: bigint;
  readonly base: bigint;
  readonly zone: Zone;
  readonly names: LocalNames;
  readonly iterations: number;
}

function wishedZone(name: string): Zone {
  const zone = openZone(name);
  if (zone !== undefined) return zone;
  const meant = nearestZone(name);
  throw new UsageError(
    `--timezone ${name}: there is no such time zone${meant === undefined || meant === name ? "" : `; did you mean ${meant}?`}`,
  );
}

function baseTime(text: string, here: Parameters<typeof readTimestamp>[1]): bigint {
  const outcome = readTimestamp(text, here);
  if ("fault" in outcome) throw new UsageError(`--base-time: ${outcome.fault.message}`);
  return outcome.value;
}

function tell(expression: string, view: View): CommandOutput {
  const outcome = parseCalendar(expression, view.names);
  if ("faults" in outcome) {
    return { stdout: "", stderr: outcome.faults.map(fault => pointAt(expression, fault)).join(""), status: 1 };
  }
  const normal = printCalendar(outcome.spec);
  const zone = openZone(outcome.spec.zone ?? view.zone.name);
  if (zone === undefined) return unknownZone(expression, normal, outcome.spec);
  const rows: Row[] = [["Normalized form", normal]];
  if (normal !== expression) rows.unshift(["Original form", expression]);
  const times = nextElapses(outcome.spec, zone, view.base, view.iterations);
  if (times === undefined) {
    const stderr = `unitlint: the search for the next elapse of ${normal} was given up, as systemd does\n`;
    return { stdout: fieldTable(rows), stderr, status: 1 };
  }
  if (times.length === 0) rows.push(["Next elapse", "never"]);
  rows.push(...times.flatMap((time, i) => timeRows(time, i, view)));
  return { stdout: fieldTable(rows), stderr: warning(expression, outcome), status: 0 };
}

function unknownZone(expression: string, normal: string, { zone }: CalendarSpec): CommandOutput {
  const rows: Row[] = [
    ["Original form", expression],
    ["Normalized form", normal],
  ];
  const stderr = `unitlint: this JavaScript engine does not know the time zone ${zone}, so that the next elapse cannot be told\n`;
  return { stdout: fieldTable(rows), stderr, status: 1 };
}

function timeRows(time: bigint, index: number, { zone, names, now }: View): readonly Row[] {
  const label = index === 0 ? "Next elapse" : `Iteration #${index + 1}`;
  const rows: Row[] = [[label, printTimestamp(time, zone)]];
  const isUtc = zone.at(Number(time / 1_000_000n)).offset === 0 && names.standard === names.daylight;
  if (!isUtc) rows.push(["(in UTC)", printTimestamp(time, utc)]);
  return [...rows, ["From now", printRelative(time, now)]];
}

/** A date that never comes is no error, but worth a word. */
function warning(expression: string, outcome: CalendarOutcome): string {
  const conflict = "spec" in outcome ? conflictOf(outcome.spec) : undefined;
  if (conflict === undefined) return "";
  const dated = outcome.parts.filter(({ kind }) => kind === "weekday" || kind === "date");
  const span = { start: dated[0]?.span.start ?? 0, end: dated.at(-1)?.span.end ?? expression.length };
  return pointAt(expression, { message: conflict.message, span }, "note: ");
}
