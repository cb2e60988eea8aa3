/** Replacing pieces of a text. */
import type { Span } from "./span.ts";

/** Puts `text` in place of `span`; an empty span inserts, an empty text deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Applies edits that do not overlap, given in any order; throws a RangeError where two do. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  let from = 0;
  for (const edit of ordered) {
    if (edit.span.start < from) throw new RangeError(`edits overlap at offset ${edit.span.start}`);
    pieces.push(text.slice(from, edit.span.start), edit.text);
    from = edit.span.end;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}
