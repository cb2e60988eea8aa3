/** Pieces of a text are replaced; edits that fight over a place are our own mistake and throw. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { overlaps, type Span } from "../../server/src/text/span.ts";
import { applyEdits, type TextEdit } from "../../server/src/text/text-edit.ts";

const text = "ExecStart=/bin/app";

function edit(start: number, end: number, replacement: string): TextEdit {
  return { span: { start, end }, text: replacement };
}

test("an edit replaces, inserts or deletes", () => {
  assert.equal(applyEdits(text, []), "ExecStart=/bin/app");
  assert.equal(applyEdits(text, [edit(0, 9, "ExecStop")]), "ExecStop=/bin/app");
  assert.equal(applyEdits(text, [edit(10, 10, "-")]), "ExecStart=-/bin/app");
  assert.equal(applyEdits(text, [edit(10, 15, "")]), "ExecStart=app");
  assert.equal(applyEdits("", [edit(0, 0, "new")]), "new");
});

test("edits at both ends of the text", () => {
  assert.equal(applyEdits(text, [edit(18, 18, " --quiet"), edit(0, 0, "# ")]), "# ExecStart=/bin/app --quiet");
});

test("the order in which edits are given does not matter", () => {
  const edits = [edit(15, 18, "b"), edit(0, 4, "X"), edit(9, 10, " = ")];
  assert.equal(applyEdits(text, edits), "XStart = /bin/b");
  assert.equal(applyEdits(text, edits.toReversed()), "XStart = /bin/b");
});

test("edits may touch", () => {
  assert.equal(applyEdits(text, [edit(0, 4, "A"), edit(4, 9, "B")]), "AB=/bin/app");
  assert.equal(applyEdits(text, [edit(4, 9, "B"), edit(4, 4, "-")]), "Exec-B=/bin/app");
});

test("insertions at one place keep their order", () => {
  assert.equal(applyEdits(text, [edit(0, 0, "a"), edit(0, 0, "b")]), "abExecStart=/bin/app");
});

test("the edits themselves are left alone", () => {
  const edits = [edit(9, 10, ""), edit(0, 0, "x")];
  applyEdits(text, edits);
  assert.deepEqual(edits, [edit(9, 10, ""), edit(0, 0, "x")]);
});

test("edits that overlap throw and name the place", () => {
  assert.throws(() => applyEdits(text, [edit(0, 5, ""), edit(4, 9, "")]), new RangeError("edits overlap at offset 4"));
  assert.throws(() => applyEdits(text, [edit(2, 2, "x"), edit(0, 9, "")]), RangeError);
  assert.throws(() => applyEdits(text, [edit(0, 9, "a"), edit(0, 9, "b")]), RangeError);
});

test("spans overlap where they share a code unit, and empty ones where they touch", () => {
  const span = (start: number, end: number): Span => ({ start, end });
  assert.equal(overlaps(span(0, 3), span(2, 5)), true);
  assert.equal(overlaps(span(0, 9), span(2, 5)), true);
  assert.equal(overlaps(span(0, 3), span(3, 5)), false);
  assert.equal(overlaps(span(3, 3), span(3, 5)), true);
  assert.equal(overlaps(span(3, 5), span(5, 5)), true);
  assert.equal(overlaps(span(6, 6), span(3, 5)), false);
  assert.equal(overlaps(span(4, 4), span(4, 4)), true);
});
