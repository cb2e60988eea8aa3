/** Formatting inside lines: no blanks before a key or header, around the first `=`, and at the end. */
import type { EntrySyntax, HeaderSyntax, LineSyntax, UnitSyntax } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { isBlankAt, isCompleted, type Row, trailingBlanks } from "./rows.ts";

/** The edits of all headers and assignments; those of sections that belong to other programs are left to these. */
export function lineEdits(syntax: UnitSyntax, rows: readonly Row[]): TextEdit[] {
  if (rows.length === 0) return [];
  const edits: TextEdit[] = [];
  for (const { header, lines } of syntax.sections) {
    if (header === undefined) continue;
    if (isPlainHeader(header) && !isCompleted(syntax, header)) edits.push(...headerEdits(header, syntax));
    if (header.name.text.startsWith("X-")) continue;
    let above: LineSyntax = header;
    for (const line of lines) {
      if (line.kind === "entry" && isPlainEntry(line, above, syntax)) edits.push(...entryEdits(line, syntax));
      if (line.kind !== "comment" && line.kind !== "placeholder") above = line;
    }
  }
  return edits;
}

/** A header that systemd reads, on one line. */
export function isPlainHeader({ closed, pieces, name }: HeaderSyntax): boolean {
  return closed && pieces.length === 1 && /^[A-Za-z][A-Za-z0-9 .@_-]*$/.test(name.text);
}

/** An assignment with a name such as directives have, and not what was perhaps meant to continue the line above. */
function isPlainEntry(line: EntrySyntax, above: LineSyntax, syntax: UnitSyntax): boolean {
  return /^[A-Z][A-Za-z0-9-]*$/.test(line.key.text) && !isCompleted(syntax, line) && !mayContinue(above, syntax.text);
}

/** A backslash with a blank behind it, or with a comment, which does not continue a line. */
function mayContinue({ pieces }: LineSyntax, text: string): boolean {
  const last = pieces.findLast(({ kind }) => kind === "text")?.span;
  return last !== undefined && /\\[ \t]/.test(text.slice(last.start, last.end));
}

function headerEdits({ span, content }: HeaderSyntax, { text }: UnitSyntax): TextEdit[] {
  const lead = leadingBlanks(text, span.start, content.span.start);
  let end = content.span.end;
  while (end < span.end && isBlankAt(text, end)) end++;
  return deletions([lead, { start: content.span.end, end }]);
}

function entryEdits(entry: EntrySyntax, { text }: UnitSyntax): TextEdit[] {
  const { key, span, pieces } = entry;
  const lead = leadingBlanks(text, span.start, key.span.start);
  const before = key.span.end;
  let equals = before;
  while (isBlankAt(text, equals)) equals++;
  if (text[equals] !== "=") return deletions([lead]);
  let after = equals + 1;
  while (isBlankAt(text, after)) after++;
  const around = [
    { start: before, end: equals },
    { start: equals + 1, end: after },
  ];
  const last = pieces.at(-1);
  const tail = last?.kind === "text" ? tailOf(text, last.span, after) : undefined;
  return [...deletions([lead, ...around]), ...(tail === undefined ? [] : [tail])];
}

function leadingBlanks(text: string, from: number, end: number): Span {
  return trailingBlanks(text, from, end) ?? { start: end, end };
}

/** Behind a backslash, blanks keep it from continuing the line. An empty line must not join its line end with the one above. */
function tailOf(text: string, { start, end }: Span, from: number): TextEdit | undefined {
  const [lineEnd = ""] = /\r?\n$|$/.exec(text.slice(Math.max(start, end - 2), end)) ?? [];
  const blanks = trailingBlanks(text, Math.max(start, from), end - lineEnd.length);
  if (blanks === undefined || text[blanks.start - 1] === "\\") return undefined;
  return blanks.start === start ? emptied(text, blanks, lineEnd) : { span: blanks, text: "" };
}

/** Takes the blanks off a line of nothing else; its line end must not become one with that of the line above. */
export function emptied(text: string, blanks: Span, lineEnd: string): TextEdit {
  const merges = lineEnd === "\r\n" && text[blanks.start - 1] === "\n" && text[blanks.start - 2] !== "\r";
  if (!merges) return { span: blanks, text: "" };
  return { span: { start: blanks.start, end: blanks.end + lineEnd.length }, text: "\n" };
}

function deletions(spans: readonly Span[]): TextEdit[] {
  return spans.filter(({ start, end }) => start < end).map(span => ({ span, text: "" }));
}
