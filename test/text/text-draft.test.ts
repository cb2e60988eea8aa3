/** Drafts: many rounds of edits come to edits of the original. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editDraft, editsOf, moverOf, newDraft, originOf, writtenBy } from "../../server/src/text/text-draft.ts";
import { applyEdits, type TextEdit } from "../../server/src/text/text-edit.ts";

/** Edits of a text that keep apart, made from any numbers. */
function editsFrom(numbers: readonly number[], length: number): TextEdit[] {
  const places = [...new Set(numbers.map(number => number % (length + 1)))].sort((a, b) => a - b);
  const edits: TextEdit[] = [];
  for (let i = 0; i + 1 < places.length; i += 2)
    edits.push({ span: { start: places[i] ?? 0, end: places[i + 1] ?? 0 }, text: "×".repeat((numbers[i] ?? 0) % 3) });
  return edits;
}

const rounds = fc.array(fc.array(fc.nat(1000), { maxLength: 8 }), { maxLength: 5 });

test("edits of a draft, round after round, are edits of the original", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), rounds, (original, rounds) => {
      let text = original;
      let draft = newDraft(original.length);
      for (const numbers of rounds) {
        const edits = editsFrom(numbers, text.length);
        text = applyEdits(text, edits);
        draft = editDraft(draft, edits);
      }
      assert.equal(applyEdits(original, editsOf(draft, original.length)), text);
    }),
  );
});

test("what is kept has its origin", () => {
  const draft = editDraft(editDraft(newDraft(6), [{ span: { start: 1, end: 2 }, text: "xyz" }]), [
    { span: { start: 0, end: 1 }, text: "" },
  ]);
  // abcdef → axyzcdef → xyzcdef
  assert.deepEqual(
    [0, 2, 3, 6].map(offset => originOf(draft, offset)),
    [0, 0, 2, 5],
  );
  assert.equal(originOf(editDraft(newDraft(3), [{ span: { start: 3, end: 3 }, text: "new" }]), 4), 3);
});

test("places move with what stands before them", () => {
  const edits = [
    { span: { start: 2, end: 4 }, text: "" },
    { span: { start: 6, end: 6 }, text: "xx" },
  ];
  assert.deepEqual([0, 2, 3, 4, 5, 6, 7].map(moverOf(edits)), [0, 2, 2, 2, 3, 6, 7]);
  assert.deepEqual(writtenBy(edits), [
    { start: 2, end: 2 },
    { start: 4, end: 6 },
  ]);
});
