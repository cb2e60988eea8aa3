/** The forms of a date and time of day. systemd: parse_timestamp_impl(), src/basic/time-util.c; strptime() of glibc */

import { monthNumber } from "./calendar/chain.ts";
import type { Civil } from "./calendar/civil.ts";

/** A time as written, and its fraction of a second. */
export interface DateAndTime {
  readonly time: Civil;
  readonly microseconds: number;
}

const forms = [
  "y-m-d H:M:S",
  "Y-m-d H:M:S",
  "Y-m-dTH:M:S",
  "b d H:M:S",
  "y-m-d H:M",
  "Y-m-d H:M",
  "Y-m-dTH:M",
  "y-m-d",
  "Y-m-d",
  "H:M:S",
  "H:M",
];

/** Reads a text in the first form that fits; without a date it is today, without a time midnight. */
export function readDateAndTime(text: string, today: Civil): DateAndTime | undefined {
  for (const form of forms) {
    const found = scan(
      text,
      form,
      form.includes("H") ? { ...today, second: 0 } : { ...today, hour: 0, minute: 0, second: 0 },
    );
    if (found === undefined) continue;
    if (found.end === text.length) return { time: found.time, microseconds: 0 };
    if (form.endsWith("S") && text.charAt(found.end) === ".")
      return withFraction(found.time, text.slice(found.end + 1));
  }
  return undefined;
}

function withFraction(time: Civil, digits: string): DateAndTime | undefined {
  if (!/^[0-9]+$/.test(digits)) return undefined;
  const rounded = /^[5-9]/.test(digits.charAt(6)) ? 1 : 0;
  return { time, microseconds: Number(digits.slice(0, 6).padEnd(6, "0")) + rounded };
}

type Time = { -readonly [Name in keyof Civil]: Civil[Name] };

/** The fields of a form: which they are, and how they are read. */
const numbers: Readonly<Record<string, readonly [field: keyof Civil, least: number, most: number, digits: number]>> = {
  Y: ["year", 0, 9999, 4],
  y: ["year", 0, 99, 2],
  m: ["month", 1, 12, 2],
  d: ["day", 1, 31, 2],
  H: ["hour", 0, 23, 2],
  M: ["minute", 0, 59, 2],
  S: ["second", 0, 61, 2],
};

function scan(text: string, form: string, start: Civil): { time: Civil; end: number } | undefined {
  const time: Time = { ...start };
  let at = 0;
  for (const letter of form) {
    const number = numbers[letter];
    if (number !== undefined) {
      const found = readNumber(text, at, number);
      if (found === undefined) return undefined;
      time[number[0]] = letter === "y" ? found.value + (found.value < 69 ? 2000 : 1900) : found.value;
      at = found.end;
    } else if (letter === "b") {
      const word = /^[a-z]*/i.exec(text.slice(at, at + 9))?.[0] ?? "";
      const month = monthNumber(word);
      if (month === undefined) return undefined;
      time.month = Number(month);
      at += word.length;
    } else if (letter === " ") at = skipBlanks(text, at);
    else if (text.charAt(at) === letter) at++;
    else return undefined;
  }
  return { time, end: at };
}

/** Takes digits while the number can still grow below its limit. */
function readNumber(
  text: string,
  from: number,
  [, least, most, digits]: readonly [string, number, number, number],
): { value: number; end: number } | undefined {
  let at = from;
  while (text.charAt(at) === " ") at++;
  const first = at;
  let value = 0;
  while (/^[0-9]$/.test(text.charAt(at)) && at < first + digits && (at === first || value * 10 <= most)) {
    value = value * 10 + Number(text.charAt(at));
    at++;
  }
  return at === first || value < least || value > most ? undefined : { value, end: at };
}

function skipBlanks(text: string, at: number): number {
  let end = at;
  while (/^\s$/.test(text.charAt(end))) end++;
  return end;
}
