/** One file judged for several targets. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { lintFor } from "../../server/src/lint/targets.ts";
import { unitFileName } from "../../server/src/model/unit-file-name.ts";
import { rules } from "../../server/src/rules/index.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";

/** Each finding as `line severity rule: targets`. */
function check(versions: readonly number[], text: string, expected: readonly string[]): void {
  const name = unitFileName("app.service");
  assert.ok(name !== undefined);
  const source = new SourceFile("app.service", text);
  const targets = versions.map(version => ({ name: String(version), catalog: catalogAt(version) }));
  const findings = lintFor(targets, source, name, rules, defaultSettings);
  const told = findings.map(
    ({ span, severity, rule, targets }) =>
      `${source.position(span.start).line} ${severity} ${rule}: ${targets.join(" ")}`,
  );
  assert.deepEqual(told, expected);
}

test("a finding that holds for all is told once", () => {
  check([247, 252, 262], "[Service]\nRestrat=no\n", ["2 error unknown-directive: 247 252 262"]);
});

test("a finding that holds for some says for which", () => {
  check([247, 252, 262], "[Service]\nExecPaths=/usr\nRestartMode=direct\n", [
    "2 error unsupported-directive: 247",
    "3 warning unsupported-directive: 247 252",
  ]);
});

test("what is merely old for one and gone for another is told as gone", () => {
  check([252, 262], "[Service]\nMemoryLimit=1G\n", [
    "2 warning deprecated-directive: 252",
    "2 warning removed-directive: 262",
  ]);
  check([247, 262], "[Service]\nBlockIOWeight=100\n", ["2 warning removed-directive: 262"]);
});

test("a header that only some refuse", () => {
  check([257, 262], "[]\n[Service]\nRestart=no\n", ["1 error unknown-section: 257", "1 error syntax-error: 262"]);
});
