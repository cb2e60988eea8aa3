/** The tree back to text. */
import type { LineSyntax, UnitSyntax } from "./tree.ts";

/** All logical lines of a file in order, headers included. */
export function* linesOf(syntax: UnitSyntax): Generator<LineSyntax> {
  for (const section of syntax.sections) {
    if (section.header !== undefined) yield section.header;
    yield* section.lines;
  }
}

/** Puts a tree's leaves together again: exactly the text it was parsed from. */
export function print(syntax: UnitSyntax): string {
  const pieces: string[] = [];
  for (const line of linesOf(syntax)) {
    for (const { span } of line.pieces) pieces.push(syntax.text.slice(span.start, span.end));
  }
  return pieces.join("");
}
