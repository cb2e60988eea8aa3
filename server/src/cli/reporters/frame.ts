/** The lines of a file that a finding speaks of, with carets below. */
import type { Finding } from "../../lint/finding.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { Span } from "../../text/span.ts";
import type { Paint } from "../terminal.ts";
import { excerpt } from "./excerpt.ts";

/** A frame's rows, and how many columns the line numbers take. */
export interface Frame {
  readonly rows: readonly string[];
  readonly gutter: number;
}

/**
 * The marked line or, of a longer span, the first and the last one; before it the line that says where it belongs: the entry's
 * first line, else the section header; underlined with `-`, the related places of the same file.
 */
export function frameOf(finding: Finding, width: number, paint: Paint): Frame {
  const lines = framedLines(finding);
  const gutter = String(lines.at(-1)?.number ?? 0).length;
  const columns = Math.max(MINIMUM_COLUMNS, width - gutter - 3);
  const bar = paint("dim", `${" ".repeat(gutter)} |`);
  const rows = [bar];
  let previous = lines[0]?.number ?? 0;
  for (const { number, marked, sign } of lines) {
    if (number > previous + 1) rows.push(paint("dim", "..."));
    previous = number;
    const { text, from, to } = excerpt(lineText(finding.file, number), marked, columns);
    const label = paint("dim", `${String(number).padStart(gutter)} |`);
    rows.push(text === "" ? label : `${label} ${text}`);
    if (sign === undefined) continue;
    const signs = paint(sign === "^" ? finding.severity : "info", sign.repeat(to - from));
    rows.push(`${bar} ${" ".repeat(from)}${signs}`);
  }
  return { rows, gutter };
}

/** Narrower terminals break lines. */
const MINIMUM_COLUMNS = 20;

interface FramedLine {
  readonly number: number;
  /** What to mark, in offsets of the line. */
  readonly marked: Span;
  readonly sign?: "^" | "-";
}

/** One for each line number, in their order; the finding's own before those of related places before context. */
function framedLines(finding: Finding): FramedLine[] {
  const { file, span, related } = finding;
  const byNumber = new Map<number, FramedLine>();
  const add = (framed: FramedLine) => {
    if (!byNumber.has(framed.number)) byNumber.set(framed.number, framed);
  };
  const own = markedLines(file, span, "^");
  own.forEach(add);
  for (const place of related) {
    if (place.file === file) markedLines(file, place.span, "-").forEach(add);
  }
  const context = contextLine(finding, own[0]?.number ?? 1);
  if (context !== undefined) add(unmarked(context));
  return [...byNumber.values()].sort((a, b) => a.number - b.number).flatMap(closeSmallGap);
}

/** Shows the one line that is missing between two, in place of the dots. */
function closeSmallGap(framed: FramedLine, i: number, lines: readonly FramedLine[]): FramedLine[] {
  const gap = lines[i - 1]?.number === framed.number - 2;
  return gap ? [unmarked(framed.number - 1), framed] : [framed];
}

function unmarked(number: number): FramedLine {
  return { number, marked: { start: 0, end: 0 } };
}

function markedLines(file: SourceFile, span: Span, sign: "^" | "-"): FramedLine[] {
  const first = file.position(span.start).line;
  const last = file.position(Math.max(span.start, span.end - 1)).line;
  const start = span.start - file.lineSpan(first).start;
  const end = span.end - file.lineSpan(last).start;
  if (first === last) return [{ number: first, marked: { start, end }, sign }];
  const indent = /^\s*/.exec(lineText(file, last))?.[0].length ?? 0;
  return [
    { number: first, marked: { start, end: Number.POSITIVE_INFINITY }, sign },
    { number: last, marked: { start: Math.min(indent, end), end }, sign },
  ];
}

/** The number of the line that says where `line` belongs, if there is one above it. */
function contextLine({ file, line, header }: Finding, marked: number): number | undefined {
  const logical = file.position(line.span.start).line;
  if (logical < marked) return logical;
  return header && file.position(header.span.start).line;
}

function lineText(file: SourceFile, line: number): string {
  const { start, end } = file.lineSpan(line);
  return file.text.slice(start, end);
}
