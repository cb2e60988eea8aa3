/** What grows around the cursor. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { selectionRanges } from "../../server/src/features/selection-ranges.ts";
import { fixtureTexts, randomText } from "../support/laws.ts";
import { marked } from "../support/marked.ts";

/** The selections from the smallest on, up to the whole section, which are the same for all. */
function checkSelections(text: string, expected: readonly string[]): void {
  const { snapshot, uri, offset } = marked(text);
  const source = snapshot.file(uri)?.source.text ?? "";
  const shown = selectionRanges(snapshot, uri, offset).map(({ start, end }) => source.slice(start, end));
  assert.equal(shown.at(-1), source);
  assert.deepEqual(shown.slice(0, expected.length), expected);
}

test("from a word of a value outwards", () => {
  checkSelections("[Unit]\nAfter=a.service my<|>db@x.service\n\n[Service]\nUser=a\n", [
    "mydb",
    "mydb@x.service",
    "a.service mydb@x.service",
    "After=a.service mydb@x.service",
    "[Unit]\nAfter=a.service mydb@x.service",
    "[Unit]\nAfter=a.service mydb@x.service\n\n",
  ]);
});

test("parts and quoted words come in between", () => {
  checkSelections("[Service]\nExecStart=/bin/sh -c 'echo ${HO<|>ME} x'\n", [
    "HOME",
    "${HOME}",
    "echo ${HOME} x",
    "'echo ${HOME} x'",
    "/bin/sh -c 'echo ${HOME} x'",
  ]);
  checkSelections('[Service]\nEnvironment=A=b "C=d<|> e"\n', ["d", "d e", '"C=d e"', 'A=b "C=d e"']);
  checkSelections("[Service]\nTimeoutSec=5<|>min 20s\n", ["5", "5min", "5min 20s"]);
});

test("keys, headers and comments have words, too", () => {
  checkSelections("[Unit]\nAft<|>er=a\n", ["After", "After=a", "[Unit]\nAfter=a"]);
  checkSelections("[Un<|>it]\nAfter=a\n", ["Unit", "[Unit]", "[Unit]\nAfter=a"]);
  checkSelections("# A no<|>te.\n[Unit]\n", ["note", "# A note."]);
});

test("a continued value is one value", () => {
  checkSelections("[Service]\nExecStart=/bin/a \\\n# why\n  --b=<|>c\n", [
    "c",
    "--b=c",
    "/bin/a \\\n# why\n  --b=c",
    "ExecStart=/bin/a \\\n# why\n  --b=c",
  ]);
});

test("between lines there is the section; in an empty file nothing", () => {
  checkSelections("[Unit]\nAfter=a\n<|>\n[Service]\n", ["[Unit]\nAfter=a\n\n"]);
  checkSelections("<|>", [""]);
});

test("around any offset of any text, each lies in the next and all in the file", () => {
  for (const { path, text } of fixtureTexts()) assertSound(path, text);
  fc.assert(
    fc.property(randomText, text => assertSound("app.service", text)),
    { numRuns: 200 },
  );
});

function assertSound(path: string, text: string): void {
  const { snapshot, uri } = marked(`-- ${path} --\n${text}`);
  const length = snapshot.file(uri)?.source.text.length ?? 0;
  const step = Math.max(1, Math.floor(length / 150));
  for (let offset = 0; offset <= length; offset += step) {
    const spans = selectionRanges(snapshot, uri, offset);
    assert.ok(spans.length > 0);
    for (const [at, { start, end }] of spans.entries()) {
      const outer = spans[at + 1] ?? { start: 0, end: length };
      assert.ok(outer.start <= start && start <= offset && offset <= end && end <= outer.end);
    }
  }
}
