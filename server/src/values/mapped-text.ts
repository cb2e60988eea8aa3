/** Text made from a value (unquoted, unescaped, specifiers expanded) that remembers where each of its characters came from. */
import type { Span } from "../text/span.ts";

/** A stretch of mapped text: taken over character by character, or made as a whole from a span of the value. */
interface Piece {
  /** Where it starts in the mapped text. */
  readonly at: number;
  readonly text: string;
  readonly span: Span;
  readonly verbatim: boolean;
}

/** Immutable; make one of a stretch of the value by `verbatim`, of several pieces by a `MappedTextBuilder`. */
export class MappedText {
  readonly text: string;
  private readonly pieces: readonly Piece[];
  private readonly offset: number;

  /** `offset` is where an empty text would stand. */
  constructor(text: string, pieces: readonly Piece[], offset: number) {
    this.text = text;
    this.pieces = pieces;
    this.offset = offset;
  }

  /** A piece of the value as it stands there, from `offset` on. */
  static verbatim(text: string, offset: number): MappedText {
    return new MappedText(
      text,
      [{ at: 0, text, span: { start: offset, end: offset + text.length }, verbatim: true }],
      offset,
    );
  }

  /** The span of the value from which a stretch was made; of all of it by default. */
  span(start = 0, end = this.text.length): Span {
    if (this.text === "") return { start: this.offset, end: this.offset };
    const from = this.startOf(start);
    return { start: from, end: end > start ? this.endOf(end - 1) : from };
  }

  /** The stretch between two offsets of this text. */
  slice(start: number, end: number = this.text.length): MappedText {
    const builder = new MappedTextBuilder(this.span(start, start).start);
    this.copy(start, end, builder);
    return builder.build();
  }

  /** The origin of one character. */
  origin(at: number): Span {
    return this.span(at, at + 1);
  }

  /** Adds a stretch to a builder, with its origins. */
  copy(start: number, end: number, builder: MappedTextBuilder): void {
    for (let i = this.indexAt(start); i < this.pieces.length; i++) {
      const { at, text, span, verbatim } = this.pieces[i] as Piece;
      if (at >= end) return;
      const from = Math.max(start, at);
      const to = Math.min(end, at + text.length);
      if (from >= to) continue;
      if (verbatim) builder.take(text.slice(from - at, to - at), span.start + from - at);
      else builder.make(text.slice(from - at, to - at), span);
    }
  }

  /** This text, whose origins lie in another one, with the origins that they have there. */
  within(outer: MappedText): MappedText {
    const builder = new MappedTextBuilder(outer.span(this.offset, this.offset).start);
    for (const { text, span, verbatim } of this.pieces) {
      if (verbatim) outer.copy(span.start, span.end, builder);
      else builder.make(text, outer.span(span.start, span.end));
    }
    return builder.build();
  }

  private startOf(at: number): number {
    const piece = this.pieceAt(at);
    if (piece === undefined) return this.pieces.at(-1)?.span.end ?? this.offset;
    return piece.verbatim ? piece.span.start + at - piece.at : piece.span.start;
  }

  private endOf(at: number): number {
    const piece = this.pieceAt(at);
    if (piece === undefined) return this.pieces.at(-1)?.span.end ?? this.offset;
    return piece.verbatim ? piece.span.start + at - piece.at + 1 : piece.span.end;
  }

  private pieceAt(at: number): Piece | undefined {
    const piece = this.pieces[this.indexAt(at)];
    return piece !== undefined && at < piece.at + piece.text.length ? piece : undefined;
  }

  /** Of the last piece that starts at or before an offset: by halves, as there may be many. */
  private indexAt(at: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.pieces[middle]?.at ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Puts a mapped text together. */
export class MappedTextBuilder {
  private readonly offset: number;
  private readonly pieces: Piece[] = [];
  private text = "";

  /** `offset` is where the text stands if it stays empty. */
  constructor(offset: number) {
    this.offset = offset;
  }

  /** Takes over a stretch that stands in the value from `start` on. */
  take(text: string, start: number): void {
    this.add(text, { start, end: start + text.length }, true);
  }

  /** Adds text that was made from a span of the value as a whole. */
  make(text: string, span: Span): void {
    this.add(text, span, false);
  }

  build(): MappedText {
    return new MappedText(this.text, this.pieces, this.offset);
  }

  private add(text: string, span: Span, verbatim: boolean): void {
    if (text === "") return;
    this.pieces.push({ at: this.text.length, text, span, verbatim });
    this.text += text;
  }
}
