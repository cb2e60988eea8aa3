/** A text that is edited several times: which stretches of the original it still holds. */
import type { Span } from "./span.ts";
import type { TextEdit } from "./text-edit.ts";

/** Stretches of the original and new texts, in order. */
export type TextDraft = readonly Piece[];

type Piece = { readonly kept: Span } | { readonly text: string };

/** A text that nobody edited yet. */
export function newDraft(length: number): TextDraft {
  return length === 0 ? [] : [{ kept: { start: 0, end: length } }];
}

/** The draft after edits of what it holds now, which do not overlap. */
export function editDraft(draft: TextDraft, edits: readonly TextEdit[]): TextDraft {
  const edited: Piece[] = [];
  let at = 0;
  for (const { span, text } of inOrder(edits)) {
    edited.push(...cut(draft, at, span.start));
    if (text !== "") edited.push({ text });
    at = span.end;
  }
  return [...edited, ...cut(draft, at, Number.POSITIVE_INFINITY)];
}

/** The edits that make the draft of the original, which is `length` long. */
export function editsOf(draft: TextDraft, length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let start = 0;
  let text = "";
  const close = (end: number) => {
    if (end > start || text !== "") edits.push({ span: { start, end }, text });
  };
  for (const piece of draft) {
    if ("text" in piece) {
      text += piece.text;
      continue;
    }
    close(piece.kept.start);
    start = piece.kept.end;
    text = "";
  }
  close(length);
  return edits;
}

/** Where in the original a place of the draft lies; of new text, the place behind which it came. */
export function originOf(draft: TextDraft, offset: number): number {
  let at = 0;
  let last = 0;
  for (const piece of draft) {
    const length = lengthOf(piece);
    const isIn = offset < at + length;
    if ("kept" in piece && isIn) return piece.kept.start + offset - at;
    if (isIn) return last;
    if ("kept" in piece) last = piece.kept.end;
    at += length;
  }
  return last;
}

/** Where places of a text lie after edits; one inside of what is replaced, at the start of what replaced it. */
export function moverOf(edits: readonly TextEdit[]): (offset: number) => number {
  const ordered = inOrder(edits);
  const written = writtenBy(ordered);
  return offset => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { start, end } = ordered[middle]?.span ?? { start: 0, end: 0 };
      if (end <= offset || start < offset) low = middle + 1;
      else high = middle;
    }
    const [last, now] = [ordered[low - 1], written[low - 1]];
    if (last === undefined || now === undefined) return offset;
    return last.span.end <= offset ? now.end + offset - last.span.end : now.start;
  };
}

/** The stretches that edits leave behind, in the text after them. */
export function writtenBy(edits: readonly TextEdit[]): readonly Span[] {
  let shift = 0;
  return inOrder(edits).map(({ span, text }) => {
    const start = span.start + shift;
    shift += text.length - (span.end - span.start);
    return { start, end: start + text.length };
  });
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The pieces between two places of a draft. */
function cut(draft: TextDraft, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of draft) {
    const length = lengthOf(piece);
    const start = Math.max(0, from - at);
    const end = Math.min(length, to - at);
    if (start < end) pieces.push(slice(piece, start, end));
    at += length;
  }
  return pieces;
}

function slice(piece: Piece, start: number, end: number): Piece {
  if ("text" in piece) return { text: piece.text.slice(start, end) };
  return { kept: { start: piece.kept.start + start, end: piece.kept.start + end } };
}

function lengthOf(piece: Piece): number {
  return "text" in piece ? piece.text.length : piece.kept.end - piece.kept.start;
}
