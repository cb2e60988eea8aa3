/** The order that is kept while single units change. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { knownOrder, type Says } from "../../../server/src/model/transaction/known-order.ts";

const END = Number.POSITIVE_INFINITY;

function says(more: Partial<Says> = {}): Says {
  return { after: -1, before: END, waits: [], precedes: [], ...more };
}

/** `a: b c` for units that wait for others. */
function chain(text: string): Map<string, Says> {
  return new Map(
    text.split("; ").map(piece => {
      const [id = "", waits = ""] = piece.split(/: ?/);
      return [id, says({ waits: waits === "" ? [] : waits.split(" ") })] as const;
    }),
  );
}

test("units in a circle have no order", () => {
  assert.ok(knownOrder(chain("a: b; b: c; c:"), []));
  assert.equal(knownOrder(chain("a: b; b: c; c: a"), []), undefined);
  assert.equal(
    knownOrder(
      new Map([
        ["a", says({ waits: ["b"] })],
        ["b", says({ waits: ["a"] })],
      ]),
      [],
    ),
    undefined,
  );
});

test("a circle may lead through stock units", () => {
  const between = (after: number, before: number) =>
    new Map([
      ["a", says({ after })],
      ["b", says({ waits: ["a"], before })],
    ]);
  assert.ok(knownOrder(between(3, 4), []));
  assert.equal(knownOrder(between(4, 4), []), undefined);
  assert.equal(knownOrder(between(5, END), [{ id: "b", before: 2 }]), undefined);
});

test("a change that closes a circle is seen, one that does not is taken in", () => {
  const order = knownOrder(chain("a: b; b: c; c:; d:"), []);
  assert.equal(order?.take([{ id: "d", says: says({ waits: ["a"] }) }]), true);
  assert.equal(order?.take([{ id: "c", says: says({ waits: ["d"] }) }]), false);
});

test("of units that nobody knows nothing can be told", () => {
  assert.equal(knownOrder(chain("a: b"), []), undefined);
  assert.equal(knownOrder(chain("a:"), [])?.take([{ id: "x", says: says() }]), false);
});

test("after any changes, the answer is that of looking at all afresh", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const some = fc.record({
    after: fc.integer({ min: -1, max: 4 }),
    before: fc.oneof(fc.constant(END), fc.integer({ min: 2, max: 6 })),
    waits: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 2 }),
    precedes: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 1 }),
  });
  const others = (id: string, { waits, precedes, ...rest }: Says): Says => ({
    ...rest,
    waits: waits.filter(other => other !== id),
    precedes: precedes.filter(other => other !== id),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), some), { maxLength: 12 }), changes => {
      const said = new Map(ids.map(id => [id, says()]));
      const order = knownOrder(said, []);
      for (const [id, change] of changes) {
        const next = others(id, change);
        said.set(id, next);
        const fresh = knownOrder(said, []) !== undefined;
        assert.equal(order?.take([{ id, says: next }]), fresh);
        if (!fresh) return;
      }
    }),
  );
});
