/** What of a source line fits a terminal, and in which columns a span of it stands there. */
import type { Span } from "../../text/span.ts";
import { isPlain, printable } from "../terminal.ts";

/** A line as shown. */
export interface Excerpt {
  readonly text: string;
  /** Where the span starts and ends in it, in columns from 0; at least one column wide. */
  readonly from: number;
  readonly to: number;
}

/** Cuts a line (without its end) to `columns` around a span of it; `…` stands where something is left out. */
export function excerpt(line: string, span: Span, columns: number): Excerpt {
  const { start, end } = wholeCharacters(line, span);
  const shown = visibleStretch(line, start, end, columns);
  const before = shown.start > 0 ? "…" : "";
  const after = shown.end < line.length ? "…" : "";
  const from = before.length + columnsOf(line.slice(shown.start, start));
  const width = columnsOf(line.slice(start, Math.min(end, shown.end)));
  return {
    text: before + display(line.slice(shown.start, shown.end)) + after,
    from,
    to: from + Math.max(1, width),
  };
}

function visibleStretch(line: string, start: number, end: number, columns: number): Span {
  if (walkRight(line, 0, columns) === line.length) return { start: 0, end: line.length };
  const headEnd = walkRight(line, 0, columns - 1);
  if (end <= headEnd) return { start: 0, end: headEnd };
  const first = Math.min(windowStart(line, start, end, columns - 2), walkLeft(line, line.length, columns - 1));
  const room = first > 0 ? columns - 1 : columns;
  const last = walkRight(line, first, room);
  return { start: first, end: last === line.length ? last : walkRight(line, first, room - 1) };
}

/** In the middle of the window, if the whole span fits; else near its left edge, with the line's start if that is close. */
function windowStart(line: string, start: number, end: number, room: number): number {
  const width = columnsOf(line.slice(start, Math.min(end, start + room + 1)));
  if (width <= room) return walkLeft(line, start, (room - width) >> 1);
  return walkRight(line, 0, room >> 1) >= start ? 0 : walkLeft(line, start, room >> 2);
}

/** The offset behind the last character that fits into `columns` from `at` on. */
function walkRight(line: string, at: number, columns: number): number {
  const limit = Math.min(line.length, at + columns * MARKS_A_COLUMN);
  let next = at;
  for (let used = 0; next < limit; ) {
    const length = splitsPair(line, next + 1) ? 2 : 1;
    used += columnsOf(line.slice(next, next + length));
    if (used > columns) break;
    next += length;
  }
  return next;
}

/** The offset of the first character that fits into `columns` before `at`. */
function walkLeft(line: string, at: number, columns: number): number {
  const limit = Math.max(0, at - columns * MARKS_A_COLUMN);
  let next = at;
  for (let used = 0; next > limit; ) {
    const length = splitsPair(line, next - 1) ? 2 : 1;
    used += columnsOf(line.slice(next - length, next));
    if (used > columns) break;
    next -= length;
  }
  return next;
}

/** More characters without a width than this on every column are not shown. */
const MARKS_A_COLUMN = 4;

/** The span widened so that it cuts no surrogate pair, and inside the line. */
function wholeCharacters(line: string, span: Span): Span {
  const start = Math.min(span.start, line.length);
  const end = Math.max(start, Math.min(span.end, line.length));
  return { start: splitsPair(line, start) ? start - 1 : start, end: splitsPair(line, end) ? end + 1 : end };
}

function splitsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function display(text: string): string {
  return isPlain(text) ? text : printable(text.replaceAll("\t", "    "));
}

function columnsOf(text: string): number {
  if (isPlain(text)) return text.length;
  let columns = 0;
  for (const character of display(text)) columns += widthOf(character);
  return columns;
}

/** Columns of one printable character. */
function widthOf(character: string): number {
  if (regionalIndicator.test(character)) return 1;
  if (combining.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const combining = /[\p{Mn}\p{Me}\u1160-\u11ff\ud7b0-\ud7ff]/u;
/** Half a flag each. */
const regionalIndicator = /[\u{1f1e6}-\u{1f1ff}]/u;
/** East Asian Wide and Fullwidth (Unicode, UAX #11), in blocks. */
const wide =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
