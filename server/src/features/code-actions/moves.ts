/** Moving a misplaced key to a section that the file has to get first, and one whose misspelt name belongs elsewhere. */
import type { Finding } from "../../lint/finding.ts";
import type { UnitFile } from "../../model/unit-file.ts";
import type { EntrySyntax } from "../../syntax/tree.ts";
import { lineEndOf } from "../../text/line-ends.ts";
import { nearest } from "../../text/nearest.ts";
import type { TextEdit } from "../../text/text-edit.ts";
import { type CodeAction, editing } from "./action.ts";
import { type ActionRequest, findingsOf } from "./request.ts";

/** What the fixes of the two rules leave to do. */
export function moveActions(request: ActionRequest): readonly CodeAction[] {
  const { unitFile, source } = request.file;
  if (unitFile.syntax.placeholders.length > 0) return [];
  return findingsOf(request, ["misplaced-directive", "unknown-directive"]).flatMap(finding => {
    const { line, fixes } = finding;
    if (fixes.length > 0 || line.kind !== "entry" || line.unfinished) return [];
    const home =
      finding.rule === "misplaced-directive" ? homeOf(line, unitFile) : meantElsewhere(line, finding, unitFile);
    if (home === undefined) return [];
    const edits = () => moved(line, home, unitFile);
    return [editing("quickfix", titleOf(line, home, unitFile), source, edits, { finding })];
  });
}

/** Where an entry belongs, and under which name. */
interface Home {
  readonly section: string;
  readonly name: string;
}

function homeOf({ key: { text } }: EntrySyntax, { catalog, name: { type } }: UnitFile): Home | undefined {
  const section = catalog.sectionsWith(text).find(section => catalog.sectionsOf(type).includes(section));
  return section === undefined ? undefined : { section, name: text };
}

/** The nearest name in the other sections, as the rule names it. */
function meantElsewhere(
  { key }: EntrySyntax,
  { header }: Finding,
  { catalog, name: { type } }: UnitFile,
): Home | undefined {
  for (const section of catalog.sectionsOf(type)) {
    if (section === header?.name.text) continue;
    const name = nearest(key.text, catalog.namesIn(section));
    if (name !== undefined) return { section, name };
  }
  return undefined;
}

function titleOf({ key }: EntrySyntax, { section, name }: Home, file: UnitFile): string {
  const where = blockOf(section, file) === undefined ? `a new [${section}] section` : `[${section}]`;
  return key.text === name ? `Move to ${where}` : `Rename to ${name}= and move to ${where}`;
}

function blockOf(section: string, { blocks }: UnitFile) {
  return blocks.find(block => block.section === section && block.role === "known" && block.fault === undefined);
}

function moved(entry: EntrySyntax, { section, name }: Home, file: UnitFile): TextEdit[] {
  const { text } = file.source;
  const lineEnd = lineEndOf(file.source);
  const written = text.slice(entry.key.span.end, entry.span.end);
  const line = `${name}${written}${/[\r\n\0]$/.test(written) ? "" : lineEnd}`;
  return [{ span: entry.span, text: "" }, inserted(line, section, file, entry)];
}

/** Behind the last assignment of the section, else as a new section before those that come later. */
function inserted(line: string, section: string, file: UnitFile, { span: gone }: EntrySyntax): TextEdit {
  const lineEnd = lineEndOf(file.source);
  const { blocks, source, catalog, name } = file;
  const block = blockOf(section, file);
  const last = block?.assignments.at(-1)?.entry ?? block?.header;
  if (last !== undefined) return at(last.span.end, ended(source.text, last.span.end, lineEnd) + line);
  const order = catalog.sectionsOf(name.type);
  const next = blocks.find(block => order.indexOf(block.section) > order.indexOf(section))?.header;
  const lines = `[${section}]${lineEnd}${line}`;
  if (next !== undefined) return at(next.span.start, `${lines}${lineEnd}`);
  const end = source.text.length;
  return at(end, `${ended(source.text, gone.end === end ? gone.start : end, lineEnd)}${lineEnd}${lines}`);
}

/** What ends the line before an offset, if it has no end yet. */
function ended(text: string, offset: number, lineEnd: string): string {
  return /[\r\n\0]$/.test(text.slice(0, offset)) ? "" : lineEnd;
}

function at(offset: number, text: string): TextEdit {
  return { span: { start: offset, end: offset }, text };
}
