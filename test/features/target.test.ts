/** What the cursor means, in marked text. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type CursorTarget, targetAt } from "../../server/src/features/target.ts";
import type { UnitFile } from "../../server/src/model/unit-file.ts";
import { marked } from "../support/marked.ts";

/** For each marked text, what the cursor in it means. */
function checkTargets(...rows: readonly (readonly [text: string, expected: string])[]): void {
  for (const [text, expected] of rows) {
    const { snapshot, uri, offset } = marked(text);
    const file = snapshot.file(uri)?.unitFile;
    assert.ok(file, text);
    assert.equal(shown(file, targetAt(file, offset)), expected, text);
  }
}

/** `value a.service at 2: unit-name a.service`: what, the text of its span, and for values the cursor's offset and the pieces. */
function shown({ source }: UnitFile, target: CursorTarget): string {
  const text = source.text.slice(target.span.start, target.span.end);
  if (target.is !== "value") return `${target.is} ${text}`.trim();
  const parts = target.parts.map(({ kind, text }) => `${kind} ${text}`).join(", ");
  return `value ${text} at ${target.at}${target.isBehind ? " behind" : ""}: ${parts}`.trim();
}

test("headers, keys and what is neither", () => {
  checkTargets(
    ["[Un<|>it]\nAfter=a.service\n", "header Unit"],
    ["<|>[Unit]\nAfter=a.service\n", "header Unit"],
    ["[Unit<|>", "header Unit"],
    ["[Unit]\nAf<|>ter=a.service\n", "key After"],
    ["[Unit]\nAfter<|> =a.service\n", "key After"],
    ["[Unit]\n\nAft<|>\n", "stray Aft"],
    ["[Unit]\n# not <|>After=\n", "comment # not After="],
    ["[Unit]\n; end<|>", "comment ; end"],
    ["[Unit]\n<|>\nAfter=a.service\n", "blank"],
    ["[Unit]\nAfter=a.service\n<|>", "blank"],
    ["<|>", "blank"],
    ["[X-Vendor]\nAny=th<|>ing\n", "value thing at 2:"],
    ["[Service]\nAfter=a.ser<|>vice\n", "value a.service at 5:"],
  );
});

test("pieces of values, the innermost first", () => {
  checkTargets(
    ["[Unit]\nAfter=a.service b.ser<|>vice\n", "value a.service b.service at 15: unit-name b.service"],
    ["[Unit]\nAfter=a.service<|> b.service\n", "value a.service b.service at 9: unit-name a.service"],
    ["[Unit]\nAfter=a@%<|>i.service\n", "value a@%i.service at 3: specifier %i, unit-name a@%i.service"],
    ["[Unit]\nAfter=a@%i<|>.service\n", "value a@%i.service at 4: unit-name a@%i.service, specifier %i"],
    ["[Service]\nEnvironmentFile=-<|>/etc/a\n", "value -/etc/a at 1: path /etc/a, prefix -"],
  );
});

test("the end of a value, and behind it", () => {
  checkTargets(
    ["[Unit]\nAfter=<|>", "value  at 0:"],
    ["[Unit]\nAfter=<|>a.service\n", "value a.service at 0: unit-name a.service"],
    ["[Unit]\nAfter= <|> a.service\n", "value a.service at 0: unit-name a.service"],
    ["[Unit]\nAfter=a.service<|>\n", "value a.service at 9: unit-name a.service"],
    ["[Unit]\nAfter=a.service <|>\n", "value a.service at 9 behind:"],
    ["[Unit]\nAfter=a.service \\\n  <|>\n", "value a.service at 9 behind:"],
    ["[Unit]\nAfter=a.service \\\n<|>", "value a.service at 9 behind:"],
  );
});

test("continuations, with comments between, and strange line ends", () => {
  checkTargets(
    ["[Unit]\nAfter=a.service \\\n  b.<|>service\n", "value a.service \\\n  b.service at 15: unit-name b.service"],
    ["[Unit]\nAfter=a.service \\\n# no <|>b\n  c.service\n", "comment # no b"],
    [
      "[Unit]\r\nAfter=a.service \\\r\n  b.<|>service\r\n",
      "value a.service \\\r\n  b.service at 15: unit-name b.service",
    ],
    ["\uFEFF[Unit]\nAfter=a.<|>service\n", "value a.service at 2: unit-name a.service"],
    ["[Unit]\nAfter=a.service\r<|>\n", "value a.service at 9 behind:"],
  );
});

test("law: at any offset of any text there is a target, and its spans lie in the file", () => {
  const piece = fc.constantFrom(
    "[Unit]",
    "[",
    "]",
    "After=",
    "=",
    "a@%i.service",
    " ",
    "\\\n",
    "\n",
    "\r\n",
    "#",
    "\0",
    "\uFEFF",
    "\ud800",
    "/a",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const { snapshot, uri } = marked(pieces.join(""));
      const file = snapshot.file(uri)?.unitFile;
      assert.ok(file);
      for (let at = -1; at <= file.source.text.length + 1; at++) {
        const target = targetAt(file, at);
        const spans = [target.span, ...("parts" in target ? target.parts.map(({ span }) => span) : [])];
        for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= file.source.text.length);
      }
    }),
    { numRuns: 300 },
  );
});
