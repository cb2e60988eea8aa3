/** Formatting: blanks around keys and at line ends, and blank lines. Values, comments and lines that systemd cannot read stay as they are. */
import type { UnitSyntax } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { blankLineEdits } from "./formatting/blank-lines.ts";
import { lineEdits } from "./formatting/line-edits.ts";
import { type Row, rowsOf } from "./formatting/rows.ts";

/**
 * The edits that bring a file into form, in no order; none where it is. What systemd reads stays the same to the letter: sections, keys, values
 * with their continuations. A file with line ends other than LF and CR LF is left alone.
 */
export function formatUnit(syntax: UnitSyntax): readonly TextEdit[] {
  const rows = rowsOf(syntax);
  return [...lineEdits(syntax, rows), ...blankLineEdits(syntax, rows)];
}

/** The edits that format a file. */
export function formatting(snapshot: Snapshot, uri: FileUri): readonly TextEdit[] {
  const file = snapshot.file(uri);
  return file === undefined ? [] : formatUnit(file.unitFile.syntax);
}

/** Those of them that stand on the lines of a span. */
export function rangeFormatting(snapshot: Snapshot, uri: FileUri, span: Span): readonly TextEdit[] {
  const file = snapshot.file(uri);
  if (file === undefined) return [];
  const { syntax } = file.unitFile;
  const end = Math.max(span.end, span.start + 1);
  const rows = rowsOf(syntax).filter(row => row.span.start < end && span.start < row.span.end);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  const within = { start: first.span.start, end: last.span.end };
  const isLast = within.end === syntax.text.length;
  return formatUnit(syntax).filter(
    edit => within.start <= edit.span.start && edit.span.end <= within.end && (isLast || edit.span.start < within.end),
  );
}

/** The character behind which an editor asks. */
export const formattedAfter = "\n";

/** The edits for the line that was just left by a line end, the cursor being on the one below. */
export function onTypeFormatting(snapshot: Snapshot, uri: FileUri, offset: number): readonly TextEdit[] {
  const file = snapshot.file(uri);
  if (file === undefined) return [];
  const { syntax } = file.unitFile;
  const rows = rowsOf(syntax);
  const left = rowAbove(rows, offset);
  if (left === undefined || left.line.kind === "blank") return [];
  return lineEdits(syntax, rows).filter(
    ({ span }) => left.span.start <= span.start && span.end <= left.contentEnd && span.end <= offset,
  );
}

function rowAbove(rows: readonly Row[], offset: number): Row | undefined {
  return rows.findLast(({ span, contentEnd }) => span.end <= offset && contentEnd < span.end);
}
