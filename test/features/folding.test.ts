/** What can be folded. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldingRanges } from "../../server/src/features/folding.ts";
import { fixtureTexts, randomText } from "../support/laws.ts";
import { marked } from "../support/marked.ts";

/** Folds as `kind first-last`, by lines from 1. */
function checkFolds(text: string, expected: readonly string[]): void {
  const { snapshot, uri } = marked(text);
  const source = snapshot.file(uri)?.source;
  assert.ok(source);
  const shown = foldingRanges(snapshot, uri).map(
    ({ kind, span }) => `${kind} ${source.position(span.start).line}-${source.position(span.end).line}`,
  );
  assert.deepEqual(shown, expected);
}

test("sections fold down to their last line with something on it", () => {
  checkFolds("[Unit]\nAfter=a\n\n[Service]\nUser=a\n\n\n", ["section 1-2", "section 4-5"]);
  checkFolds("[Unit]\n[Service]\n", []);
});

test("comments above a header belong to its section", () => {
  checkFolds("[Unit]\nAfter=a\n# One\n# Two\n[Service]\nUser=a\n# Last\n", [
    "section 1-2",
    "comments 3-4",
    "section 5-7",
  ]);
});

test("runs of comments fold, one alone does not", () => {
  checkFolds("# One\n# Two\n\n# Three\n[Unit]\n", ["comments 1-2"]);
});

test("continued values fold with the comments in them", () => {
  checkFolds("[Service]\nExecStart=/bin/a \\\n# why\n  --b\n", ["section 1-4", "value 2-4"]);
  checkFolds("[Service]\r\nExecStart=/bin/a \\\r\n  --b\r\n", ["section 1-3", "value 2-3"]);
});

test("broken files fold, too", () => {
  checkFolds("After=a\n[Unit\nAfter=b\nstray \\\n", ["section 2-4"]);
});

test("folds of any text lie in it, and in each other or apart", () => {
  for (const { path, text } of fixtureTexts()) assertSound(path, text);
  fc.assert(
    fc.property(randomText, text => assertSound("app.service", text)),
    { numRuns: 300 },
  );
});

function assertSound(path: string, text: string): void {
  const { snapshot, uri } = marked(`-- ${path} --\n${text}`);
  const folds = foldingRanges(snapshot, uri);
  const length = snapshot.file(uri)?.source.text.length ?? 0;
  for (const { span } of folds) assert.ok(0 <= span.start && span.start < span.end && span.end <= length);
  for (const one of folds)
    for (const other of folds) {
      const apart = one.span.end <= other.span.start || other.span.end <= one.span.start;
      const nested =
        one.span.start <= other.span.start ? other.span.end <= one.span.end : one.span.end <= other.span.end;
      assert.ok(apart || nested);
    }
}
