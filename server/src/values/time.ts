/** Time spans such as `5min 20s`. systemd: parse_time(), parse_nsec(), format_timespan(), src/basic/time-util.c */
import { type Fault, faultAt, type Reading } from "./fault.ts";
import { INT64_MAX } from "./integer.ts";
import type { ValuePart } from "./kind.ts";
import { shown } from "./shown.ts";
import { missingNumber, unknownUnit } from "./time-faults.ts";
import { microseconds, nanoseconds, shownUnits, type TimeScale } from "./time-units.ts";

/** A length of time in microseconds (or nanoseconds, where these were asked for), or without end. */
export type TimeSpan = bigint | "infinity";

/** A time span with its numbers and units, or why it is none. */
export type TimeSpanOutcome = Reading<TimeSpan>;

/** How to read a time span. */
export interface TimeSpanOptions {
  /** Count in nanoseconds, of which there are units too; a number without a unit is nanoseconds. systemd: parse_nsec() */
  readonly nanoseconds?: true;
  /** What a number without a unit counts, in microseconds; a second by default. */
  readonly unit?: bigint;
}

/** Reads a whole text as a time span: numbers with units, to be summed, or `infinity`. */
export function readTimeSpan(text: string, options: TimeSpanOptions = {}): TimeSpanOutcome {
  const endless = /^[ \t\n\r]*infinity/.exec(text);
  if (endless !== null) return readEndless(text, endless[0].length);
  return new TimeReader(text, options).read();
}

/** A time span in systemd's normal form: `5min 20s`, `1.5s`, `infinity`. */
export function formatTimeSpan(span: TimeSpan, options: TimeSpanOptions = {}): string {
  if (span === "infinity") return "infinity";
  if (span === 0n) return "0";
  const { perMinute, units } = options.nanoseconds === true ? shownUnits.nanoseconds : shownUnits.microseconds;
  const pieces: string[] = [];
  let left = span;
  for (const [unit, length] of units) {
    if (left < length) continue;
    const count = left / length;
    const below = left % length;
    if (left < perMinute && below > 0n) {
      pieces.push(`${count}.${String(below).padStart(String(length).length - 1, "0")}${unit}`);
      break;
    }
    pieces.push(`${count}${unit}`);
    left = below;
  }
  return pieces.join(" ");
}

/** Whether a text says a span as the normal form does, but for blanks and the names of units: `5 minutes`, not `300`. */
export function isPlainSpan(text: string, normal: string): boolean {
  const canonical = text.replace(
    /([0-9.]+)\s*([A-Za-zµμ]*)\s*/g,
    (_, number: string, unit: string) => number + (unitNames.get(unit) ?? unit),
  );
  return canonical === normal.replaceAll(" ", "");
}

/** Every spelling of a unit by that of the normal form. */
const unitNames: ReadonlyMap<string, string> = new Map(
  [...nanoseconds.units].map(([name, length]) => [
    name,
    shownUnits.nanoseconds.units.find(([, shown]) => shown === length)?.[0] ?? name,
  ]),
);

/** Reads what stands behind `infinity`, which ends at `end`. */
function readEndless(text: string, end: number): TimeSpanOutcome {
  const tail = text.slice(end);
  const span = { start: end - "infinity".length, end };
  if (/^[ \t\n\r]*$/.test(tail)) return { value: "infinity", parts: [{ kind: "keyword", span }] };
  const message = `infinity must stand alone, but ${shown(tail.trim())} follows`;
  return { parts: [], fault: { message, span: { start: end, end: text.length }, replacement: "" } };
}

class TimeReader {
  private readonly text: string;
  private readonly scale: TimeScale;
  private readonly unit: bigint;
  private readonly parts: ValuePart[] = [];
  private at = 0;
  private sum = 0n;

  constructor(text: string, options: TimeSpanOptions) {
    this.text = text;
    this.scale = options.nanoseconds === true ? nanoseconds : microseconds;
    this.unit = options.unit ?? this.scale.unit;
  }

  read(): TimeSpanOutcome {
    for (;;) {
      this.at += this.match(/[ \t\n\r]*/y).length;
      if (this.at >= this.text.length) break;
      const fault = this.readPiece();
      if (fault !== undefined) return { fault, parts: this.parts };
    }
    if (this.parts.length > 0) return { value: this.sum, parts: this.parts };
    const message = `A time span must not be empty; write one such as ${this.scale.example}`;
    return { parts: [], fault: { message, span: { start: 0, end: this.text.length } } };
  }

  /** Reads a number and its unit. */
  private readPiece(): Fault | undefined {
    const start = this.at;
    const number = this.match(/(?:[ \t\n\v\f\r]*[+-]?[0-9]+)?(?:\.[0-9]*)?/y);
    if (this.text.startsWith("-", start) || /^[\v\f]+-0*[1-9]/.test(number))
      return this.fault("A time span must not be negative", start, start + this.word().length);
    if (number === "") {
      const word = this.word();
      const alone = this.parts.length === 0 && start + word.length === this.text.length;
      return missingNumber(word, start, alone, this.scale);
    }
    const [, whole = "", fraction] = /^[^0-9.]*([0-9]*)(?:\.([0-9]*))?$/.exec(number) ?? [];
    const numberEnd = start + number.length;
    this.parts.push({ kind: "number", span: { start, end: numberEnd } });
    this.at = numberEnd;
    if (fraction === "") return this.missingFraction(start, number);
    const unit = this.readUnit();
    if (typeof unit !== "bigint") return unit;
    const outcome = amount(whole, fraction ?? "", unit, this.scale.most, this.sum);
    if (outcome === undefined) return this.fault("The time span is too long to count", start, this.at);
    this.sum += outcome;
    return undefined;
  }

  /** The length of the unit here, of the default one where there is none. */
  private readUnit(): bigint | Fault {
    const start = this.at + this.match(/[ \t\n\r]*/y).length;
    const word = this.match(/[^ \t\n\v\f\r0-9.+-]*/y, start);
    if (word === "") return this.checkBorder(start);
    const length = this.scale.units.get(word);
    const end = start + word.length;
    if (length === undefined) return unknownUnit(word, start, this.scale);
    this.parts.push({ kind: "unit-of-measure", span: { start, end } });
    this.at = end;
    return length;
  }

  /** Behind a number without unit must come a blank or nothing. */
  private checkBorder(next: number): bigint | Fault {
    if (next > this.at || next >= this.text.length) return this.unit;
    const rest = this.word();
    const message = `${shown(rest)} cannot follow a number directly; put a unit or a blank between`;
    return this.fault(message, next, next + rest.length);
  }

  private missingFraction(start: number, number: string): Fault {
    const end = start + number.length;
    const message = `Digits are missing behind the point of ${shown(number.trim())}`;
    return this.fault(message, start, end, number.length > 1 ? number.slice(0, -1) : undefined);
  }

  private fault(message: string, start: number, end: number, replacement?: string): Fault {
    return faultAt(message, { start, end }, replacement);
  }

  /** All up to the next blank. */
  private word(): string {
    return this.match(/[^ \t\n\r]*/y);
  }

  private match(pattern: RegExp, at = this.at): string {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.[0] ?? "";
  }
}

/** The product, cut off as systemd does digit by digit; undefined where it, or its sum with what came before, is too long. */
function amount(whole: string, fraction: string, unit: bigint, most: bigint, before: bigint): bigint | undefined {
  const digits = whole.replace(/^0+/, "");
  if (digits.length > 19) return undefined;
  const count = BigInt(digits === "" ? 0 : digits);
  if (count > INT64_MAX || count >= most / unit) return undefined;
  let sum = count * unit;
  let worth = unit / 10n;
  for (let i = 0; i < fraction.length && worth > 0n; i++, worth /= 10n) sum += BigInt(fraction.charAt(i)) * worth;
  return sum < most - before ? sum : undefined;
}
