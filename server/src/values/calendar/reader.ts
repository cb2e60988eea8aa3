/** The date and the time of a calendar event. systemd: parse_date(), parse_calendar_time(), src/shared/calendarspec.c */
import type { ValuePart } from "../kind.ts";
import { type Chain, readChain } from "./chain.ts";
import { civilOf } from "./civil.ts";
import { type CalendarFault, fault, isFault } from "./fault.ts";
import { type CalendarSpec, microsecondsPerSecond, single } from "./spec.ts";
import { strayWord } from "./stray.ts";

/** Some fields of a calendar event, and where to read on. */
export interface Reading {
  readonly fields: Partial<CalendarSpec>;
  readonly end: number;
  readonly parts: readonly ValuePart[];
  /** It was an instant, so that no time can follow. */
  readonly complete?: true;
}

/** Reads a date; what is a time instead is left alone. */
export function readDate(text: string, start: number): Reading | CalendarFault {
  const nothing: Reading = { fields: {}, end: start, parts: [] };
  if (start >= text.length) return nothing;
  if (text.charAt(start) === "@") return readInstant(text, start);
  const first = readChain(text, start, false);
  if (isFault(first)) return first;
  const separator = text.charAt(first.end);
  if (separator === "" || separator === ":") return nothing;
  const star = /^\* +/.exec(text)?.[0].length;
  if (star !== undefined) return fault("* is no weekday; leave it out", 0, star, "");
  if (separator !== "~" && separator !== "-") return badSeparator(text, first);
  const second = readChain(text, first.end + 1, false);
  if (isFault(second)) return second;
  if (endsDate(text, second.end)) return dated(text, start, [undefined, first, second], separator === "~");
  if (text.charAt(second.end) === ":") return hourRange(text, first, second);
  if (separator === "~") return fault("~ stands between month and day only", first.end, first.end + 1, "-");
  const third = readThird(text, second);
  if (isFault(third)) return third;
  return dated(text, start, [first, second, third], text.charAt(second.end) === "~");
}

function readThird(text: string, second: Chain): Chain | CalendarFault {
  if (!/[~-]/.test(text.charAt(second.end))) return badSeparator(text, second);
  const third = readChain(text, second.end + 1, false);
  return isFault(third) || endsDate(text, third.end) ? third : badEnd(text, third.end);
}

function endsDate(text: string, at: number): boolean {
  return /^ ?$/.test(text.charAt(at));
}

function dated(
  text: string,
  start: number,
  [year, month, day]: readonly [Chain | undefined, Chain, Chain],
  endOfMonth: boolean,
): Reading {
  const blanks = /^ */.exec(text.slice(day.end))?.[0].length ?? 0;
  return {
    fields: { year: year?.components ?? [], month: month.components, day: day.components, endOfMonth },
    end: day.end + blanks,
    parts: [{ kind: "date", span: { start, end: day.end } }],
  };
}

/** Seconds since 1970. Years beyond the limits are judged later, like all numbers. */
function readInstant(text: string, start: number): Reading | CalendarFault {
  const [all, sign, digits] = /^@[ \t\n\v\f\r]*([+-]?)([0-9]+)/.exec(text.slice(start)) ?? [];
  if (all === undefined || digits === undefined) return noInstant(text, start);
  const end = start + all.length;
  const seconds = Number(digits);
  const last = 7_258_118_399;
  if (seconds > last || (sign === "-" && seconds > 0))
    return fault(`${all} lies beyond the years from 1970 to 2199`, start, end);
  const rest = text.slice(end);
  if (rest.trim() === "" && rest !== "") return fault("There must be no blank here", end, text.length, "");
  if (rest !== "") return fault(`${rest.trim()} cannot follow seconds since 1970`, end, text.length);
  const { year, month, day, hour, minute, second } = civilOf(seconds);
  const fields = { year, month, day, hour, minute, second: second * microsecondsPerSecond };
  const chains = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, single(value)]));
  return { fields: { ...chains, zone: "UTC" }, end, parts: [{ kind: "time", span: { start, end } }], complete: true };
}

function noInstant(text: string, start: number): CalendarFault {
  return fault("Behind @ come seconds since 1970", start, text.length);
}

/** Reads the time to the end of the text; none is midnight. */
export function readTime(text: string, start: number): Reading | CalendarFault {
  const midnight = { hour: single(0), minute: single(0), second: single(0) };
  if (start >= text.length) return { fields: midnight, end: start, parts: [] };
  const hour = readChain(text, start, false);
  if (isFault(hour)) return hour;
  if (text.charAt(hour.end) !== ":") return noMinutes(text, hour);
  const minute = readChain(text, hour.end + 1, false);
  if (isFault(minute)) return minute;
  const known = { hour: hour.components, minute: minute.components };
  if (minute.end === text.length) return timed(start, minute.end, { ...known, second: single(0) });
  if (text.charAt(minute.end) !== ":") return badEnd(text, minute.end);
  const second = readChain(text, minute.end + 1, true);
  if (isFault(second)) return second;
  if (second.end < text.length) return badEnd(text, second.end);
  return timed(start, second.end, { ...known, second: second.components });
}

function timed(start: number, end: number, fields: Partial<CalendarSpec>): Reading {
  return { fields, end, parts: [{ kind: "time", span: { start, end } }] };
}

/** `9-17:00` reads as a date, but is meant as a range of hours. */
function hourRange(text: string, first: Chain, second: Chain): CalendarFault {
  const range = `${text.slice(first.start, first.end)}..${text.slice(second.start, second.end)}`;
  return fault(`Ranges are written with two points: ${range}`, first.end, first.end + 1, "..");
}

function noMinutes(text: string, hour: Chain): CalendarFault {
  const { start, end } = hour;
  const written = text.slice(start, end);
  if (end < text.length) return badEnd(text, end);
  if (written === "*") return fault("* is no time; write *:* for every minute, or *-*-* for every day", start, end);
  const alone = start === 0 ? `${written} alone is neither date nor time` : `${written} is no time`;
  return fault(`${alone}; write ${written}:00`, start, end, `${written}:00`);
}

function badSeparator(text: string, chain: Chain): CalendarFault {
  return starWithStep(text, chain) ?? badEnd(text, chain.end);
}

/** `*` with a repetition behind it. */
function starWithStep(text: string, { start, end }: Chain): CalendarFault | undefined {
  const [all, step] = /^\*(\/[0-9]+)/.exec(text.slice(start)) ?? [];
  if (all === undefined) return undefined;
  const behindDash = /[-~]/.test(text.charAt(start - 1));
  const beforeDash = /[-~]/.test(text.charAt(start + all.length));
  const first = behindDash ? "1" : beforeDash ? undefined : "0";
  const hint = first === undefined ? "" : `; write ${first}${step}`;
  return fault(`A repetition needs a number to count from, not *${hint}`, start, end, first);
}

/** What stands where a date or time should end. */
function badEnd(text: string, at: number): CalendarFault {
  const next = text.charAt(at);
  if (next === " ") return strayWord(text, at);
  const star = text.charAt(at - 1) === "*" ? starWithStep(text, { components: [], start: at - 1, end: at }) : undefined;
  if (star !== undefined) return star;
  if (/^-[0-9]/.test(text.slice(at))) return fault("Ranges are written with two points", at, at + 1, "..");
  return fault(`${next} cannot stand here; a calendar event looks like Mon *-*-* 09:00:00`, at, at + 1);
}
