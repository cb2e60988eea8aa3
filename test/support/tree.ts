/**
 * Renders a tree for golden files without losing a character: quoted texts are the leaves, which in order make up the file; what stands
 * behind an arrow (→) or names a section is read off the tree. The code units of placeholders are shown as ■.
 */
import { PLACEHOLDER } from "../../server/src/syntax/placeholders.ts";
import type { EntrySyntax, LineSyntax, PieceSyntax, SectionSyntax, UnitSyntax } from "../../server/src/syntax/tree.ts";
import type { Span } from "../../server/src/text/span.ts";

/** The tree as text, a section, line or value a line. */
export function renderTree(syntax: UnitSyntax): string {
  const placeholders = syntax.placeholders.map(span => `placeholder → ${quoted(sliceOf(syntax, span))}`);
  return [...syntax.sections.flatMap(section => renderSection(syntax, section)), ...placeholders, ""].join("\n");
}

/** The leaves of a rendered tree put together again. */
export function leavesOf(rendered: string): string {
  return rendered
    .split("\n")
    .filter(line => !line.startsWith("section "))
    .flatMap(line => line.replace(/→ "(?:[^"\\]|\\.)*"/g, "").match(/"(?:[^"\\]|\\.)*"/g) ?? [])
    .map(leaf => JSON.parse(leaf) as string)
    .join("");
}

function renderSection(syntax: UnitSyntax, { header, lines }: SectionSyntax): string[] {
  const title = header === undefined ? "preamble" : `section ${quoted(header.name.text)}`;
  const all = header === undefined ? lines : [header, ...lines];
  return [title, ...all.flatMap(line => renderLine(syntax, line).map(text => `  ${text}`))];
}

function renderLine(syntax: UnitSyntax, line: LineSyntax): string[] {
  const kind = [
    line.kind,
    ...(line.kind === "header" && !line.closed ? ["unclosed"] : []),
    ...(line.unfinished ? ["unfinished"] : []),
  ].join(" ");
  if (line.kind === "entry") return [kind, ...renderEntry(syntax, line).map(text => `  ${text}`)];
  const rows = [`${kind} ${line.pieces.map(({ span }) => quoted(sliceOf(syntax, span))).join("   ")}`];
  if ("content" in line && line.pieces.length > 1) rows.push(`  content → ${quoted(line.content.text)}`);
  return rows;
}

interface Leaf {
  readonly label: string;
  readonly span: Span;
}

function renderEntry(syntax: UnitSyntax, line: EntrySyntax): string[] {
  const leaves = line.pieces.flatMap((piece, index) => leavesOfPiece(syntax, line, piece, index));
  const values = leaves.findIndex(({ label }) => label === "equals") + 1;
  const row = (some: readonly Leaf[]) =>
    some.map(({ label, span }) => `${label} ${quoted(sliceOf(syntax, span))}`).join("   ");
  const joinedKey = leaves.filter(({ label }) => label === "key").length > 1 ? [`key → ${quoted(line.key.text)}`] : [];
  return [
    ...joinedKey,
    row(leaves.slice(0, values)),
    `value → ${quoted(line.value.text)}`,
    ...indented(row(leaves.slice(values))),
  ];
}

function indented(row: string): string[] {
  return row === "" ? [] : [`  ${row}`];
}

/** Cuts a physical line at the edges of key, equals sign, value and line end. */
function leavesOfPiece(syntax: UnitSyntax, line: EntrySyntax, piece: PieceSyntax, index: number): Leaf[] {
  if (piece.kind === "comment") return [{ label: "comment", span: piece.span }];
  const { start, end } = piece.span;
  const text = sliceOf(syntax, piece.span);
  const contentEnd = start + text.replace(/[\r\n\0]+$/, "").length;
  const continues = line.unfinished || line.pieces.slice(index + 1).some(({ kind }) => kind === "text");
  const tail = continues ? contentEnd - 1 : contentEnd;
  const mark = text.startsWith("\uFEFF") && !isKept(line, start) ? start + 1 : start;
  const equals = equalsOf(syntax, line);
  const edges = [
    start,
    mark,
    line.key.span.start,
    line.key.span.end,
    equals,
    equals + 1,
    ...visibleEdges(line.value.span),
    tail,
    end,
  ]
    .filter(edge => edge >= start && edge <= end)
    .sort((a, b) => a - b);
  return edges.flatMap((edge, i) => {
    const span = { start: edge, end: edges[i + 1] ?? edge };
    return span.end > span.start ? [{ label: labelOf(span, { mark, tail, continues, equals, line }), span }] : [];
  });
}

/** Whether a character of the source is in the logical text: a byte order mark is not, the first time. */
function isKept({ content }: EntrySyntax, at: number): boolean {
  return [...Array(content.text.length).keys()].some(i => content.toSource({ start: i, end: i + 1 }).start === at);
}

function visibleEdges({ start, end }: Span): number[] {
  return end > start ? [start, end] : [];
}

interface Places {
  readonly mark: number;
  readonly tail: number;
  readonly continues: boolean;
  readonly equals: number;
  readonly line: EntrySyntax;
}

function labelOf(span: Span, { mark, tail, continues, equals, line }: Places): string {
  const within = (outer: Span) => span.start >= outer.start && span.end <= outer.end;
  if (span.start < mark) return "mark";
  if (span.start >= tail) return continues ? "continuation" : "end";
  if (span.start === equals) return "equals";
  if (within(line.key.span)) return "key";
  return within(line.value.span) ? "piece" : "blank";
}

/** Between key and value only blanks, continuations and comments may stand beside it. */
function equalsOf(syntax: UnitSyntax, { key, pieces }: EntrySyntax): number {
  const comments = pieces.filter(({ kind }) => kind === "comment").map(({ span }) => span);
  let at = syntax.text.indexOf("=", key.span.end);
  while (comments.some(({ start, end }) => start <= at && at < end)) at = syntax.text.indexOf("=", at + 1);
  return at;
}

function sliceOf({ text }: UnitSyntax, { start, end }: Span): string {
  return text.slice(start, end);
}

/** As JSON, with other characters that editors hide written as escapes too. */
function quoted(text: string): string {
  const json = JSON.stringify(text.replaceAll(PLACEHOLDER, "■"));
  return json.replace(
    /[\x7f-\x9f\u2028\u2029\ufeff-\uffff]/g,
    hidden => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
