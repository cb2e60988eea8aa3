/** Which lines of code stand below a finding. */
import type { Finding } from "../../lint/finding.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { type Span, wholeCharacters } from "../../text/span.ts";
import type { FrameLine, FrameMark } from "./report.ts";

/**
 * The marked line or, of a longer span, the first and the last one; before it the line that says where it belongs: the entry's
 * first line, else the section header; and the lines of related places in the same file.
 */
export function frameLines(finding: Finding): readonly FrameLine[] {
  const { file, span, related } = finding;
  const byNumber = new Map<number, FrameLine>();
  const add = (framed: FrameLine) => {
    if (!byNumber.has(framed.line)) byNumber.set(framed.line, framed);
  };
  const own = markedLines(file, span, "finding");
  own.forEach(add);
  for (const place of related) {
    if (place.file === file) markedLines(file, place.span, "related").forEach(add);
  }
  const context = contextLine(finding, own[0]?.line ?? 1);
  if (context !== undefined) add(unmarked(file, context));
  const lines = [...byNumber.values()].sort((a, b) => a.line - b.line);
  return lines.flatMap((line, i) => closeSmallGap(file, lines[i - 1], line));
}

/** Shows the one line that is missing between two, in place of the dots. */
function closeSmallGap(file: SourceFile, before: FrameLine | undefined, framed: FrameLine): FrameLine[] {
  return before?.line === framed.line - 2 ? [unmarked(file, framed.line - 1), framed] : [framed];
}

function unmarked(file: SourceFile, line: number): FrameLine {
  return { line, ...stretchAround(lineText(file, line), 0) };
}

/** The part of a line that anybody may want to see: with all of a long line below each finding in it, no report could be written. */
function stretchAround(text: string, at: number): Pick<FrameLine, "text" | "from"> {
  if (text.length <= LONGEST) return { text };
  const start = Math.max(0, Math.min(at - LONGEST / 4, text.length - LONGEST));
  const whole = wholeCharacters(text, { start, end: start + LONGEST });
  return { text: text.slice(whole.start, whole.end), ...(whole.start > 0 && { from: whole.start + 1 }) };
}

/** In UTF-16 code units: more than any terminal shows. */
const LONGEST = 1000;

function markedLines(file: SourceFile, span: Span, kind: FrameMark["kind"]): FrameLine[] {
  const first = file.position(span.start).line;
  const last = file.position(Math.max(span.start, span.end - 1)).line;
  const marked = (line: number, start: number, end: number): FrameLine => {
    const mark: FrameMark = { kind, column: start + 1, endColumn: Math.max(start, end) + 1 };
    return { line, ...stretchAround(lineText(file, line), start), mark };
  };
  const start = span.start - file.lineSpan(first).start;
  const end = span.end - file.lineSpan(last).start;
  if (first === last) return [marked(first, start, end)];
  const indent = /^\s*/.exec(lineText(file, last))?.[0].length ?? 0;
  return [marked(first, start, lineText(file, first).length), marked(last, Math.min(indent, end), end)];
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
