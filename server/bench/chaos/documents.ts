/** What is open and what lies on disk, as the client knows it: the truth that the server is held against. */

/** A place in a text, in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** An edit as the protocol has it. */
export interface Edit {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** One open document. */
export interface OpenText {
  readonly uri: string;
  version: number;
  text: string;
}

/** A text after an edit: lines beyond the last mean the end of the text, characters beyond a line its end. */
export function edited(text: string, { range, text: inserted }: Edit): string {
  if (range === undefined) return inserted;
  const ends = [offsetAt(text, range.start), offsetAt(text, range.end)];
  return text.slice(0, Math.min(...ends)) + inserted + text.slice(Math.max(...ends));
}

/** The lines of a text without their ends, and where each starts. */
function linesOf(text: string): readonly { readonly start: number; readonly length: number }[] {
  const lines: { start: number; length: number }[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, length: index - start });
    start = index + end.length;
  }
  return [...lines, { start, length: text.length - start }];
}

function offsetAt(text: string, { line, character }: Position): number {
  const found = linesOf(text)[line];
  return found === undefined ? text.length : found.start + Math.min(character, found.length);
}
