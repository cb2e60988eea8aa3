/** A fix that puts lines into a section of a unit's fragment. */
import type { SectionName } from "../catalog/directive.ts";
import type { Unit } from "../model/unit.ts";
import type { FileEdit, Fix } from "./finding.ts";

/** Behind what stands in the section, where later lines win; nothing where the fragment has no such section, cannot be read to its end, or ends in a backslash. */
export function lineFix({ fragment }: Unit, section: SectionName, lines: readonly string[]): readonly Fix[] {
  if (fragment === undefined || fragment.stop !== undefined) return [];
  const { source } = fragment;
  const last = fragment.blocks
    .filter(block => block.section === section && block.header !== undefined)
    .at(-1)
    ?.lines.findLast(line => line.kind === "entry" || line.kind === "header");
  const header = fragment.blocks.filter(block => block.section === section).at(-1)?.header;
  const after = last ?? header;
  if (after === undefined || after.unfinished) return [];
  const end = after.span.end;
  const lineEnd = source.text.includes("\r\n") ? "\r\n" : "\n";
  const ended = /[\n\r]$/.test(source.text.slice(after.span.start, end));
  const text = lines.map(line => (ended ? `${line}${lineEnd}` : `${lineEnd}${line}`)).join("");
  const edit: FileEdit = { file: source, edits: [{ span: { start: end, end }, text }] };
  return [{ title: `Add ${lines.join(" and ")}`, safety: "unsafe", edits: [edit] }];
}
