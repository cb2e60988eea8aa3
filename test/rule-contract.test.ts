/** What every rule promises: a name that is its file's, words that people can read, examples that hold. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { askingFor } from "../server/scripts/find-in-texts.ts";
import { rules } from "../server/src/rules/index.ts";
import { findingsIn } from "./support/spec.ts";

const files = readdirSync(new URL("../server/src/rules", import.meta.url)).filter(name => name !== "index.ts");

test("the index names every rule file once", () => {
  assert.deepEqual(
    rules.map(rule => `${rule.id}.ts`),
    files.sort(),
  );
});

for (const rule of rules) {
  test(`${rule.id}: summary and reason`, () => {
    assert.match(rule.summary, /^[A-Z].*[^.]$/);
    assert.match(rule.why, /\.$/);
    assert.match(rule.since, /^\d+\.\d+\.\d+$/);
  });

  test(`${rule.id}: each bad example gives one finding, each good one none`, () => {
    assert.ok(rule.examples.length > 0);
    const settings = askingFor(rule);
    for (const { bad, good, name = "app.service", goodName = name, target, beside } of rule.examples) {
      assert.deepEqual(
        findingsIn({ [name]: bad, ...beside }, versionOf(target), settings).map(finding => finding.rule),
        [rule.id],
        bad,
      );
      assert.deepEqual(
        findingsIn({ [goodName]: good, ...beside }, versionOf(target), settings).map(finding => finding.message),
        [],
        good,
      );
    }
  });
}

function versionOf(target: string | undefined): number | undefined {
  return target === undefined ? undefined : Number(target);
}
