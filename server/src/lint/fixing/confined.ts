/** Edits that change nothing but the lines in which they stand: of those it is plain what else systemd reads otherwise, which is nothing. */
import { readOnce } from "../../model/file-reading.ts";
import { lineIn } from "../../model/line-at.ts";
import type { Block, UnitFile } from "../../model/unit-file.ts";
import { parse } from "../../syntax/parse.ts";
import type { LineSyntax } from "../../syntax/tree.ts";
import { isLineEnd } from "../../text/line-ends.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { Span } from "../../text/span.ts";
import { applyEdits, type TextEdit } from "../../text/text-edit.ts";
import type { EditsByFile } from "./candidates.ts";
import type { Judged } from "./judged.ts";

/**
 * Whether all edits are such for certain: whole lines without a header, an empty value or a continuation become
 * others of that sort, in a file that systemd reads to its end.
 */
export function areConfined(judged: Judged, edits: EditsByFile): boolean {
  return [...edits].every(([source, own]) => isConfined(judged, source, own));
}

function isConfined(judged: Judged, source: SourceFile, edits: readonly TextEdit[]): boolean {
  const name = judged.nameOf(source);
  const [file, ...others] =
    name === undefined ? [] : judged.setsOf(source).map(set => readOnce(source, name, set.catalog));
  if (file === undefined || [file, ...others].some(({ stop }) => stop !== undefined) || file.name.skeleton)
    return false;
  const stretch = stretchOf(file, edits);
  if (stretch === undefined || source.text.includes(BYTE_ORDER_MARK)) return false;
  const { span, lines } = stretch;
  const moved = edits.map(({ span: { start, end }, text }) => ({
    span: { start: start - span.start, end: end - span.start },
    text,
  }));
  const after = applyEdits(source.text.slice(span.start, span.end), moved);
  if (!standsApart(after, source.text, span) || after.includes(BYTE_ORDER_MARK)) return false;
  const { sections } = parse(after);
  return lines.every(isPlain) && sections.every(({ header, lines }) => header === undefined && lines.every(isPlain));
}

/** Dropped once, wherever the first one stands. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Whether no line end of a new text runs together with those around it: those of different sorts are one. */
function standsApart(text: string, whole: string, { start, end }: Span): boolean {
  const isOdd = (at: number) => isLineEnd(whole.charCodeAt(at)) && whole[at] !== "\n";
  if (isOdd(end) || isOdd(start - 1) || /^[\r\0]/.test(text)) return false;
  return end === whole.length || text === "" || text.endsWith("\n");
}

/** The whole lines, below one header that systemd knows, that edits touch. */
function stretchOf(
  file: UnitFile,
  edits: readonly TextEdit[],
): { readonly span: Span; readonly lines: readonly LineSyntax[] } | undefined {
  const start = Math.min(...edits.map(({ span }) => span.start));
  const end = Math.max(...edits.map(({ span }) => Math.max(span.start, span.end - 1)));
  const block = file.blocks.findLast(block => startOf(block) <= start);
  if (block?.role !== "known" || end - start > LARGEST) return undefined;
  const [first, last] = [lineIn(block, start), lineIn(block, end)];
  if (first === undefined || last === undefined || first === block.header || end >= last.span.end) return undefined;
  const [from, to] = [block.lines.indexOf(first), block.lines.indexOf(last)];
  return { span: { start: first.span.start, end: last.span.end }, lines: block.lines.slice(from, to + 1) };
}

/** Edits that lie farther apart are left to a closer look. */
const LARGEST = 10_000;

function startOf({ header, lines }: Block): number {
  return (header ?? lines[0])?.span.start ?? 0;
}

/** An empty value may clear other settings, and where lines are joined, others may come or go. */
function isPlain(line: LineSyntax): boolean {
  if (line.unfinished || line.pieces.length > 1) return false;
  if (line.kind === "entry") return line.value.text !== "";
  return ["blank", "comment", "missing-equals", "missing-key"].includes(line.kind);
}
