/** Sizes such as `512M`. systemd: parse_size(), src/basic/parse-util.c */
import { type Fault, faultAt, type Reading } from "./fault.ts";
import { UINT64_MAX } from "./integer.ts";
import type { ValuePart } from "./kind.ts";
import { shown } from "./shown.ts";

/** What K, M … stand for: powers of 1024 for memory and files, of 1000 for the speed of devices. */
export type SizeBase = 1000 | 1024;

const suffixes: readonly string[] = ["E", "P", "T", "G", "M", "K", "B", ""];

/** Reads a whole text as a size in bytes: numbers with suffixes, larger ones first, to be summed. */
export function readSize(text: string, base: SizeBase): Reading<bigint> {
  return new SizeReader(text, base).read();
}

/** A size with the largest suffix that divides it: `512M`. */
export function formatSize(size: bigint, base: SizeBase): string {
  for (const [i, suffix] of suffixes.entries()) {
    const factor = factorOf(i, base);
    if (factor > 1n && size >= factor && size % factor === 0n) return `${size / factor}${suffix}`;
  }
  return String(size);
}

/** A size in binary units, to two digits: `1.5 GiB`; undefined below a KiB. */
export function binarySize(size: bigint): string | undefined {
  for (const [i, unit] of binaryUnits.entries()) {
    const factor = 1024n ** BigInt(binaryUnits.length - i);
    if (size < factor) continue;
    const hundredths = (size * 100n) / factor;
    const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`.replace(/\.?0+$/, "");
    return `${(hundredths * factor) / 100n === size ? "" : "about "}${text} ${unit}`;
  }
  return undefined;
}

const binaryUnits = ["EiB", "PiB", "TiB", "GiB", "MiB", "KiB"] as const;

class SizeReader {
  private readonly text: string;
  private readonly base: SizeBase;
  private readonly parts: ValuePart[] = [];
  private at = 0;
  private sum = 0n;
  /** The largest suffix that may still come, by its place in the table. */
  private largest = 0;

  constructor(text: string, base: SizeBase) {
    this.text = text;
    this.base = base;
  }

  read(): Reading<bigint> {
    if (this.text === "") {
      const message = "A size must not be empty; write one such as 512M";
      return { parts: [], fault: faultAt(message, { start: 0, end: 0 }) };
    }
    do {
      const fault = this.readPiece();
      if (fault !== undefined) return { fault, parts: this.parts };
    } while (this.at < this.text.length);
    return { value: this.sum, parts: this.parts };
  }

  /** Reads a number and its suffix. */
  private readPiece(): Fault | undefined {
    this.at += this.match(/[ \t\n\r]*/y).length;
    const start = this.at;
    const number = this.match(/[ \t\n\v\f\r]*[+-]?[0-9]+(?:\.[0-9]*)?/y);
    if (number === "") return this.missingNumber();
    const [, whole = "", fraction = ""] = /([0-9]+)(?:\.([0-9]*))?$/.exec(number) ?? [];
    const end = start + number.length;
    if (number.startsWith("-")) return faultAt("A size must not be negative", { start, end });
    this.parts.push({ kind: "number", span: { start, end } });
    this.at = end;
    const suffix = this.readSuffix(start);
    if (typeof suffix !== "number") return suffix;
    const size = amount(whole, fraction, factorOf(suffix, this.base));
    if (size === undefined || size > UINT64_MAX - this.sum)
      return faultAt("The size is too large to count", { start, end: this.at });
    this.sum += size;
    this.largest = suffix + 1;
    return undefined;
  }

  /** Reads a suffix: its place in the table. `numberStart` is where its number starts. */
  private readSuffix(numberStart: number): number | Fault {
    const start = this.at + this.match(/[ \t\n\r]*/y).length;
    const word = this.match(/[^ \t\n\v\f\r0-9.+-]*/y, start);
    const end = start + word.length;
    const place = suffixes.indexOf(word);
    if (word === "" && start < this.text.length) return this.unexpected(start);
    if (place < 0) return unknownSuffix(word, start);
    if (place < this.largest) {
      const message = `${this.text.slice(numberStart, end)} must not stand behind a smaller unit`;
      return faultAt(message, { start: numberStart, end });
    }
    if (word !== "") this.parts.push({ kind: "unit-of-measure", span: { start, end } });
    this.at = end;
    return place;
  }

  private unexpected(start: number): Fault {
    const rest = this.text.slice(start);
    const end = this.text.length;
    if (rest.startsWith(".")) return faultAt(`${shown(rest)} is one point too many`, { start, end });
    return faultAt(`${shown(rest)} cannot follow a number without unit`, { start, end });
  }

  private missingNumber(): Fault {
    const start = this.at;
    const word = this.match(/[^ \t\n\r]*/y);
    const end = start + word.length;
    if (/^\.[0-9]/.test(word)) return faultAt("A size must start with a digit", { start, end: start + 1 }, "0.");
    return faultAt(`${shown(word)} is no size; write one such as 512M`, { start, end });
  }

  private match(pattern: RegExp, at = this.at): string {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.[0] ?? "";
  }
}

function unknownSuffix(word: string, start: number): Fault {
  const span = { start, end: start + word.length };
  if (word === ",") return faultAt("A size has no comma; write decimals with a point, as 1.5G", span, ".");
  const [, letter] = /^([kmgtpe])(?:i?b?|i?byte|i?bytes|b\/s|bps)$/i.exec(word) ?? [];
  const meant = letter?.toUpperCase() ?? (/^(?:b|byte|bytes)$/i.test(word) ? "B" : undefined);
  const hint = meant === undefined ? "write B, K, M, G, T, P or E" : `write ${meant}`;
  return faultAt(`${shown(word)} is no unit of size; ${hint}`, span, meant);
}

function factorOf(place: number, base: SizeBase): bigint {
  return BigInt(base) ** BigInt(Math.max(0, 6 - place));
}

/** The product, with a fraction in the precision of a double, as in systemd; undefined where it does not fit. */
function amount(whole: string, fraction: string, factor: bigint): bigint | undefined {
  const count = wholeNumber(whole);
  const digits = wholeNumber(fraction);
  if (count === undefined || digits === undefined) return undefined;
  let part = Number(digits);
  for (let i = 0; i < fraction.length && part > 0; i++) part /= 10;
  if (count + (part > 0 ? 1n : 0n) > UINT64_MAX / factor) return undefined;
  return count * factor + BigInt(Math.trunc(part * Number(factor)));
}

function wholeNumber(digits: string): bigint | undefined {
  const short = digits.replace(/^0+/, "");
  const value = short.length > 20 ? undefined : BigInt(short === "" ? 0 : short);
  return value !== undefined && value > UINT64_MAX ? undefined : value;
}
