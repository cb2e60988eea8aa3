/** Text made from a value (unquoted, unescaped, specifiers expanded) that remembers where each of its characters came from. */
import type { Span } from "../text/span.ts";

/** Immutable. */
export class MappedText {
  readonly text: string;
  private readonly origins: readonly Span[] | undefined;
  private readonly offset: number;

  private constructor(text: string, origins: readonly Span[] | undefined, offset: number) {
    this.text = text;
    this.origins = origins;
    this.offset = offset;
  }

  /** A piece of the value as it stands there, from `offset` on. */
  static verbatim(text: string, offset: number): MappedText {
    return new MappedText(text, undefined, offset);
  }

  /** Text of which each character (UTF-16 unit) has its own origin; `offset` is where it would stand if it is empty. */
  static from(text: string, origins: readonly Span[], offset: number): MappedText {
    return new MappedText(text, origins, offset);
  }

  /** The span of the value from which a stretch was made; of all of it by default. */
  span(start = 0, end = this.text.length): Span {
    if (this.origins === undefined) return { start: this.offset + start, end: this.offset + end };
    const first = this.origins[start];
    const last = this.origins[Math.max(start, end - 1)];
    if (first === undefined || last === undefined) {
      const before = this.origins[start - 1]?.end ?? this.offset;
      return { start: first?.start ?? before, end: last?.end ?? before };
    }
    return { start: first.start, end: end > start ? last.end : first.start };
  }

  /** The stretch between two offsets of this text. */
  slice(start: number, end: number = this.text.length): MappedText {
    const text = this.text.slice(start, end);
    if (this.origins === undefined) return MappedText.verbatim(text, this.offset + start);
    return new MappedText(text, this.origins.slice(start, end), this.span(start, start).start);
  }

  /** The origin of one character. */
  origin(at: number): Span {
    return this.span(at, at + 1);
  }
}
