/** What formatting changes, and that it changes nothing that systemd reads. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { formattedAfter, formatting, onTypeFormatting, rangeFormatting } from "../../server/src/features/formatting.ts";
import { unitFileName } from "../../server/src/model/unit-file-name.ts";
import { applyEdits } from "../../server/src/text/text-edit.ts";
import { decodeUtf8 } from "../../server/src/text/utf8.ts";
import { assertKept, formatted } from "../support/format-laws.ts";
import { marked } from "../support/marked.ts";

/** Formats a text; `.` stands for a trailing blank that would be hard to see. */
function checkFormat(text: string, expected: string, path = "app.service"): void {
  assert.equal(formatted(path, text), expected);
}

test("blanks before keys, around the first = and behind values go", () => {
  checkFormat(
    "  [Unit]  \n\tDescription =  An  app \nAfter\t=\ta.service b.service\t\nEnvironment = A = b\n",
    "[Unit]\nDescription=An  app\nAfter=a.service b.service\nEnvironment=A = b\n",
  );
});

test("an empty assignment stays one", () => {
  checkFormat("[Service]\nExecStart =  \nExecStart= \\\n  \nUser=\n", "[Service]\nExecStart=\nExecStart=\\\n\nUser=\n");
});

test("one blank line comes between sections, never two, none at either end", () => {
  checkFormat(
    "\n\n[Unit]\nAfter=a\n[Service]\n\n\n\nUser=a\n\n \t\n\nGroup=a\n[Install]\n\n\n",
    "[Unit]\nAfter=a\n\n[Service]\n\nUser=a\n\nGroup=a\n\n[Install]\n",
  );
});

test("what introduces a section stays with it, what is commented out with the one above", () => {
  checkFormat(
    "# License\n[Unit]\nAfter=a\n# It runs.\n# Always.\n[Service]\n",
    "# License\n[Unit]\nAfter=a\n\n# It runs.\n# Always.\n[Service]\n",
  );
  checkFormat("[Unit]\nAfter=a\n#Before=b\n[Service]\n", "[Unit]\nAfter=a\n#Before=b\n\n[Service]\n");
  checkFormat("[Unit]\n#Before=b\n# It runs.\n[Service]\n", "[Unit]\n#Before=b\n\n# It runs.\n[Service]\n");
});

test("comments stay to the letter", () => {
  const text = "#  a  \n  ; b = c  \n[Unit]\n\t# d\t\n";
  checkFormat(text, text);
});

test("continued values stay to the letter, but for blanks before and behind them", () => {
  checkFormat(
    "[Service]\nExecStart = /bin/app  \\\n  --a 'x  \\\n      y'  \\\n# note  \n\t--b  \n",
    "[Service]\nExecStart=/bin/app  \\\n  --a 'x  \\\n      y'  \\\n# note  \n\t--b\n",
  );
});

test("blanks behind a backslash stay: without them it would continue the line", () => {
  const text = "[Service]\nExecStart=/bin/app \\ \n  Restart=no\n";
  checkFormat(text, text);
});

test("what may have been meant to continue the line above keeps its indentation", () => {
  const text = "[Service]\nExecStart=/bin/app\n  --verbose=1\n  env=2\nUser=a\n";
  checkFormat(text, text);
});

test("lines that systemd cannot read stay", () => {
  const text = "  Early = 1 \n[Unit\nno equals \n = nothing \n[Un\\it] \n";
  checkFormat(text, text);
});

test("sections of other programs stay as these want them", () => {
  checkFormat("[X-Mine]\n  A = b \n[Unit]\nX-Note = c\n", "[X-Mine]\n  A = b \n\n[Unit]\nX-Note=c\n");
});

test("the last line gets a line end, unless it ends in a backslash", () => {
  checkFormat("[Unit]\nAfter=a", "[Unit]\nAfter=a\n");
  checkFormat("[Unit]\r\nAfter=a ", "[Unit]\r\nAfter=a\r\n");
  checkFormat("[Unit]\nAfter=a \\", "[Unit]\nAfter=a \\");
  checkFormat("[Unit]\nAfter=a\n\n  ", "[Unit]\nAfter=a\n");
});

test("line ends stay as they are, in a mixed file too", () => {
  checkFormat("[Unit]\r\nAfter= a\r\n\r\n\r\n[Service]\r\n", "[Unit]\r\nAfter=a\r\n\r\n[Service]\r\n");
  checkFormat("[Unit]\r\nAfter=a\n[Service]\r\n", "[Unit]\r\nAfter=a\n\n[Service]\r\n");
  checkFormat("[Unit]\n  \r\nAfter=a\r\n", "[Unit]\n\nAfter=a\r\n");
});

test("a file with other line ends is left alone", () => {
  const text = "[Unit]\rAfter = a\r\n";
  checkFormat(text, text);
});

test("a byte order mark stays first", () => {
  checkFormat("\ufeff  [Unit]\nAfter = a\n", "\ufeff[Unit]\nAfter=a\n");
});

test("a file of blanks alone does not become empty, which would mask the unit", () => {
  checkFormat(" \n\n", " \n\n");
  checkFormat("", "");
});

test("what a build completes stays", () => {
  checkFormat(
    "[Unit]\nAfter = a\n{% if x %}\n[Service]\nUser = @USER@ \n\n\n{# a\n\n\nb #}\nGroup = b\n",
    "[Unit]\nAfter=a\n{% if x %}\n[Service]\nUser = @USER@ \n\n{# a\n\n\nb #}\nGroup=b\n",
    "app.service.in",
  );
});

test("a range is formatted by itself", () => {
  const { snapshot, uri } = marked("[Unit]\nAfter = a\nBefore = b\n[Service]\nUser = c\n");
  const text = snapshot.file(uri)?.source.text ?? "";
  const from = text.indexOf("Before");
  const edits = rangeFormatting(snapshot, uri, { start: from, end: from + 3 });
  assert.equal(applyEdits(text, edits), "[Unit]\nAfter = a\nBefore=b\n[Service]\nUser = c\n");
  assert.equal(applyEdits(text, formatting(snapshot, uri)), "[Unit]\nAfter=a\nBefore=b\n\n[Service]\nUser=c\n");
});

function checkTyped(text: string, expected: string): void {
  const { snapshot, uri, offset } = marked(text);
  const before = snapshot.file(uri)?.source.text ?? "";
  assert.equal(applyEdits(before, onTypeFormatting(snapshot, uri, offset)), expected);
}

test("behind a line end, the line that was left is formatted", () => {
  assert.equal(formattedAfter, "\n");
  checkTyped("[Unit]\nAfter = a\nBefore = b \n<|>\n", "[Unit]\nAfter = a\nBefore=b\n\n");
  checkTyped("[Unit]\n[Service] \n  <|>", "[Unit]\n[Service]\n  ");
  checkTyped("[Unit]\nAfter= a \\\n<|>", "[Unit]\nAfter=a \\\n");
  checkTyped("[Unit]\nAfter = a<|>\n", "[Unit]\nAfter = a\n");
  checkTyped("[Unit]\n  \n<|>", "[Unit]\n  \n");
});

test("of a file that is none of ours there is nothing to format", () => {
  const { snapshot } = marked("[Unit]\n");
  assert.deepEqual(formatting(snapshot, "file:///units/none.txt"), []);
  assert.deepEqual(rangeFormatting(snapshot, "file:///units/none.txt", { start: 0, end: 1 }), []);
  assert.deepEqual(onTypeFormatting(snapshot, "file:///units/none.txt", 0), []);
});

/** Texts of what matters to formatting. */
const denseText = textOf([
  ...[
    "[Unit]",
    "[Service]",
    " [Install] ",
    "[X-Mine]",
    "[Unit",
    "[Un\\it]",
    "Key",
    "After",
    "ExecStart",
    "  Restart",
    "env",
  ],
  ..."\n\n\n\n\n  \t===\\\\#;'\"ab",
  ...[
    " \\\n",
    "\\ \n",
    " \n",
    "\n\n",
    " = ",
    "\r\n",
    "\n# note \n",
    "\n#Key=a\n",
    "\ufeff",
    "@NAME@",
    "{% if %}\n",
    "\udcff",
    "\r",
    "\0",
  ],
]);

function textOf(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 50, size: "max" }).map(chosen => chosen.join(""));
}

test("formatting any text keeps what systemd reads and all that is found in it, and is done at once", () => {
  for (const path of ["app.service", "app.service.d/x.conf", "app.service.in"]) {
    fc.assert(
      fc.property(denseText, text => assertKept(path, text)),
      { numRuns: 3000 },
    );
  }
});

test("formatting any fixture keeps what systemd reads and all that is found in it, and is done at once", t => {
  const folder = fileURLToPath(new URL("../../fixtures/", import.meta.url));
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(path => unitFileName(`/${path}`));
  const read = paths.flatMap(path => {
    try {
      return [[`/${path}`, decodeUtf8(readFileSync(folder + path))] as const];
    } catch {
      return [];
    }
  });
  for (const [path, text] of read) assertKept(path, text);
  assert.ok(read.length > 30);
  t.diagnostic(`${read.length} files`);
});
