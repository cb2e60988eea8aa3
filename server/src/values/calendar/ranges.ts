/** The numbers that each field of a calendar event may hold. systemd: calendar_spec_valid(), chain_valid(), src/shared/calendarspec.c */
import type { Span } from "../../text/span.ts";
import { type CalendarFault, fault } from "./fault.ts";
import { type CalendarComponent, type CalendarSpec, type Field, fields, microsecondsPerSecond } from "./spec.ts";

interface Limits {
  readonly from: number;
  readonly to: number;
  /** For messages. */
  readonly name: string;
  readonly shown: string;
}

const limits: Readonly<Record<Field, Limits>> = {
  year: { from: 1970, to: 2199, name: "year", shown: "years go from 1970 to 2199" },
  month: { from: 1, to: 12, name: "month", shown: "months go from 1 to 12" },
  day: { from: 1, to: 31, name: "day", shown: "days go from 1 to 31" },
  hour: { from: 0, to: 23, name: "hour", shown: "hours go from 0 to 23" },
  minute: { from: 0, to: 59, name: "minute", shown: "minutes go from 0 to 59" },
  second: { from: 0, to: 60 * microsecondsPerSecond - 1, name: "second", shown: "seconds go from 0 to 59" },
};

/** Every component of a normalised event that systemd refuses; `text` is what was written. */
export function rangeFaults(spec: CalendarSpec, text: string): readonly CalendarFault[] {
  return fields
    .flatMap(field =>
      spec[field].flatMap((component, i) => componentFault(component, limitsOf(spec, field, i), text) ?? []),
    )
    .sort((one, other) => one.span.start - other.span.start);
}

/** Days from the end of the month go to 28; systemd takes three off again for each further alternative. */
function limitsOf(spec: CalendarSpec, field: Field, index: number): Limits & { readonly fromEnd: boolean } {
  const fromEnd = field === "day" && spec.endOfMonth;
  if (!fromEnd) return { ...limits[field], fromEnd };
  const to = limits.day.to - 3 * (index + 1);
  const shown =
    index === 0 ? "days behind ~ go from 1 to 28" : `number ${index + 1} of the days behind ~ goes from 1 to ${to}`;
  return { ...limits.day, to, fromEnd, shown };
}

function componentFault(
  { start, stop, repeat, written }: CalendarComponent,
  { from, to, name, shown, fromEnd }: Limits & { readonly fromEnd: boolean },
  text: string,
): CalendarFault | undefined {
  if (written === undefined) return undefined;
  const outside = (value: number) => value < from || value > to;
  if (outside(start)) return noSuch(text, written.start, name, shown);
  if (repeat > to - from) return neverRepeats(text, written.start, written.repeat ?? written.start, name);
  if (stop >= 0) {
    const span = written.stop ?? written.start;
    if (outside(stop)) return noSuch(text, span, name, shown);
    return start + repeat > stop ? backwards(text, written.start, span, name) : undefined;
  }
  const beyond = fromEnd ? start - repeat < from : start + repeat > to;
  return beyond ? neverRepeats(text, written.start, written.repeat ?? written.start, name) : undefined;
}

function noSuch(text: string, { start, end }: Span, name: string, shown: string): CalendarFault {
  const word = text.slice(start, end);
  return fault(`${word} is no ${name}; ${shown}`, start, end, name === "hour" && word === "24" ? "00" : undefined);
}

function neverRepeats(text: string, first: Span, { start, end }: Span, name: string): CalendarFault {
  const step = text.slice(start, end);
  const message = `From ${name} ${text.slice(first.start, first.end)} on, a repetition every ${step} never comes; leave it out`;
  return text.charAt(start - 1) === "/" ? fault(message, start - 1, end, "") : fault(message, start, end);
}

/** A range over midnight, or over the new year, is written as two. */
function backwards(text: string, { start, end }: Span, stop: Span, name: string): CalendarFault {
  const range = text.slice(start, stop.end);
  const wraps: Readonly<Record<string, readonly [string, string]>> = {
    hour: ["23", "00"],
    minute: ["59", "00"],
    month: ["12", "01"],
  };
  const [last, first] = wraps[name] ?? [];
  const meant =
    last === undefined ? undefined : `${text.slice(start, end)}..${last},${first}..${text.slice(stop.start, stop.end)}`;
  return fault(`${range} runs backwards${meant === undefined ? "" : `; write ${meant}`}`, start, stop.end, meant);
}
