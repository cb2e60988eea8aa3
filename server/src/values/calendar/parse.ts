/** Reading calendar events. systemd: calendar_spec_from_string(), src/shared/calendarspec.c */
import type { ValuePart } from "../kind.ts";
import { type CalendarFault, fault, isFault } from "./fault.ts";
import { dayFirst, wholeMistake } from "./mistakes.ts";
import { printCalendar } from "./print.ts";
import { rangeFaults } from "./ranges.ts";
import { readDate, readTime } from "./reader.ts";
import { shorthand } from "./shorthands.ts";
import { type CalendarSpec, everyWeekday, normalise } from "./spec.ts";
import { readWeekdays, weekdayAt } from "./weekdays.ts";
import { isZoneName } from "./zones.ts";

/** An event in normal form, or what is wrong with it, in the order of the text. */
export type CalendarOutcome =
  | { readonly spec: CalendarSpec; readonly parts: readonly ValuePart[] }
  | { readonly faults: readonly CalendarFault[]; readonly parts: readonly ValuePart[] };

/** The abbreviations of the host's time zone, which may be written instead of a zone's name: `CET`, `CEST`. */
export interface LocalNames {
  readonly standard: string;
  readonly daylight: string;
}

/** Reads a whole text as a calendar event. */
export function parseCalendar(text: string, local?: LocalNames): CalendarOutcome {
  const { body, zone, parts: zoneParts } = splitZone(text, local);
  const read = readBody(body, zone);
  if (isFault(read)) return { faults: [explained(body, read)], parts: [] };
  const parts = [...read.parts, ...zoneParts];
  const spec = normalise(read.spec);
  const faults = rangeFaults(spec, body);
  if (faults.length === 0) return { spec, parts };
  const swapped = dayFirst(body);
  return { faults: swapped === undefined ? faults : [swapped], parts };
}

type ZoneFields = Pick<CalendarSpec, "zone" | "local">;

/** Takes the time zone from the end: UTC, then the host's abbreviations, then names. */
function splitZone(
  text: string,
  local: LocalNames | undefined,
): { body: string; zone: ZoneFields; parts: readonly ValuePart[] } {
  const space = text.lastIndexOf(" ");
  const word = text.slice(space + 1);
  const zone = space < 0 ? undefined : readZone(word, local);
  if (zone === undefined) return { body: text, zone: {}, parts: [] };
  return {
    body: text.slice(0, space),
    zone,
    parts: [{ kind: "time-zone", span: { start: space + 1, end: text.length } }],
  };
}

function readZone(word: string, local: LocalNames | undefined): ZoneFields | undefined {
  const lower = word.toLowerCase();
  if (lower === "utc") return { zone: "UTC" };
  if (local !== undefined && lower === local.standard.toLowerCase())
    return { local: { name: local.standard, daylight: false } };
  if (local !== undefined && lower === local.daylight.toLowerCase())
    return { local: { name: local.daylight, daylight: true } };
  return isZoneName(word) ? { zone: word } : undefined;
}

const nothing: CalendarSpec = {
  weekdays: 0,
  endOfMonth: false,
  year: [],
  month: [],
  day: [],
  hour: [],
  minute: [],
  second: [],
};

interface Body {
  readonly spec: CalendarSpec;
  readonly parts: readonly ValuePart[];
}

function readBody(text: string, zone: ZoneFields): Body | CalendarFault {
  if (text === "") return fault("A calendar event must not be empty; write one such as daily or Mon..Fri 09:00", 0, 0);
  const short = shorthand(text);
  if (short !== undefined)
    return {
      spec: { ...nothing, ...short, ...zone },
      parts: [{ kind: "keyword", span: { start: 0, end: text.length } }],
    };
  const weekdays = readWeekdays(text);
  if (isFault(weekdays)) return weekdays;
  const date =
    weekdayAt(text, weekdays.end) === undefined ? readDate(text, weekdays.end) : secondWeekdays(text, weekdays.end);
  if (isFault(date)) return date;
  const time = date.complete === true ? undefined : readTime(text, date.end);
  if (isFault(time)) return time;
  const parts = [...weekdays.parts, ...date.parts, ...(time?.parts ?? [])];
  return {
    spec: { ...nothing, ...zone, ...date.fields, ...time?.fields, weekdays: weekdays.bits & everyWeekday },
    parts,
  };
}

/** A weekday where the date should begin. */
function secondWeekdays(text: string, end: number): CalendarFault {
  const start = text.slice(0, end).trimEnd().length;
  const comma = text.charAt(start - 1) === ",";
  return fault("Weekdays are joined by commas, without blanks", start, end, comma ? "" : ",");
}

/** What the text as a whole looks like explains more than the first piece that does not fit. */
function explained(text: string, first: CalendarFault): CalendarFault {
  const mistake = wholeMistake(text);
  if (mistake === undefined) return first;
  const { message, meant } = mistake;
  if (meant === undefined) return fault(message, 0, text.length);
  const outcome = readBody(meant, {});
  if (isFault(outcome)) return fault(message, 0, text.length);
  const spec = normalise(outcome.spec);
  if (rangeFaults(spec, meant).length > 0) return fault(message, 0, text.length);
  const replacement = shorthand(meant) === undefined ? printCalendar(spec) : meant;
  return fault(`${message}; write ${replacement}`, 0, text.length, replacement);
}
