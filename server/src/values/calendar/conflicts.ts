/** Calendar events that can never elapse, on no clock. systemd: calendar_spec_weekday_conflicts(), src/shared/calendarspec.c */
import { daysInMonth, weekdayOf } from "./civil.ts";
import type { CalendarComponent, CalendarSpec } from "./spec.ts";
import { longNames } from "./weekdays.ts";

/** Why no date matches. */
export interface Conflict {
  readonly message: string;
  /** The one conflict that systemd tells since version 262: a weekday and one fixed date that is another. */
  readonly told: boolean;
}

/** The conflict in a normalised event that systemd takes; undefined where it has a date. */
export function conflictOf(spec: CalendarSpec): Conflict | undefined {
  if (spec.endOfMonth || (spec.day.length === 0 && spec.month.length === 0 && spec.weekdays === 0)) return undefined;
  // A day that every month has falls on each weekday in some year.
  if (spec.year.length === 0 && (spec.day.length === 0 || spec.day.some(({ start }) => start <= 28))) return undefined;
  const years = numbers(spec.year, 1970, 2199);
  const months = numbers(spec.month, 1, 12);
  const days = numbers(spec.day, 1, 31);
  const dates = (year: number) =>
    months.flatMap(month => days.filter(day => day <= daysInMonth(year, month)).map(day => ({ year, month, day })));
  if (!years.some(year => dates(year).length > 0))
    return { message: "There is no such date, so this never elapses", told: false };
  if (spec.weekdays === 0 || years.some(year => dates(year).some(date => onWeekday(spec.weekdays, date))))
    return undefined;
  const [{ year, month, day } = { year: 0, month: 0, day: 0 }, ...more] = years.flatMap(dates);
  if (more.length > 0)
    return { message: "None of these dates falls on such a weekday, so this never elapses", told: false };
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const message = `${date} is a ${longNames[weekdayOf(year, month, day)]}, so this never elapses`;
  return { message, told: [spec.year, spec.month, spec.day].every(isSingle) };
}

interface FixedDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function onWeekday(bits: number, { year, month, day }: FixedDate): boolean {
  return (bits & (1 << weekdayOf(year, month, day))) !== 0;
}

function isSingle(chain: readonly CalendarComponent[]): boolean {
  return chain.length === 1 && chain[0]?.repeat === 0;
}

function numbers(chain: readonly CalendarComponent[], from: number, to: number): readonly number[] {
  const all = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return chain.length === 0 ? all : all.filter(number => chain.some(component => matches(component, number)));
}

function matches({ start, stop, repeat }: CalendarComponent, number: number): boolean {
  if (number === start) return true;
  return repeat > 0 && number > start && (stop < 0 || number <= stop) && (number - start) % repeat === 0;
}
