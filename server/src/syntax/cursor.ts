/** A logical line while somebody writes in it: its text up to both sides of a cursor, blanks before it included. */
import type { Span } from "../text/span.ts";
import { parse, parseSkeleton } from "./parse.ts";
import type { LineSyntax } from "./tree.ts";

/** What systemd would see of a line, and where in it the cursor stands. */
export interface CursorLine {
  /** Continuations joined, without blanks at either end but for those before the cursor. */
  readonly text: string;
  /** The cursor in that text. */
  readonly cursor: number;
  /** The way back to the file. */
  readonly toSource: (span: Span) => Span;
}

/**
 * The line with the cursor at `offset` in `span`, which is that of a logical line in `text`, or empty where a new one begins. Undefined
 * where the cursor stands in a comment, in a placeholder, or in what systemd cannot read.
 */
export function cursorLine(text: string, span: Span, offset: number, skeleton = false): CursorLine | undefined {
  // What stands at the cursor keeps the blanks before it from being trimmed, and a blank line from being none.
  const marked = text.slice(span.start, offset) + MARK + text.slice(offset, span.end);
  const { sections } = skeleton ? parseSkeleton(marked) : parse(marked);
  const [line] = sections.flatMap(({ header, lines }) => (header === undefined ? lines : [header, ...lines]));
  const content = line === undefined ? undefined : contentOf(line);
  if (content === undefined) return undefined;
  const at = offset - span.start;
  const cursor = placesOfMark(content.text).find(place => content.toSource({ start: place, end: place }).start === at);
  if (cursor === undefined) return undefined;
  const toFile = (place: number) => span.start + (place > at ? place - 1 : place);
  return {
    text: content.text.slice(0, cursor) + content.text.slice(cursor + 1),
    cursor,
    toSource({ start, end }) {
      const from = start > cursor ? start + 1 : start;
      const found = content.toSource({ start: from, end: Math.max(from, end > cursor ? end + 1 : end) });
      return { start: toFile(found.start), end: toFile(found.end) };
    },
  };
}

/** A character of the private use area: valid, no blank, and without meaning to the parser. */
const MARK = "\uE0FF";

function contentOf(line: LineSyntax) {
  return "content" in line && line.kind !== "not-utf8" && line.kind !== "overlong" ? line.content : undefined;
}

/** The text itself may hold the character, too. */
function placesOfMark(text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) places.push(at);
  return places;
}
