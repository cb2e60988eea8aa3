/** Hover over lengths of time, sizes and file modes: in plain units. */

import { binarySize, formatSize, readSize } from "../../values/size.ts";
import { formatTimeSpan, readTimeSpan } from "../../values/time.ts";
import { plainly, type Sentence, say } from "./markup.ts";
import type { Describe, Piece } from "./piece.ts";

/** As systemd would print it, in words, and in seconds. */
export const describeTimeSpan: Describe = piece => {
  const normal = normalForm(piece);
  const written = piece.assignment.entry.value.text;
  if (normal === undefined || normal === "") return [];
  const pieces = normal.split(":");
  return pieces.map((span, i) =>
    spanInWords(pieces.length > 1 ? span : written, span, piece.directive.kind, limitName(i, pieces)),
  );
};

/** Which of two limits it is. */
function limitName(index: number, pieces: readonly string[]): string {
  if (pieces.length < 2) return "";
  return index === 0 ? "soft limit " : "hard limit ";
}

function spanInWords(written: string, normal: string, kind: string, what: string): Sentence {
  const nanoseconds = kind === "time-span-nanoseconds";
  const head = normal === written ? say`${[what]}${written}` : say`${[what]}${written} is ${normal}`;
  const outcome = readTimeSpan(normal, nanoseconds ? { nanoseconds } : {});
  if (!("value" in outcome)) return head;
  if (outcome.value === "infinity") return say`${head}: without end`;
  const words = inWords(formatTimeSpan(outcome.value, nanoseconds ? { nanoseconds } : {}));
  const total = totalOf(outcome.value, nanoseconds);
  return say`${head}: ${plainly(words === total || words === total.replace(/s$/, "") ? words : `${words} (${total})`)}`;
}

function totalOf(value: bigint, nanoseconds: boolean): string {
  const perSecond = nanoseconds ? 1_000_000_000n : 1_000_000n;
  if (value % perSecond === 0n) return `${grouped(value / perSecond)} seconds`;
  return `${grouped(value)} ${nanoseconds ? "nanoseconds" : "microseconds"}`;
}

/** `5min 20s` as `5 minutes 20 seconds`. */
function inWords(normal: string): string {
  return normal.replace(/([\d.]+)([a-z]+)/g, (_, number: string, unit: string) => {
    const word = units[unit] ?? unit;
    return `${number} ${word}${number === "1" ? "" : "s"}`;
  });
}

const units: Readonly<Record<string, string>> = {
  y: "year",
  month: "month",
  w: "week",
  d: "day",
  h: "hour",
  min: "minute",
  s: "second",
  ms: "millisecond",
  us: "microsecond",
  ns: "nanosecond",
};

/** In bytes and in binary units; percentages are left to the host. */
export const describeSize: Describe = piece => {
  const normal = normalForm(piece);
  const written = piece.assignment.entry.value.text;
  if (normal === undefined || normal === "") return [];
  if (normal === "infinity") return [say`${written}: no limit`];
  if (normal.includes("%"))
    return [
      say`${written}: of the ${[piece.directive.kind === "directory-quota" ? "file system" : "memory of the machine"]}`,
    ];
  const pieces = normal.split(":");
  return pieces.map((size, i) => sizeInWords(size, limitName(i, pieces)));
};

function sizeInWords(size: string, what: string): Sentence {
  const reading = readSize(size, 1024);
  if (!("value" in reading)) return say`${[what]}${size}`;
  const bytes = plainly(`${grouped(reading.value)} bytes`);
  const rounded = binarySize(reading.value);
  return rounded === undefined
    ? say`${[what]}${formatSize(reading.value, 1024)}: ${bytes}`
    : say`${[what]}${size}: ${plainly(rounded)}, ${bytes}`;
}

/** Who may do what; of a mask, what new files and folders come to. */
export const describeMode: Describe = piece => {
  const normal = normalForm(piece);
  if (normal === undefined || normal === "") return [];
  const mode = Number.parseInt(normal, 8);
  if (piece.directive.name !== "UMask") return [say`${normal}: ${symbolic(mode)}`];
  return [say`${normal}: new files get at most ${symbolic(0o666 & ~mode)}, new folders ${symbolic(0o777 & ~mode)}`];
};

function symbolic(mode: number): string {
  const letters = [6, 3, 0].map((shift, who) => {
    const bits = (mode >> shift) & 7;
    const special = (mode >> (11 - who)) & 1;
    const execute = special === 1 ? (who === 2 ? "t" : "s") : "x";
    return `${bits & 4 ? "r" : "-"}${bits & 2 ? "w" : "-"}${bits & 1 ? execute : special === 1 ? execute.toUpperCase() : "-"}`;
  });
  return letters.join("");
}

/** What the grammar made of the value, where that is a text. */
function normalForm({ assignment: { parsed } }: Piece): string | undefined {
  return typeof parsed?.value === "string" ? parsed.value : undefined;
}

function grouped(number: bigint): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
