/** Edits that are taken to be confined to their lines, against what systemd reads after them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editedTexts } from "../../server/src/lint/fixing/candidates.ts";
import { areConfined } from "../../server/src/lint/fixing/confined.ts";
import { readingChanges } from "../../server/src/lint/fixing/reading.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import type { TextEdit } from "../../server/src/text/text-edit.ts";
import { judgedTexts } from "../support/mended.ts";

const path = "/units/app.service";

test("an edit within a line is confined, and one that says something of other lines is not", () => {
  const is = (text: string, replacement: string) => isConfined(...cut(text), replacement);
  assert.ok(is("[Service]\nExecStart=/bin/a\n«Restrat»=no\nNice=1\n", "Restart"));
  assert.ok(is("[Service]\nExecStart=/bin/a\n«Nice=2\n»Nice=1\n", ""));
  assert.ok(!is("[Service]\nExecStart=/bin/a «\\»\nNice=1\n", ""), "a line that was joined");
  assert.ok(!is("[Service]\nEnvironment=A=1\n«Foo»=2\n", "Environment=\nFoo"), "an empty value");
  assert.ok(!is("[Service]\n«Foo»=2\nNice=1\n", "[Unit]\nFoo"), "a header");
  assert.ok(!is("[Service]\nNice=«1»\nNice=2\n", "1 \\"), "a continuation");
  assert.ok(!is("[Service]\nNice=1«\n»Nice=2\n", ""), "lines that are joined");
  assert.ok(!is("«[Service]»\nNice=1\n", "[Unit]"), "a header itself");
});

const piece = fc.constantFrom(
  ..."[Service]\n|[Unit]\n|Nice=1\n|Nice=\n|Nice=5|Environment=A=1\n|Environment=\n|# c\n|\n|\\\n|ExecStart=/bin/a \\\n".split(
    "|",
  ),
  ..."After=b.service\n|ConditionPathExists=/a\n|ConditionHost=\n|foo\n|=x\n|Nice=x\n|ExecStart=\n|\r|\uFEFF| ".split(
    "|",
  ),
);
const text = fc.array(piece, { minLength: 2, maxLength: 9 }).map(pieces => `[Service]\n${pieces.join("")}`);

test("nothing else is read otherwise after confined edits", () => {
  let confined = 0;
  fc.assert(
    fc.property(text, fc.array(piece, { maxLength: 2 }), fc.nat(), fc.nat(30), (text, pieces, at, length) => {
      const start = at % (text.length + 1);
      const edits = [{ span: { start, end: Math.min(text.length, start + length) }, text: pieces.join("") }];
      const [judged, byFile] = trial(text, edits);
      if (!areConfined(judged, byFile)) return;
      confined++;
      const changes = readingChanges(judged, byFile, editedTexts(byFile)).map(({ what }) => what);
      assert.deepEqual(
        changes.filter(what => what.startsWith("change ")),
        [],
      );
    }),
    { numRuns: 3000, seed: 12 },
  );
  assert.ok(confined > 150, `only ${confined} were confined`);
});

function isConfined(text: string, span: TextEdit["span"], replacement: string): boolean {
  return areConfined(...trial(text, [{ span, text: replacement }]));
}

function trial(text: string, edits: readonly TextEdit[]) {
  const judged = judgedTexts({ [path]: text });
  const [source] = judged.findings.map(({ file }) => file);
  return [judged, new Map([[source ?? new SourceFile(path, text), edits]])] as const;
}

/** The text without the marks, and what stands between them. */
function cut(text: string): readonly [string, TextEdit["span"]] {
  const start = text.indexOf("«");
  return [text.replace(/[«»]/g, ""), { start, end: text.indexOf("»") - 1 }];
}
