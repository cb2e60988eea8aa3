/** Calendar events in systemd's normal form. systemd: calendar_spec_to_string(), src/shared/calendarspec.c */
import { type CalendarComponent, type CalendarSpec, microsecondsPerSecond } from "./spec.ts";

/** The names of weekdays, Monday first. */
export const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** The normal form: `Mon..Fri *-*-* 09:00:00 UTC`. */
export function printCalendar(spec: CalendarSpec): string {
  const date = [chain(spec.year, 4), "-", chain(spec.month, 2), spec.endOfMonth ? "~" : "-", chain(spec.day, 2)].join(
    "",
  );
  const time = `${chain(spec.hour, 2)}:${chain(spec.minute, 2)}:${seconds(spec.second)}`;
  const zone = spec.zone ?? spec.local?.name;
  return [
    ...(spec.weekdays === 0 ? [] : [printWeekdays(spec.weekdays)]),
    date,
    time,
    ...(zone === undefined ? [] : [zone]),
  ].join(" ");
}

/** A set of weekdays: three or more in a row as a range. */
export function printWeekdays(bits: number): string {
  const pieces: string[] = [];
  for (let day = 0; day < 7; day++) {
    if ((bits & (1 << day)) === 0) continue;
    const first = day;
    while ((bits & (1 << (day + 1))) !== 0 && day < 6) day++;
    const names = [weekdayNames[first], weekdayNames[day]];
    if (first === day) pieces.push(String(names[0]));
    else pieces.push(names.join(day > first + 1 ? ".." : ","));
  }
  return pieces.join(",");
}

function chain(components: readonly CalendarComponent[], width: number): string {
  if (components.length === 0) return "*";
  return components
    .map(component => printComponent(component, 1, value => String(value).padStart(width, "0")))
    .join(",");
}

function seconds(components: readonly CalendarComponent[]): string {
  const every = components.some(
    ({ start, stop, repeat }) => start === 0 && stop < 0 && repeat === microsecondsPerSecond,
  );
  if (every || components.length === 0) return "*";
  return components
    .map(component => printComponent(component, microsecondsPerSecond, value => fraction(value, 2)))
    .join(",");
}

function printComponent(
  { start, stop, repeat }: CalendarComponent,
  unit: number,
  print: (value: number) => string,
): string {
  const range = stop > 0 ? `..${print(stop)}` : "";
  const step = repeat > 0 && !(stop > 0 && repeat === unit) ? `/${unit === 1 ? repeat : fraction(repeat, 1)}` : "";
  return print(start) + range + step;
}

function fraction(value: number, width: number): string {
  const below = value % microsecondsPerSecond;
  const whole = String(Math.floor(value / microsecondsPerSecond)).padStart(width, "0");
  return below === 0 ? whole : `${whole}.${String(below).padStart(6, "0")}`;
}
