/** A calendar event as systemd stores it. systemd: struct CalendarSpec, src/shared/calendarspec.h; calendar_spec_normalize(), calendarspec.c */
import type { Span } from "../../text/span.ts";

/** The fields of a calendar event, from the largest. Seconds are counted in microseconds. */
export type Field = "year" | "month" | "day" | "hour" | "minute" | "second";

export const fields: readonly Field[] = ["year", "month", "day", "hour", "minute", "second"];

/** One alternative of a field: a number, a range, or either with a repetition. */
export interface CalendarComponent {
  readonly start: number;
  /** The last number of a range; -1 where there is none. */
  readonly stop: number;
  /** The step; 0 where it is a single number. */
  readonly repeat: number;
  /** Where it was written. */
  readonly written?: WrittenComponent;
}

/** The places of a component's pieces. */
export interface WrittenComponent {
  readonly start: Span;
  readonly stop?: Span;
  readonly repeat?: Span;
}

/** A calendar event; a field without components matches always. */
export interface CalendarSpec extends Readonly<Record<Field, readonly CalendarComponent[]>> {
  /** A bit a weekday, the lowest for Monday; 0 means any. */
  readonly weekdays: number;
  /** Days count from the end of the month. */
  readonly endOfMonth: boolean;
  /** `UTC`, or a name of the tz database; absent for local time. */
  readonly zone?: string;
  /** The abbreviation of local time that was written, and whether it is that of daylight saving. */
  readonly local?: { readonly name: string; readonly daylight: boolean };
}

export const microsecondsPerSecond = 1_000_000;
export const everyWeekday = 0x7f;

/** One number without range or repetition. */
export function single(start: number): readonly CalendarComponent[] {
  return [{ start, stop: -1, repeat: 0 }];
}

/** `*` of seconds. */
export const everySecond: readonly CalendarComponent[] = [{ start: 0, stop: -1, repeat: microsecondsPerSecond }];

/** The same event in systemd's normal form: short years made long, components sorted, ranges cut to whole steps. */
export function normalise(spec: CalendarSpec): CalendarSpec {
  return {
    ...spec,
    weekdays: spec.weekdays === everyWeekday ? 0 : spec.weekdays,
    endOfMonth: spec.endOfMonth && spec.day.length > 0,
    year: normaliseChain(spec.year.map(longYear)),
    month: normaliseChain(spec.month),
    day: normaliseChain(spec.day),
    hour: normaliseChain(spec.hour),
    minute: normaliseChain(spec.minute),
    second: normaliseChain(spec.second),
  };
}

function longYear(component: CalendarComponent): CalendarComponent {
  return { ...component, start: longYearOf(component.start), stop: longYearOf(component.stop) };
}

/** 12 is 2012, 89 is 1989. */
function longYearOf(year: number): number {
  if (year < 0 || year >= 100) return year;
  return year < 70 ? year + 2000 : year + 1900;
}

function normaliseChain(chain: readonly CalendarComponent[]): readonly CalendarComponent[] {
  const sorted = chain.map(cutToSteps).sort(compare);
  return sorted.filter((component, i) => {
    const next = sorted[i + 1];
    return next === undefined || compare(component, next) !== 0;
  });
}

/** A range that ends where a step falls; one without room for a step becomes a single number. */
function cutToSteps(component: CalendarComponent): CalendarComponent {
  const { start, repeat } = component;
  const stop =
    component.stop > start && repeat > 0 ? component.stop - ((component.stop - start) % repeat) : component.stop;
  return start === stop ? { ...component, stop: -1, repeat: 0 } : { ...component, stop };
}

function compare(one: CalendarComponent, other: CalendarComponent): number {
  return one.start - other.start || one.stop - other.stop || one.repeat - other.repeat;
}
