/** Formatting between lines: one blank line before a section, never two in a row, none at either end, a line end at the last. */

import type { UnitSyntax } from "../../syntax/tree.ts";
import { lineEndOf } from "../../text/line-ends.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { emptied, isPlainHeader } from "./line-edits.ts";
import { isCompleted, type Row } from "./rows.ts";

/**
 * The edits that add and remove blank lines; a blank one that ends a continued line counts as one and stays. A file of nothing else is left
 * alone: empty, it would mask its unit.
 */
export function blankLineEdits(syntax: UnitSyntax, rows: readonly Row[]): TextEdit[] {
  const { text } = syntax;
  const edits: TextEdit[] = [];
  const lastContent = rows.findLastIndex(row => !isRemovable(row, syntax));
  const firstRead = rows.findIndex(({ line }) => line.kind !== "comment" && line.kind !== "blank");
  if (lastContent < 0) return [];
  for (const [at, row] of rows.entries()) {
    const above = rows[at - 1];
    if (isRemovable(row, syntax)) {
      if (above === undefined || above.isBlank || at > lastContent) edits.push({ span: row.span, text: "" });
      else if (row.contentEnd > row.span.start) edits.push(withoutBlanks(row, text));
    } else if (above !== undefined && 0 <= firstRead && firstRead < at && wantsBlankAbove(rows, at, syntax)) {
      edits.push({ span: { start: row.span.start, end: row.span.start }, text: endOf(above, text) });
    }
  }
  return [...edits, ...finalLineEnd(syntax, rows[lastContent])];
}

function isRemovable({ isBlank, line }: Row, syntax: UnitSyntax): boolean {
  return isBlank && line.kind === "blank" && line.pieces.length === 1 && !isCompleted(syntax, line);
}

function withoutBlanks({ span, contentEnd }: Row, text: string): TextEdit {
  return emptied(text, { start: span.start, end: contentEnd }, text.slice(contentEnd, span.end));
}

/** The first of the lines that introduce a section, where none above it is blank. */
function wantsBlankAbove(rows: readonly Row[], at: number, syntax: UnitSyntax): boolean {
  const above = rows[at - 1];
  if (above === undefined || above.isBlank || above.line.kind === "placeholder") return false;
  return !introduces(above, syntax.text) && introducesSection(rows, at, syntax);
}

function introducesSection(rows: readonly Row[], at: number, syntax: UnitSyntax): boolean {
  let next = at;
  while (rows[next] !== undefined && introduces(rows[next], syntax.text)) next++;
  const line = rows[next]?.line;
  return line?.kind === "header" && isPlainHeader(line) && !isCompleted(syntax, line);
}

/** A comment in words: one that holds an assignment belongs to the section above. */
function introduces(row: Row | undefined, text: string): boolean {
  if (row?.line.kind !== "comment") return false;
  return !/^[ \t]*[#;]+[ \t]*(?:[A-Z][A-Za-z0-9-]*[ \t]*=|\[)/.test(text.slice(row.span.start, row.contentEnd));
}

function endOf({ span, contentEnd }: Row, text: string): string {
  return text.slice(contentEnd, span.end);
}

/** What ends in a backslash would go on behind a line end that is added. */
function finalLineEnd({ text }: UnitSyntax, last: Row | undefined): TextEdit[] {
  if (last === undefined || last.contentEnd < last.span.end || last.line.unfinished) return [];
  return [{ span: { start: last.span.end, end: last.span.end }, text: lineEndOf({ text }) }];
}
