/** Many spans of one text, of which those near a place are found quickly. */
import type { Span } from "./span.ts";

/** Spans in the order of their starts; quick to fill where they come in about that order. */
export class SpanSet {
  private readonly spans: Span[] = [];
  /** For each span, the furthest end of those up to it. */
  private readonly reach: number[] = [];

  /** Takes a span in. */
  add(span: Span): this {
    const at = this.behind(span.start);
    this.spans.splice(at, 0, span);
    this.reach.splice(at, 0, 0);
    for (let i = at; i < this.spans.length; i++) {
      const reach = Math.max(this.reach[i - 1] ?? 0, this.spans[i]?.end ?? 0);
      if (i > at && reach === this.reach[i]) break;
      this.reach[i] = reach;
    }
    return this;
  }

  /** Whether one of them shares a place with a span, or touches it. */
  meets(span: Span): boolean {
    return this.meeting(span).length > 0;
  }

  /** All that share a place with a span, or touch it; the last ones first. */
  meeting({ start, end }: Span): readonly Span[] {
    const found: Span[] = [];
    for (let i = this.behind(end) - 1; i >= 0 && (this.reach[i] ?? 0) >= start; i--) {
      const span = this.spans[i];
      if (span !== undefined && span.end >= start) found.push(span);
    }
    return found;
  }

  /** The index behind the last span that starts at an offset or before. */
  private behind(offset: number): number {
    let [low, high] = [0, this.spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
