/** The edits that write lines of [Service]: to a drop-in for hardening, or to the file that is looked at. */
import { dropInPath } from "../../exposure/suggest.ts";
import type { Unit } from "../../model/unit.ts";
import type { UnitFile } from "../../model/unit-file.ts";
import { lineEndOf } from "../../text/line-ends.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";
import type { Change } from "../code-actions/action.ts";

/** Lines behind an offset that ends a line, or the text. */
export function linesBehind(file: SourceFile, end: number, lines: string): TextEdit {
  const lineEnd = lineEndOf(file);
  const isEnded = end === 0 || /[\r\n\0]$/.test(file.text.slice(0, end));
  const text = lines.replaceAll("\n", lineEnd);
  return { span: { start: end, end }, text: isEnded ? text : `${lineEnd}${text}` };
}

/** The text of a drop-in with nothing but [Service] goes into that section of a file, which gets one where it has none. */
export function sectionChange({ source, unitFile }: Pick<WorkspaceFile, "source" | "unitFile">, text: string): Change {
  return { edits: [{ file: source, edits: [sectionEdit(source, unitFile, text)] }], created: [] };
}

/** The text goes into the hardening drop-in that the unit has in the workspace already, else into a new one. */
export function dropInChange(snapshot: Snapshot, { set }: WorkspaceFile, unit: Unit, text: string): Change {
  const mine = unit.dropIns.findLast(({ source }) => /\/\d\d-hardening\.conf$/.test(source.path));
  const uri = mine && snapshot.uriOf(mine.source);
  const file = uri === undefined ? undefined : snapshot.file(uri);
  if (file !== undefined && file.unitFile.stop === undefined) return sectionChange(file, text);
  return { edits: [], created: [{ path: dropInPath(unit, set), text }] };
}

function sectionEdit(source: SourceFile, { blocks }: UnitFile, text: string): TextEdit {
  const block = blocks.findLast(({ section, role }) => section === "Service" && role === "known");
  const last = block?.assignments.at(-1)?.entry ?? block?.header;
  const [, lines = ""] = text.split("[Service]\n");
  if (last !== undefined) return linesBehind(source, last.span.end, lines);
  const { length } = source.text;
  return linesBehind(source, length, length === 0 ? `[Service]\n${lines}` : `\n[Service]\n${lines}`);
}
