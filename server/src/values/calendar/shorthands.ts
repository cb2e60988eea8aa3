/** The words that are whole calendar events. systemd: calendar_spec_from_string(), src/shared/calendarspec.c */
import { type CalendarSpec, single } from "./spec.ts";

const minutely: Partial<CalendarSpec> = { second: single(0) };
const hourly: Partial<CalendarSpec> = { ...minutely, minute: single(0) };
const daily: Partial<CalendarSpec> = { ...hourly, hour: single(0) };
const monthly: Partial<CalendarSpec> = { ...daily, day: single(1) };
const yearly: Partial<CalendarSpec> = { ...monthly, month: single(1) };
const quarterly: Partial<CalendarSpec> = { ...monthly, month: [1, 4, 7, 10].flatMap(single) };
const halfYearly: Partial<CalendarSpec> = { ...monthly, month: [1, 7].flatMap(single) };

const shorthands: ReadonlyMap<string, Partial<CalendarSpec>> = new Map([
  ["minutely", minutely],
  ["hourly", hourly],
  ["daily", daily],
  ["weekly", { ...daily, weekdays: 1 }],
  ["monthly", monthly],
  ["quarterly", quarterly],
  ["semiannually", halfYearly],
  ["semi-annually", halfYearly],
  ["biannually", halfYearly],
  ["bi-annually", halfYearly],
  ["yearly", yearly],
  ["annually", yearly],
  ["anually", yearly],
]);

/** The fields that a word sets, in any case; undefined where it is none. */
export function shorthand(word: string): Partial<CalendarSpec> | undefined {
  return shorthands.get(word.toLowerCase());
}

/** The words to write; two are kept by systemd for their age only. */
export const shorthandWords: readonly string[] = [...shorthands.keys()].filter(
  word => word !== "anually" && !word.startsWith("bi"),
);
