/** Edits of a file as a unified diff, which `patch` and `git apply` understand. */
import type { SourceFile } from "../text/source-file.ts";
import { applyEdits, type TextEdit } from "../text/text-edit.ts";
import { printable } from "./terminal.ts";

/** How many lines stand around a change. */
const CONTEXT = 3;

/** The diff of a text with edits, which change it; line ends are LF, and what stands before them belongs to the line. */
export function unifiedDiff(source: SourceFile, edits: readonly TextEdit[]): string {
  const lines = linesOf(source.text);
  const hunks = joinNear(changesOf(lines, edits)).map(changes => ({ lines, changes }));
  const path = headerPath(source.path);
  const pieces = [`--- ${path}\n+++ ${path}\n`];
  let shift = 0;
  for (const hunk of hunks) {
    pieces.push(hunkText(hunk, shift));
    for (const { from, to, added } of hunk.changes) shift += added.length - (to - from);
  }
  return pieces.join("");
}

/** Behind a name with blanks, git puts a tab, as patch takes the rest for a time otherwise. */
function headerPath(path: string): string {
  const shown = printable(path);
  return shown.includes(" ") ? `${shown}\t` : shown;
}

/** A line with its line end, and where it starts. */
interface Line {
  readonly start: number;
  readonly text: string;
}

/** The lines from `from` up to `to`, counted from 0, and what takes their place. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly added: readonly string[];
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start) + 1 || text.length;
    lines.push({ start, text: text.slice(start, end) });
    start = end;
  }
  return lines;
}

/** Edits by the lines that they touch, those of the same or neighbouring lines together. */
function changesOf(lines: readonly Line[], edits: readonly TextEdit[]): Change[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const groups: { from: number; to: number; edits: TextEdit[] }[] = [];
  for (const edit of ordered) {
    const { from, to } = touched(lines, edit);
    const group = groups.at(-1);
    if (group === undefined || from > group.to) groups.push({ from, to, edits: [edit] });
    else {
      group.to = Math.max(group.to, to);
      group.edits.push(edit);
    }
  }
  return groups.map(group => ({ from: group.from, to: group.to, added: replaced(lines, group) }));
}

/** Whole lines that go or come touch no other line. */
function touched(lines: readonly Line[], { span, text }: TextEdit): { from: number; to: number } {
  const from = lineAt(lines, span.start);
  const isWhole = lines[from]?.start === span.start && (text === "" || text.endsWith("\n"));
  const last = lineAt(lines, span.end);
  if (isWhole && (last === lines.length || lines[last]?.start === span.end)) return { from, to: last };
  return from === lines.length
    ? { from: Math.max(0, from - 1), to: from }
    : { from, to: Math.min(last + 1, lines.length) };
}

/** The line that holds an offset; the number of lines at the end of a text. */
function lineAt(lines: readonly Line[], offset: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line !== undefined && line.start + line.text.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function replaced(lines: readonly Line[], group: { from: number; to: number; edits: readonly TextEdit[] }): string[] {
  const old = lines.slice(group.from, group.to);
  const first = lines[group.from] ?? lines.at(-1);
  const start = group.from < lines.length ? (first?.start ?? 0) : (first?.start ?? 0) + (first?.text.length ?? 0);
  const edits = group.edits.map(({ span, text }) => ({
    span: { start: span.start - start, end: span.end - start },
    text,
  }));
  return linesOf(applyEdits(old.map(({ text }) => text).join(""), edits)).map(({ text }) => text);
}

/** Changes whose surroundings meet stand in one hunk. */
function joinNear(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const hunk = hunks.at(-1);
    if (hunk === undefined || change.from - (hunk.at(-1)?.to ?? 0) > 2 * CONTEXT) hunks.push([change]);
    else hunk.push(change);
  }
  return hunks;
}

function hunkText({ lines, changes }: { lines: readonly Line[]; changes: readonly Change[] }, shift: number): string {
  const first = Math.max(0, (changes[0]?.from ?? 0) - CONTEXT);
  const last = Math.min(lines.length, (changes.at(-1)?.to ?? 0) + CONTEXT);
  const shown: string[] = [];
  let at = first;
  let grown = 0;
  const take = (mark: string, upTo: number) => {
    for (; at < upTo; at++) shown.push(marked(mark, lines[at]?.text ?? ""));
  };
  for (const { from, to, added } of changes) {
    take(" ", from);
    take("-", to);
    shown.push(...added.map(text => marked("+", text)));
    grown += added.length - (to - from);
  }
  take(" ", last);
  const count = last - first;
  return `@@ -${place(first, count)} +${place(first + shift, count + grown)} @@\n${shown.join("")}`;
}

function marked(mark: string, text: string): string {
  return text.endsWith("\n") ? `${mark}${text}` : `${mark}${text}\n\\ No newline at end of file\n`;
}

/** Nothing is said to stand behind the line before. */
function place(first: number, count: number): string {
  return `${count === 0 ? first : first + 1}${count === 1 ? "" : `,${count}`}`;
}
