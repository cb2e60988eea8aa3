/** Selection: from the word at the cursor outwards, to the part of the value, the value, the entry, the section and the file. */
import type { UnitFile } from "../model/unit-file.ts";
import type { LogicalText } from "../syntax/logical-text.ts";
import type { EntrySyntax, LineSyntax, SectionSyntax } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** The stretches around an offset, the smallest first; each lies in the next and is smaller. The last is the whole file. */
export function selectionRanges(snapshot: Snapshot, uri: FileUri, offset: number): readonly Span[] {
  const file = snapshot.file(uri);
  if (file === undefined) return [];
  const { text } = file.source;
  const section = file.unitFile.syntax.sections.findLast(section => sectionSpan(section).start <= offset);
  const line = section === undefined ? undefined : linesOf(section).findLast(({ span }) => span.start <= offset);
  const around = [
    ...(line === undefined ? [] : lineSpans(line, file.unitFile, offset)),
    ...(section?.header === undefined ? [] : [trimmed(text, sectionSpan(section)), sectionSpan(section)]),
    { start: 0, end: text.length },
  ];
  return nested(around.filter(({ start, end }) => start <= offset && offset <= end));
}

function linesOf({ header, lines }: SectionSyntax): readonly LineSyntax[] {
  return header === undefined ? lines : [header, ...lines];
}

function sectionSpan({ header, lines }: SectionSyntax): Span {
  const first = header ?? lines[0];
  return { start: first?.span.start ?? 0, end: (lines.at(-1) ?? first)?.span.end ?? 0 };
}

function lineSpans(line: LineSyntax, file: UnitFile, offset: number): Span[] {
  const { text } = file.source;
  const content = trimmed(text, line.span);
  if (line.kind === "header") return [wordAt(text, offset, line.name.span), line.name.span, content];
  if (line.kind !== "entry") return [wordAt(text, offset, content), content];
  const { key, value } = line;
  if (offset <= key.span.end) return [key.span, line.content.span];
  return [...valueSpans(line, file, offset), value.span, line.content.span];
}

/** The words and parts of a value that hold the offset. */
function valueSpans(entry: EntrySyntax, file: UnitFile, offset: number): Span[] {
  const { value } = entry;
  const assignment = file.blocks.flatMap(({ assignments }) => assignments).find(({ entry: other }) => other === entry);
  const parts = (assignment?.parsed?.parts ?? []).map(({ span }) => value.toSource(span));
  return [wordAt(file.source.text, offset, value.span), blankWord(value, offset), ...parts].sort(
    (a, b) => a.end - a.start - (b.end - b.start),
  );
}

/** What stands between blanks, quotes with all that is in them taken as one. */
function blankWord(value: LogicalText, offset: number): Span {
  for (const { index, 0: word } of value.text.matchAll(
    /(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\.|[^ \t"'\\]|["'\\])+/gs,
  )) {
    const span = value.toSource({ start: index, end: index + word.length });
    if (offset <= span.end) return span;
  }
  return value.span;
}

/** The letters, digits and underscores around an offset, as far as they lie in a stretch. */
function wordAt(text: string, offset: number, { start, end }: Span): Span {
  let [from, to] = [offset, offset];
  while (from > start && isWord(text.charAt(from - 1))) from--;
  while (to < end && isWord(text.charAt(to))) to++;
  return { start: from, end: to };
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}_]/u.test(character);
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (to > from && /[ \t\r\n\0]/.test(text.charAt(to - 1))) to--;
  while (from < to && /[ \t]/.test(text.charAt(from))) from++;
  return { start: from, end: to };
}

/** Keeps each that is larger than the one before and holds it; an empty one selects nothing. */
function nested(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const [at, span] of spans.entries()) {
    const inner = kept.at(-1);
    const isLast = at === spans.length - 1;
    if (span.start === span.end && !isLast) continue;
    const holds = inner === undefined || (span.start <= inner.start && inner.end <= span.end);
    if (holds && (inner === undefined || span.end - span.start > inner.end - inner.start)) kept.push(span);
  }
  return kept;
}
