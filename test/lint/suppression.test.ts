/** Laws of comments that suppress findings: they take away what they name, and nothing else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findInTexts } from "../../server/scripts/find-in-texts.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { readSuppression } from "../../server/src/lint/suppression/comment.ts";
import { isSuppressible } from "../../server/src/lint/suppression/suppress.ts";
import { nameIn } from "../../server/src/workspace/path.ts";
import { fixtureTexts, randomText } from "../support/laws.ts";

function shown({ rule, message }: Finding): string {
  return `${rule} ${message}`;
}

/** The text with a comment above each line that has findings, as an editor would write them. */
function suppressEach(text: string, findings: readonly Finding[]): string {
  const byLine = new Map<number, Set<string>>();
  for (const { rule, line } of findings) {
    const { start } = line.span;
    byLine.set(start, new Set([...(byLine.get(start) ?? []), rule]));
  }
  let suppressed = text;
  for (const [start, rules] of [...byLine].sort(([a], [b]) => b - a)) {
    const comment = `# unitlint-disable-next-line ${[...rules].join(", ")} -- law\n`;
    suppressed = `${suppressed.slice(0, start)}${comment}${suppressed.slice(start)}`;
  }
  return suppressed;
}

/** Whether a comment can stand above everything that was found. */
function isCommentable({ line, rule }: Finding): boolean {
  return isSuppressible(rule) && !["blank", "comment", "placeholder"].includes(line.kind);
}

function checkLaw(path: string, text: string): boolean {
  const found = findInTexts({ [path]: text });
  if (found.length === 0 || text.includes("unitlint") || !found.every(isCommentable)) return false;
  const after = findInTexts({ [path]: suppressEach(text, found) });
  assert.deepEqual(after.map(shown), [], JSON.stringify(text));
  const rules = [...new Set(found.map(({ rule }) => rule))].join(", ");
  assert.deepEqual(findInTexts({ [path]: `${text.endsWith("\n") ? text : `${text}\n`}` }).map(shown), found.map(shown));
  const whole = `# unitlint-disable-file ${rules} -- law\n${text}`;
  assert.deepEqual(findInTexts({ [path]: whole }).map(shown), [], JSON.stringify(whole));
  return true;
}

test("each finding of the fixtures can be suppressed, and none of the comments is unused", () => {
  const texts = fixtureTexts()
    .map(({ path, text }) => ({ path: nameIn(path), text }))
    .filter(
      ({ path, text }) =>
        !path.endsWith(".conf") && !text.endsWith("\\") && !text.endsWith("\\\n") && !/\r|\0/.test(text),
    );
  const checked = texts.filter(({ path, text }) => checkLaw(path, text));
  assert.ok(checked.length >= 15, `${checked.length} texts have findings`);
});

test("each finding of random texts can be suppressed", () => {
  let checked = 0;
  fc.assert(
    fc.property(randomText, random => {
      const text = `[Unit]\nDescription=x\n${random.replace(/[\r\0\\]/g, "").replace(/\ufeff/g, "")}\n`;
      if (checkLaw("app.target", text)) checked++;
    }),
    { numRuns: 300, seed: 10 },
  );
  assert.ok(checked > 50, `${checked} texts have findings`);
});

test("a comment above nothing changes nothing but tells that it is unused", () => {
  const text = "[Service]\nExecStart=/usr/bin/app\n# unitlint-disable-next-line unknown-unit\nRestart=no\n";
  assert.deepEqual(
    findInTexts({ "app.service": text }).map(({ rule }) => rule),
    ["unused-suppression"],
  );
});

test("comments are read to the letter", () => {
  const read = (text: string) => {
    const comment = readSuppression(text, { start: 0, end: text.length });
    return comment && [comment.word.text, comment.names.map(({ text }) => text), comment.reason];
  };
  assert.deepEqual(read("# unitlint-disable-next-line a-b,c  d -- why -- not\n"), [
    "unitlint-disable-next-line",
    ["a-b", "c", "d"],
    "why -- not",
  ]);
  assert.deepEqual(read("\t;;unitlint-disable"), ["unitlint-disable", [], undefined]);
  assert.deepEqual(read("# unitlint-disable-file --"), ["unitlint-disable-file", [], ""]);
  assert.deepEqual(read("# unitlint-enable a--b"), ["unitlint-enable", ["a--b"], undefined]);
  assert.equal(read("# about unitlint-disable"), undefined);
  assert.equal(read("# unitlint-language-server"), undefined);
  assert.equal(read("# unitlint-disable.conf is a file"), undefined);
});
