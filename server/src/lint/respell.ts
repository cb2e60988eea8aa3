/** Fixes that change one word of a value, or add a line. */
import type { Place } from "../model/place.ts";
import type { Fix } from "./finding.ts";

/** Writes another word in a place; unsafe, as yet another one may have been meant. */
export function respell({ file, span }: Place, text: string): readonly Fix[] {
  return [{ title: `Write ${text}`, safety: "unsafe", edits: [{ file: file.source, edits: [{ span, text }] }] }];
}

/** Takes a word out of a list, or the whole line where it is the only one; lines that are continued are left to people. */
export function dropWord({ file, line, span }: Place): readonly Fix[] {
  if (line.kind !== "entry" || line.pieces.length > 1) return [];
  const { value } = line;
  const isOnly = value.span.start === span.start && value.span.end === span.end;
  const start = span.start === value.span.start ? span.start : span.start - 1;
  const end = span.start === value.span.start ? span.end + 1 : span.end;
  const edits = [{ file: file.source, edits: [{ span: isOnly ? line.span : { start, end }, text: "" }] }];
  const title = isOnly ? "Delete the line" : `Delete ${file.source.text.slice(span.start, span.end)}`;
  return [{ title, safety: "unsafe", edits }];
}

/** Takes a whole line away; lines that are continued are left to people. */
export function deleteLine({ file, line }: Place, title = "Delete the line"): readonly Fix[] {
  if (line.pieces.length > 1) return [];
  return [{ title, safety: "unsafe", edits: [{ file: file.source, edits: [{ span: line.span, text: "" }] }] }];
}

/** Adds a line behind the one of a place. */
export function addLine({ file, line }: Place, text: string): readonly Fix[] {
  const last = file.source.text.slice(line.span.start, line.span.end);
  const lineEnd = /[\r\n]+$/.exec(last)?.[0] ?? "";
  const added = lineEnd === "" ? `\n${text}` : `${text}${lineEnd}`;
  const edits = [{ file: file.source, edits: [{ span: { start: line.span.end, end: line.span.end }, text: added }] }];
  return [{ title: `Add ${text}`, safety: "unsafe", edits }];
}
