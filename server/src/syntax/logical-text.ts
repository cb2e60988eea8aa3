/** A piece of a logical line as systemd sees it after joining continuations, with its way back to the source. */
import type { Span } from "../text/span.ts";

/** A stretch of logical text that stands unbroken in the source. */
export interface Segment {
  /** Offset in the logical line. */
  readonly logical: number;
  /** Offset in the file. */
  readonly source: number;
}

/** Immutable; `toSource` and `fromSource` alone know about physical lines. */
export class LogicalText {
  readonly text: string;
  private readonly segments: readonly Segment[] | number;
  private readonly offset: number;

  /** `segments` belong to the whole logical line, of which `text` starts at `offset`; a number is where an unbroken one starts in the file. */
  constructor(text: string, segments: readonly Segment[] | number, offset: number) {
    this.text = text;
    this.segments = segments;
    this.offset = offset;
  }

  /** Where it stands in the source; across continuations, from its first to its last character. */
  get span(): Span {
    return this.toSource({ start: 0, end: this.text.length });
  }

  /** The part between two offsets of this text. */
  slice(start: number, end: number = this.text.length): LogicalText {
    return new LogicalText(this.text.slice(start, end), this.segments, this.offset + start);
  }

  /** This text without systemd's blanks at either end. systemd: strstrip(), src/basic/string-util.c */
  trim(): LogicalText {
    let start = 0;
    let end = this.text.length;
    while (end > start && isBlank(this.text.charCodeAt(end - 1))) end--;
    while (start < end && isBlank(this.text.charCodeAt(start))) start++;
    return start === 0 && end === this.text.length ? this : this.slice(start, end);
  }

  /** The source span of a span of this text. */
  toSource(span: Span): Span {
    const start = this.sourceOf(span.start);
    return { start, end: span.end <= span.start ? start : this.sourceOf(span.end - 1) + 1 };
  }

  /**
   * The offset in this text of an offset in the source: the nearest one where it stands outside, and behind the backslash and in comments of
   * a continuation what comes next.
   */
  fromSource(at: number): number {
    return Math.max(0, Math.min(this.logicalOf(at) - this.offset, this.text.length));
  }

  private logicalOf(at: number): number {
    if (typeof this.segments === "number") return at - this.segments;
    let found = this.segments[0] ?? { logical: 0, source: 0 };
    for (const next of this.segments) {
      if (next.source > at) return Math.min(found.logical + at - found.source, next.logical);
      found = next;
    }
    return found.logical + at - found.source;
  }

  private sourceOf(at: number): number {
    const logical = at + this.offset;
    if (typeof this.segments === "number") return this.segments + logical;
    let segment = this.segments[0];
    for (const next of this.segments) {
      if (next.logical > logical) break;
      segment = next;
    }
    return segment === undefined ? logical : segment.source + logical - segment.logical;
  }
}

/** systemd's WHITESPACE: blank, tab and line ends. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
