/** What an offset in a unit file means: the one place that all editor features ask. */
import type { Assignment } from "../model/assignment.ts";
import type { Block, UnitFile } from "../model/unit-file.ts";
import type { LogicalText } from "../syntax/logical-text.ts";
import type { EntrySyntax, HeaderSyntax, LineSyntax, StraySyntax } from "../syntax/tree.ts";
import { isLineEnd } from "../text/line-ends.ts";
import type { Span } from "../text/span.ts";
import type { ValuePart } from "../values/kind.ts";

/** What the cursor stands on or touches. Its `span` is of the file; `block` is the section around it, absent in an empty file. */
export type CursorTarget = HeaderTarget | KeyTarget | ValueTarget | StrayTarget | CommentTarget | BlankTarget;

/** A section header. */
export interface HeaderTarget {
  readonly is: "header";
  readonly block: Block;
  readonly line: HeaderSyntax;
  /** The name between the brackets. */
  readonly span: Span;
}

/** A key, up to its `=`. */
export interface KeyTarget {
  readonly is: "key";
  readonly block: Block;
  readonly line: EntrySyntax;
  /** The key. */
  readonly span: Span;
  /** Undefined in a section that systemd does not read. */
  readonly assignment: Assignment | undefined;
}

/** What follows a `=`. */
export interface ValueTarget {
  readonly is: "value";
  readonly block: Block;
  readonly line: EntrySyntax;
  /** The value; of an empty one, where it would start. */
  readonly span: Span;
  /** Undefined in a section that systemd does not read. */
  readonly assignment: Assignment | undefined;
  /** The cursor's offset in the logical value. */
  readonly at: number;
  /** Whether blanks lie between the value's last character and the cursor, so that it starts a new word. */
  readonly isBehind: boolean;
  /** The pieces of the value that the cursor is in or touches, the innermost first: a specifier, then the path that holds it. */
  readonly parts: readonly TargetPart[];
}

/** A piece of a value. */
export interface TargetPart {
  readonly kind: ValuePart["kind"];
  /** As written, in the logical value. */
  readonly text: string;
  readonly logical: Span;
  /** In the file; it may go on over continued lines. */
  readonly span: Span;
}

/** A line without `=`, such as a key that is being typed, or one that systemd cannot read. */
export interface StrayTarget {
  readonly is: "stray";
  readonly block: Block;
  readonly line: StraySyntax;
  /** From its first to its last visible character. */
  readonly span: Span;
}

/** A comment, be it between continued lines. */
export interface CommentTarget {
  readonly is: "comment";
  readonly block: Block;
  readonly line: LineSyntax;
  /** The comment's physical line without its line end. */
  readonly span: Span;
}

/** Where nothing stands: an empty line, the end of the file, the placeholder of a skeleton. */
export interface BlankTarget {
  readonly is: "blank";
  readonly block: Block | undefined;
  readonly line: LineSyntax | undefined;
  /** Empty, at the cursor. */
  readonly span: Span;
}

/** What stands at an offset; of one beyond the text, at its end. */
export function targetAt(file: UnitFile, offset: number): CursorTarget {
  const at = Math.max(0, Math.min(Math.trunc(offset) || 0, file.source.text.length));
  const found = lineAt(file, at);
  if (found === undefined) return blank(file.blocks.at(-1), undefined, at);
  const { block, line } = found;
  const comment = commentAt(file, line, at);
  if (comment !== undefined) return { is: "comment", block, line, span: comment };
  if (line.kind === "header") return { is: "header", block, line, span: line.name.span };
  if (line.kind === "entry") return inEntry(block, line, at);
  if ("content" in line) return { is: "stray", block, line, span: line.content.span };
  return blank(block, line, at);
}

/** The pieces of a value, all of them, as written and in the file. */
export function partsOf({ entry, parsed }: Assignment): readonly TargetPart[] {
  return (parsed?.parts ?? []).map(part => partIn(entry.value, part));
}

function lineAt({ blocks, source }: UnitFile, at: number): { block: Block; line: LineSyntax } | undefined {
  const block = lastBefore(blocks, ({ header, lines }) => (header ?? lines[0])?.span.start ?? 0, at);
  if (block === undefined) return undefined;
  const line = lastBefore(block.lines, ({ span }) => span.start, at) ?? block.header;
  if (line === undefined) return undefined;
  const ended = at === line.span.end && !line.unfinished && isLineEnd(source.text.charCodeAt(at - 1));
  return ended ? undefined : { block, line };
}

/** The last of some sorted things that starts at or before an offset. */
function lastBefore<Thing>(things: readonly Thing[], startOf: (thing: Thing) => number, at: number): Thing | undefined {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && startOf(thing) <= at) low = middle + 1;
    else high = middle;
  }
  return things[low - 1];
}

function inEntry(block: Block, line: EntrySyntax, at: number): KeyTarget | ValueTarget {
  const { key, value, content } = line;
  const assignment = block.assignments.find(({ entry }) => entry === line);
  const equals = content.text.indexOf("=", key.text.length);
  if (at <= content.toSource({ start: equals, end: equals }).start)
    return { is: "key", block, line, span: key.span, assignment };
  const isBehind = at > value.span.end;
  const parts = isBehind || assignment === undefined ? [] : touched(assignment, value.fromSource(at));
  return { is: "value", block, line, span: value.span, assignment, at: value.fromSource(at), isBehind, parts };
}

/** What holds the character behind the cursor comes before what only ends there; then the shorter first. */
function touched({ entry, parsed }: Assignment, at: number): TargetPart[] {
  return (parsed?.parts ?? [])
    .filter(({ span }) => span.start <= at && at <= span.end)
    .sort((a, b) => Number(at === a.span.end) - Number(at === b.span.end) || lengthOf(a.span) - lengthOf(b.span))
    .map(part => partIn(entry.value, part));
}

function partIn(value: LogicalText, { kind, span }: ValuePart): TargetPart {
  return { kind, text: value.text.slice(span.start, span.end), logical: span, span: value.toSource(span) };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

function blank(block: Block | undefined, line: LineSyntax | undefined, at: number): BlankTarget {
  return { is: "blank", block, line, span: { start: at, end: at } };
}

function commentAt({ source: { text } }: UnitFile, { kind, pieces }: LineSyntax, at: number): Span | undefined {
  const piece = pieces.findLast(({ span }) => span.start <= at);
  if (piece?.kind !== "comment" || kind === "placeholder") return undefined;
  const { start } = piece.span;
  let { end } = piece.span;
  while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--;
  return at > end && at === piece.span.end ? undefined : { start, end };
}
