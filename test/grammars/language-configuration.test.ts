/** What editors do beside colouring: words, folding, and the enter key in continued lines. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

interface OnEnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly previousLineText?: string;
  readonly action: { readonly indent: string };
}

const configuration = JSON.parse(
  readFileSync(new URL("../../grammars/language-configuration.json", import.meta.url), "utf8"),
) as {
  readonly wordPattern: string;
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
  readonly onEnterRules: readonly OnEnterRule[];
};

test("enter behind a backslash goes on below, indented once; behind the last line of a value it goes back", () => {
  assert.equal(afterEnter("ExecStart=/bin/app \\"), "indent");
  assert.equal(afterEnter("ExecStart=\\"), "indent");
  assert.equal(afterEnter("ExecStart=/bin/app \\", "  --one \\"), "none");
  assert.equal(afterEnter("  # why \\", "  --one \\"), "none");
  assert.equal(afterEnter("ExecStart=/bin/app \\", "  --last"), "outdent");
  assert.equal(afterEnter("ExecStart=/bin/app \\\\\\", "  --last \\\\"), "outdent");
});

test("enter elsewhere does what editors do anyway", () => {
  assert.equal(afterEnter("[Service]"), undefined);
  assert.equal(afterEnter("User=app"), undefined);
  assert.equal(afterEnter("[Service]", "  User=app"), undefined);
  assert.equal(afterEnter("# a comment \\"), undefined);
  assert.equal(afterEnter("Description=a \\\\"), undefined);
  assert.equal(afterEnter("ExecStart=/bin/app \\", "  # why"), undefined);
  assert.equal(afterEnter("ExecStart=/bin/app \\\\", "  User=app"), undefined);
  assert.equal(afterEnter("Description=a \\ b"), undefined);
});

test("words are keys, names of units, specifiers and escapes as a whole", () => {
  assert.deepEqual(wordsOf("ExecStart=-/usr/bin/app-2 --user=%i"), ["ExecStart", "usr", "bin", "app-2", "user", "%i"]);
  assert.deepEqual(wordsOf("After=foo@%i.service dev-disk\\x2da.device"), [
    "After",
    "foo@%i.service",
    "dev-disk\\x2da.device",
  ]);
  assert.deepEqual(wordsOf("SystemCallFilter=~@system-service"), ["SystemCallFilter", "@system-service"]);
  assert.deepEqual(wordsOf("[Service]"), ["Service"]);
  assert.deepEqual(wordsOf("CapabilityBoundingSet=CAP_NET_RAW"), ["CapabilityBoundingSet", "CAP_NET_RAW"]);
});

test("regions in comments fold", () => {
  const { start, end } = configuration.folding.markers;
  assert.match("# region Hardening", new RegExp(start));
  assert.match("  ;#region", new RegExp(start));
  assert.match("# endregion", new RegExp(end));
  assert.doesNotMatch("Description=# region", new RegExp(start));
  assert.doesNotMatch("# regional", new RegExp(start));
});

test("no expression is slow on a long line", () => {
  const { onEnterRules, wordPattern, folding } = configuration;
  const expressions = [wordPattern, folding.markers.start, folding.markers.end].concat(
    onEnterRules.flatMap(({ beforeText, previousLineText = "" }) => [beforeText, previousLineText]),
  );
  const before = process.cpuUsage();
  for (const piece of ["a", "\\", " ", "a\\", "#", "=", "\\\\a"]) {
    for (const expression of expressions) new RegExp(expression).test(piece.repeat((64 * 1024) / piece.length));
  }
  assert.ok(process.cpuUsage(before).user < 2_000_000);
});

/** What happens to the indentation on enter at the end of the last line, by the first rule that fits, as VS Code does it. */
function afterEnter(...lines: readonly string[]): string | undefined {
  const [line = "", previous = ""] = lines.toReversed();
  return configuration.onEnterRules.find(
    ({ beforeText, afterText = "", previousLineText = "" }) =>
      new RegExp(beforeText).test(line) &&
      new RegExp(afterText).test("") &&
      new RegExp(previousLineText).test(previous),
  )?.action.indent;
}

function wordsOf(line: string): string[] {
  return line.match(new RegExp(configuration.wordPattern, "g")) ?? [];
}
