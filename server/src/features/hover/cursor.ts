/** What a place in a unit file is: a section's header, a key, or a piece of a value. */
import type { Assignment } from "../../model/assignment.ts";
import { type Block, isUnread } from "../../model/unit-file.ts";
import type { EntrySyntax, LineSyntax } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { ValuePart } from "../../values/kind.ts";
import type { WorkspaceFile } from "../../workspace/snapshot.ts";

/** A place with what stands there. */
export type Cursor = SectionCursor | KeyCursor | ValueCursor;

/** The header of a section. */
export interface SectionCursor {
  readonly on: "section";
  readonly block: Block;
  readonly span: Span;
}

/** The key of an entry. */
export interface KeyCursor {
  readonly on: "key";
  readonly block: Block;
  readonly entry: EntrySyntax;
  /** Undefined in sections that systemd does not know. */
  readonly assignment: Assignment | undefined;
  readonly span: Span;
  /** Whether systemd gave up on the file before. */
  readonly unread: boolean;
}

/** The value of an entry. */
export interface ValueCursor extends Omit<KeyCursor, "on"> {
  readonly on: "value";
  /** The parts of the value that the place is in, the smallest first. */
  readonly parts: readonly ValuePart[];
}

/** What stands at an offset; undefined for comments, blanks and what no parser understands. */
export function cursorAt({ unitFile }: WorkspaceFile, offset: number): Cursor | undefined {
  const block = unitFile.blocks.find(candidate => holds(candidate, offset));
  if (block === undefined) return undefined;
  const { header } = block;
  if (header !== undefined && touches(header.content.span, offset))
    return { on: "section", block, span: header.content.span };
  const entry = block.lines.find(line => contains(line.span, offset) || line.span.end === offset);
  if (entry?.kind !== "entry" || isComment(entry, offset)) return undefined;
  const assignment = block.assignments.find(candidate => candidate.entry === entry);
  const common = { block, entry, assignment, unread: isUnread(unitFile, entry) };
  if (touches(entry.key.span, offset)) return { on: "key", ...common, span: entry.key.span };
  if (!touches(entry.value.span, offset)) return undefined;
  return { on: "value", ...common, span: entry.value.span, parts: partsAt(entry, assignment, offset) };
}

function holds({ header, lines }: Block, offset: number): boolean {
  const first: LineSyntax | undefined = header ?? lines[0];
  const last = lines.at(-1) ?? header;
  return first !== undefined && last !== undefined && first.span.start <= offset && offset <= last.span.end;
}

/** The place between two pieces belongs to the one behind it. */
function partsAt(entry: EntrySyntax, assignment: Assignment | undefined, offset: number): readonly ValuePart[] {
  const placed = (assignment?.parsed?.parts ?? []).map(part => ({ part, span: entry.value.toSource(part.span) }));
  const inside = placed.filter(({ span }) => contains(span, offset));
  const found = inside.length > 0 ? inside : placed.filter(({ span }) => span.end === offset);
  return found.map(({ part }) => part).sort((one, other) => lengthOf(one) - lengthOf(other));
}

function lengthOf({ span }: ValuePart): number {
  return span.end - span.start;
}

function isComment(entry: EntrySyntax, offset: number): boolean {
  return entry.pieces.some(({ kind, span }) => kind === "comment" && contains(span, offset));
}

function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
