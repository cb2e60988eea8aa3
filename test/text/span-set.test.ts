/** Which of many spans meet one, against looking at each. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Span } from "../../server/src/text/span.ts";
import { SpanSet } from "../../server/src/text/span-set.ts";

const span = fc.tuple(fc.nat(40), fc.nat(6)).map(([start, length]): Span => ({ start, end: start + length }));

test("spans that share a place, or touch, are found in whatever order they came", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), span, (spans, one) => {
      const set = spans.reduce((set, span) => set.add(span), new SpanSet());
      const meeting = spans.filter(({ start, end }) => start <= one.end && one.start <= end);
      assert.deepEqual(sorted(set.meeting(one)), sorted(meeting));
      assert.equal(set.meets(one), meeting.length > 0);
    }),
  );
});

function sorted(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
}
