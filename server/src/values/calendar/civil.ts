/** Dates and times of the Gregorian calendar, without zones: counting days and seconds since 1970. */

/** A broken-down time; fields out of range carry over, as with `struct tm`. Months count from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export const secondsPerDay = 86_400;

/** Seconds from 1970 to a broken-down time, read as if it were UTC. */
export function secondsOf({ year, month, day, hour, minute, second }: Civil): number {
  return daysOf(year, month, day) * secondsPerDay + hour * 3600 + minute * 60 + second;
}

/** The broken-down time of so many seconds since 1970, as UTC. */
export function civilOf(seconds: number): Civil {
  const days = Math.floor(seconds / secondsPerDay);
  const rest = seconds - days * secondsPerDay;
  const hour = Math.floor(rest / 3600);
  return { ...dateOf(days), hour, minute: Math.floor((rest % 3600) / 60), second: rest % 60 };
}

/** Days from 1970 to a date; months and days out of range carry over. The year is taken to begin in March. */
export function daysOf(year: number, month: number, day: number): number {
  const months = year * 12 + month - 3;
  const shifted = Math.floor(months / 12);
  const cycle = Math.floor(shifted / 400);
  const yearOfCycle = shifted - cycle * 400;
  const dayOfYear = Math.floor((153 * (months - shifted * 12) + 2) / 5);
  return (
    cycle * 146_097 +
    yearOfCycle * 365 +
    Math.floor(yearOfCycle / 4) -
    Math.floor(yearOfCycle / 100) +
    dayOfYear +
    day -
    719_469
  );
}

function dateOf(days: number): { year: number; month: number; day: number } {
  const sinceMarch = days + 719_468;
  const cycle = Math.floor(sinceMarch / 146_097);
  const dayOfCycle = sinceMarch - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day };
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return (((daysOf(year, month, day) + 3) % 7) + 7) % 7;
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return daysOf(year, month + 1, 1) - daysOf(year, month, 1);
}
