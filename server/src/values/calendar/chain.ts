/** A field of a calendar event: `*`, or numbers, ranges and repetitions joined by commas. systemd: parse_chain(), prepend_component(), src/shared/calendarspec.c */
import type { Span } from "../../text/span.ts";
import { type CalendarFault, fault, isFault } from "./fault.ts";
import { type CalendarComponent, everySecond, microsecondsPerSecond } from "./spec.ts";

/** A field, and what follows it. */
export interface Chain {
  readonly components: readonly CalendarComponent[];
  readonly start: number;
  readonly end: number;
}

interface Numeral {
  readonly value: number;
  readonly span: Span;
}

const mostComponents = 241;
const mostValue = 0x7fffffff;

/** Reads a field; the time of seconds is counted in microseconds. */
export function readChain(text: string, start: number, inSeconds: boolean): Chain | CalendarFault {
  if (text.charAt(start) === "*") return { components: inSeconds ? everySecond : [], start, end: start + 1 };
  const components: CalendarComponent[] = [];
  for (let at = start; ; at++) {
    if (components.length >= mostComponents) return fault(`A list has at most ${mostComponents} parts`, start, at);
    const component = readComponent(text, at, inSeconds);
    if (isFault(component)) return component;
    components.push(component);
    at = endOf(component);
    if (text.charAt(at) !== ",") return { components, start, end: at };
  }
}

function endOf({ written }: CalendarComponent): number {
  return (written?.repeat ?? written?.stop ?? written?.start)?.end ?? 0;
}

function readComponent(text: string, at: number, inSeconds: boolean): CalendarComponent | CalendarFault {
  const start = readNumber(text, at, inSeconds);
  if (isFault(start)) return start;
  const ranged = text.startsWith("..", start.span.end);
  const stop = ranged ? readNumber(text, start.span.end + 2, inSeconds) : undefined;
  if (isFault(stop)) return stop;
  const end = (stop ?? start).span.end;
  const step = text.charAt(end) === "/" ? readStep(text, end + 1, inSeconds) : undefined;
  if (isFault(step)) return step;
  const unit = inSeconds ? microsecondsPerSecond : 1;
  if (stop !== undefined && step === undefined && inSeconds && start.value + unit > stop.value)
    return tooShort(text, start.span.start, end);
  const follow = checkFollow(text, step?.span.end ?? end);
  if (follow !== undefined) return follow;
  return {
    start: start.value,
    stop: stop?.value ?? -1,
    repeat: step?.value ?? (stop === undefined ? 0 : unit),
    written: { start: start.span, ...(stop && { stop: stop.span }), ...(step && { repeat: step.span }) },
  };
}

function readStep(text: string, at: number, inSeconds: boolean): Numeral | CalendarFault {
  const step = readNumber(text, at, inSeconds);
  if (isFault(step) || step.value > 0) return step;
  return fault("A repetition every 0 never comes; write a number from 1, or leave it out", at - 1, step.span.end, "");
}

function readNumber(text: string, at: number, inSeconds: boolean): Numeral | CalendarFault {
  const pattern = inSeconds ? /[0-9]+(?:\.(?!\.)[0-9]*)?/y : /[0-9]+/y;
  pattern.lastIndex = at;
  const digits = pattern.exec(text)?.[0];
  if (digits === undefined) return noNumber(text, at);
  const end = at + digits.length;
  if (digits.endsWith(".")) return fault("Digits are missing behind the point", end - 1, end, "");
  const [whole = "", below = ""] = digits.split(".");
  const value = inSeconds ? Number(whole) * microsecondsPerSecond + microseconds(below) : Number(whole);
  if (value > mostValue) return fault(`${digits} is too large`, at, end);
  return { value, span: { start: at, end } };
}

/** Six digits count; the seventh rounds. */
function microseconds(digits: string): number {
  return Number(digits.slice(0, 6).padEnd(6, "0")) + (/^[5-9]/.test(digits.charAt(6)) ? 1 : 0);
}

function tooShort(text: string, start: number, end: number): CalendarFault {
  const range = text.slice(start, end);
  return fault(
    `${range} is shorter than the second in whose steps it runs; write a step such as ${range}/0.1`,
    start,
    end,
  );
}

function noNumber(text: string, at: number): CalendarFault {
  const word = /^[^ ,:/~-]+/.exec(text.slice(at))?.[0] ?? "";
  const end = at + word.length;
  const next = text.charAt(at);
  if (next === "") return fault("A number is missing at the end", at, at);
  if (next === "-" && /[0-9]/.test(text.charAt(at + 1))) return fault("Numbers must not be negative", at, at + 1, "");
  if (word === "") return fault(`A number is missing before ${next === " " ? "the blank" : next}`, at, at + 1);
  if (word.startsWith("*")) return fault("* must be a field's only content", at, at + 1);
  if (/^(?:at|on|every|each)$/i.test(word))
    return fault(`${word} has no place here; leave it out`, at, Math.min(end + 1, text.length), "");
  const month = monthNumber(word);
  if (month !== undefined) return fault(`Months are numbers; write ${month} for ${word}`, at, end, month);
  return fault(`${word} is neither a date nor a time`, at, end);
}

/** What may come behind a component. */
function checkFollow(text: string, at: number): CalendarFault | undefined {
  const next = text.charAt(at);
  if (/^[ ,~:-]?$/.test(next)) return undefined;
  if (/^T[0-9]/.test(text.slice(at))) return fault("Between date and time stands a blank, not T", at, at + 1, " ");
  if (/^Z$/.test(text.slice(at))) return fault("Z is no time zone; write UTC behind a blank", at, at + 1, " UTC");
  if (/^\.[0-9]{2}(?![0-9.])/.test(text.slice(at)))
    return fault("Hours and minutes are parted by a colon", at, at + 1, ":");
  if (next === ".") return fault("Only seconds have a point; ranges are written with two", at, at + 1);
  if (next === "/")
    return fault("A slash gives a repetition, and there can be one only; dates are written with -", at, at + 1);
  const word = /^[^ ,:/~-]+/.exec(text.slice(at))?.[0] ?? next;
  return fault(`${word} cannot follow a number`, at, at + word.length);
}

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Two digits for the English name of a month, whole or in three letters. */
export function monthNumber(word: string): string | undefined {
  const lower = word.toLowerCase();
  const month = months.findIndex(name => name === lower || name.slice(0, 3) === lower);
  return month < 0 ? undefined : String(month + 1).padStart(2, "0");
}
