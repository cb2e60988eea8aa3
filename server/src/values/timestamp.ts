/** Points in time such as `2026-01-31 12:00`, `tomorrow` and `+1h`. systemd: parse_timestamp(), src/basic/time-util.c */
import type { Span } from "../text/span.ts";
import { weekdayOf } from "./calendar/civil.ts";
import { LocalClock, type LocalTime, localTimeAt } from "./calendar/local-time.ts";
import { lastInstant } from "./calendar/next.ts";
import { longNames, weekdayAt } from "./calendar/weekdays.ts";
import { isZoneName, openZone, utc, type Zone } from "./calendar/zones.ts";
import { whole } from "./kind.ts";
import { readTimeSpan } from "./time.ts";
import { readDateAndTime } from "./timestamp-forms.ts";

/** Microseconds since 1970, or what is wrong. */
export type TimestampOutcome =
  | { readonly value: bigint }
  | { readonly fault: { readonly message: string; readonly span: Span } };

/** From where a timestamp is read. */
export interface Here {
  /** Microseconds since 1970. */
  readonly now: bigint;
  readonly zone: Zone;
  /** The abbreviations of the zone, which may be written behind a time. */
  readonly names?: { readonly standard: string; readonly daylight: string };
}

/** Reads a whole text as a timestamp. */
export function readTimestamp(text: string, here: Here): TimestampOutcome {
  const outcome = read(text, here);
  const range = outcome !== undefined && (outcome < 0n || outcome > lastInstant);
  if (outcome !== undefined && !range) return { value: outcome };
  const message = range ? `${text} lies beyond the years from 1970 to 9999` : mistake(text);
  return { fault: { message, span: whole(text) } };
}

const second = 1_000_000n;

function mistake(text: string): string {
  const weekday = weekdayAt(text, 0);
  const date = /^[a-z]+ (\d{4})-(\d\d?)-(\d\d?)(?= |T|$)/i.exec(text);
  if (weekday !== undefined && date !== null) {
    const real = weekdayOf(Number(date[1]), Number(date[2]), Number(date[3]));
    if (real !== weekday.day) return `${date[0].replace(/^\S+ /, "")} is a ${longNames[real]}`;
  }
  return `${text} is no timestamp; write one such as 2026-01-31 12:00, @1234, tomorrow or +1h`;
}

/** Takes the zone from the end, in any of its forms. */
function read(text: string, here: Here): bigint | undefined {
  if (/..Z$/s.test(text)) {
    const welded = readIn(text.slice(0, -1), { ...here, zone: utc });
    if (welded !== undefined) return welded;
  }
  const shift = /[^ ][+-]..:..$/s.test(text) ? offsetOf(text.slice(-6)) : undefined;
  if (shift !== undefined) return shifted(text.slice(0, -6), shift, here);
  const space = text.lastIndexOf(" ");
  if (space < 0) return readHere(text, here);
  const before = text.slice(0, space);
  const word = text.slice(space + 1);
  if (word === "UTC") return readIn(before, { ...here, zone: utc });
  const offset = offsetOf(word);
  if (offset !== undefined) return shifted(before, offset, here);
  if (word === here.names?.standard) return readIn(before, here, false);
  if (word === here.names?.daylight) return readIn(before, here, true);
  if (!isZoneName(word)) return readHere(text, here);
  const zone = openZone(word);
  return zone === undefined ? undefined : readIn(before, { ...here, zone });
}

/** Seconds of `+05`, `+0530`, `-03:00`; a day at most. */
function offsetOf(word: string): number | undefined {
  if (word === "Z") return 0;
  const [all, sign, hours, minutes = "0"] = /^([+-])(\d\d)(?::?([0-5]\d))?$/.exec(word) ?? [];
  if (all === undefined) return undefined;
  const size = Number(hours) * 3600 + Number(minutes) * 60;
  return size > 86_400 ? undefined : sign === "-" ? -size : size;
}

function shifted(text: string, offset: number, here: Here): bigint | undefined {
  const found = readIn(text, { ...here, zone: utc });
  return found === undefined ? undefined : found - BigInt(offset) * second;
}

/** Forms that bear no zone: seconds since 1970, and spans from now. */
function readHere(text: string, here: Here): bigint | undefined {
  if (text === "now") return here.now;
  if (text.startsWith("@")) return span(text.slice(1));
  const [, later] = /^\+(.*)$/s.exec(text) ?? /^(.*) left$/s.exec(text) ?? [];
  if (later !== undefined) return plus(here.now, span(later), 1n);
  const [, earlier] = /^-(.*)$/s.exec(text) ?? /^(.*) ago$/s.exec(text) ?? [];
  return earlier === undefined ? readIn(text, here) : plus(here.now, span(earlier), -1n);
}

function span(text: string): bigint | undefined {
  const outcome = readTimeSpan(text);
  return "value" in outcome && outcome.value !== "infinity" ? outcome.value : undefined;
}

function plus(now: bigint, length: bigint | undefined, sign: bigint): bigint | undefined {
  return length === undefined ? undefined : now + sign * length;
}

const days: ReadonlyMap<string, number> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
]);

/** Days and dates in a zone. */
function readIn(text: string, { now, zone }: Here, daylight?: boolean): bigint | undefined {
  const today: LocalTime = { ...localTimeAt(Number(now / second), zone), daylight };
  const clock = new LocalClock(zone);
  const day = days.get(text);
  if (day !== undefined) return instantOf(clock, { ...today, day: today.day + day, hour: 0, minute: 0, second: 0 }, 0);
  const weekday = weekdayAt(text, 0);
  const dated = weekday !== undefined && text.charAt(weekday.length) === " " ? text.slice(weekday.length + 1) : text;
  const form = readDateAndTime(dated, today);
  if (form === undefined) return undefined;
  const { year, month, day: date } = form.time;
  if (dated !== text && weekdayOf(year, month, date) !== weekday?.day) return undefined;
  return instantOf(clock, { ...form.time, daylight }, form.microseconds);
}

function instantOf(clock: LocalClock, time: LocalTime, microseconds: number): bigint | undefined {
  const moment = clock.momentOf(time);
  return moment === undefined ? undefined : BigInt(moment.instant) * second + BigInt(microseconds);
}
