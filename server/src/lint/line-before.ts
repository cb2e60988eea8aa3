/** Edits that add a line. */
import type { PlacedAssignment } from "../model/setting.ts";
import type { TextEdit } from "../text/text-edit.ts";

/** Puts a line before an assignment, with the same line end. */
export function lineBefore({ entry, file: { source } }: PlacedAssignment, line: string): TextEdit {
  const { start, end } = entry.span;
  const lineEnd = source.text.slice(start, end).includes("\r\n") ? "\r\n" : "\n";
  return { span: { start, end: start }, text: `${line}${lineEnd}` };
}
