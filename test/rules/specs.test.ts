/** Checks every literate spec beside this file, and that every rule has one. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { askingFor } from "../../server/scripts/find-in-texts.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { rules } from "../../server/src/rules/index.ts";
import { annotate, applyFixes, specCases } from "../support/spec.ts";

const folder = new URL(".", import.meta.url);
const specs = readdirSync(folder).filter(name => name.endsWith(".md"));

test("every rule has a spec, and every spec a rule", () => {
  assert.deepEqual(specs.map(name => name.slice(0, -3)).sort(), rules.map(rule => rule.id).sort());
});

for (const name of specs) {
  const rule = rules.find(({ id }) => `${id}.md` === name);
  const settings = rule === undefined ? defaultSettings : askingFor(rule);
  const cases = specCases(readFileSync(new URL(name, folder), "utf8"));
  test(name, async t => {
    assert.ok(
      cases.some(({ annotated }) => Object.values(annotated).some(text => text.includes(`[${name.slice(0, -3)}] `))),
      "the spec shows its rule at work",
    );
    for (const spec of cases) {
      await t.test(spec.title, () => assert.deepEqual(annotate(spec, settings), spec.annotated));
      const { fixed } = spec;
      if (Object.keys(fixed).length === 0) continue;
      await t.test(`${spec.title}, fixed`, () => {
        const texts = applyFixes(spec, settings);
        assert.deepEqual(Object.fromEntries(Object.keys(fixed).map(path => [path, texts[path]])), fixed);
      });
    }
  });
}
