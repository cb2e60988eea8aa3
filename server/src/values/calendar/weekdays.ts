/** Weekdays at the beginning of a calendar event: `Mon..Fri,Sun`. systemd: parse_weekdays(), src/shared/calendarspec.c */
import { nearest } from "../../text/nearest.ts";
import type { ValuePart } from "../kind.ts";
import { type CalendarFault, fault } from "./fault.ts";
import { weekdayNames } from "./print.ts";

/** Bits as in CalendarSpec, and where the date or time begins. */
export interface Weekdays {
  readonly bits: number;
  readonly end: number;
  readonly parts: readonly ValuePart[];
}

/** The names that systemd knows, whatever their case. */
export const longNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The weekday that a word begins with: its number and the length of its name. */
export function weekdayAt(text: string, at: number): { day: number; length: number } | undefined {
  const ahead = text.slice(at, at + 9).toLowerCase();
  const day = weekdayNames.findIndex(name => ahead.startsWith(name.toLowerCase()));
  const long = longNames[day];
  return long === undefined ? undefined : { day, length: ahead.startsWith(long.toLowerCase()) ? long.length : 3 };
}

/** Reads weekdays; none at all is fine. */
export function readWeekdays(text: string): Weekdays | CalendarFault {
  const parts: ValuePart[] = [];
  let bits = 0;
  let at = 0;
  let from: { day: number; start: number } | undefined;
  for (;;) {
    const found = weekdayAt(text, at);
    if (found === undefined && at === 0) return unknownStart(text) ?? { bits, end: 0, parts };
    if (found === undefined) return missing(text, at);
    const start = at;
    at += found.length;
    if (!/^[-., ]?$/.test(text.charAt(at))) return misspelt(text, start, at);
    parts.push({ kind: "weekday", span: { start, end: at } });
    if (from !== undefined && from.day > found.day) return backwards(from, found.day, text, at);
    for (let day = from?.day ?? found.day; day <= found.day; day++) bits |= 1 << day;
    const next = text.charAt(at);
    if (next === "" || next === " ") return { bits, end: skipBlanks(text, at), parts };
    const separator = next === "." ? text.slice(at, at + 2) : next;
    if (separator === "." || (separator.length > 1 && separator !== ".."))
      return fault("A range of weekdays is written with two points", at, at + 1, "..");
    if (from !== undefined && separator !== ",") return chained(separator, at);
    from = separator === "," ? undefined : { day: found.day, start };
    at += separator.length;
    if (!/^ ?$/.test(text.charAt(at))) continue;
    if (from === undefined) return { bits, end: skipBlanks(text, at), parts };
    return fault(`The range ${text.slice(start, at)} has no end`, start, at);
  }
}

/** The weekday that a word means, in its short form. */
export function meantWeekday(word: string): string | undefined {
  const lower = word.toLowerCase().replace(/s$/, "");
  const day = longNames.findIndex(name => lower.length > 1 && name.toLowerCase().startsWith(lower));
  if (day >= 0) return weekdayNames[day];
  const close = word.length < 5 ? undefined : nearest(word, longNames);
  return close?.slice(0, 3);
}

/** Words at the beginning that mean weekdays, though they are none: `Mo..Fr`. */
function unknownStart(text: string): CalendarFault | undefined {
  const [piece = ""] = /^[a-z]+(?:(?:\.\.|[-,])[a-z]+)*/i.exec(text) ?? [];
  const words = piece.split(/\.\.|[-,]/);
  if (piece === "" || words.some(word => meantWeekday(word) === undefined)) return undefined;
  const meant = piece.replace(/[a-z]+/gi, word => meantWeekday(word) ?? word);
  return fault(`${piece} is no weekday; did you mean ${meant}?`, 0, piece.length, meant);
}

function skipBlanks(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === " ") end++;
  return end;
}

function missing(text: string, at: number): CalendarFault {
  const word = /^[^ ,.-]*/.exec(text.slice(at))?.[0] ?? "";
  if (word === "") return fault("A weekday is missing here", at, at + 1);
  const meant = meantWeekday(word);
  const hint = meant === undefined ? "they are Mon, Tue, Wed, Thu, Fri, Sat and Sun" : `did you mean ${meant}?`;
  return fault(`${word} is no weekday; ${hint}`, at, at + word.length, meant);
}

/** A name of a weekday that runs on: `Mondays`, `Monat`, `Mon;`. */
function misspelt(text: string, start: number, at: number): CalendarFault {
  const word = /^\p{L}*/u.exec(text.slice(start))?.[0] ?? "";
  if (word.length === at - start) {
    const character = /^[–—]|^./u.exec(text.slice(at))?.[0] ?? "";
    const meant = /[–—]/.test(character) ? ".." : /[;&|+\t]/.test(character) ? "," : undefined;
    const message = `Behind a weekday comes a blank, a comma or .., not ${character}`;
    return fault(message, at, at + character.length, meant);
  }
  const meant = meantWeekday(word);
  const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
  return fault(`${word} is no weekday${hint}`, start, start + word.length, meant);
}

function backwards(from: { day: number; start: number }, to: number, text: string, end: number): CalendarFault {
  const last = from.day === 6 ? "Sun" : `${weekdayNames[from.day]}..Sun`;
  const first = to === 0 ? "Mon" : `Mon..${weekdayNames[to]}`;
  const meant = `${first},${last}`;
  return fault(
    `${text.slice(from.start, end)} runs backwards, as weeks begin with Mon; write ${meant}`,
    from.start,
    end,
    meant,
  );
}

function chained(separator: string, at: number): CalendarFault {
  return fault("A range has two ends only; separate ranges by commas", at, at + separator.length, ",");
}
