/** The grammar knows what the catalog knows: each key in its sections and nowhere else, each section, and whether a kind of value has a look. */
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { describe, test } from "node:test";
import { looks } from "../../server/scripts/grammar/looks.ts";
import { everKnown } from "../../server/src/catalog/catalog.ts";
import { table } from "../../server/src/catalog/table.ts";
import { grammarFile, hasScope, scopesAt, scopesOf } from "../support/grammar.ts";

const sections = [...new Set(Object.values(table.sections).flat())];
const names = [...new Set(table.directives.map(({ name }) => name))];
const keyScopes = ["support.type.property-name", "entity.name.label.misplaced", "entity.name.label.unknown"];

describe("every key of any section", () => {
  for (const section of sections) {
    test(`in [${section}]`, () => {
      const scoped = scopesOf([`[${section}]`, ...names.map(name => `${name}=%% x`)]).slice(1);
      const told = names.map((name, i) => {
        const pieces = scoped[i] ?? [];
        const [scope] = keyScopes.filter(scope => hasScope(scopesAt(pieces, 0), scope));
        return { name, scope, whole: hasScope(scopesAt(pieces, name.length), "keyword.operator.assignment") };
      });
      const isHere = (name: string) => everKnown(section, name) !== undefined;
      const expected = (name: string) => (isHere(name) ? "support.type.property-name" : "entity.name.label.misplaced");
      assert.deepEqual(
        told,
        names.map(name => ({ name, scope: expected(name), whole: true })),
      );
    });
  }
});

test("a known key with one letter more or less is unknown", () => {
  const lines = names.flatMap(name => [`${name}x=`, `x${name}=`, `${name.toLowerCase()}=`]);
  const wrong = scopesOf(["[Service]", ...lines])
    .slice(1)
    .map((pieces, i) => ({ line: lines[i], scopes: scopesAt(pieces, 0) }))
    .filter(({ scopes }) => !hasScope(scopes, "entity.name.label.unknown"));
  assert.deepEqual(wrong, []);
});

test("each kind has one look at most, and each look kinds that exist", () => {
  const kinds = looks.flatMap(({ kinds }) => kinds.split(/\s+/));
  assert.deepEqual(kinds, [...new Set(kinds)]);
  const existing = new Set(table.directives.map(({ kind }) => kind));
  assert.deepEqual(
    kinds.filter(kind => !existing.has(kind)),
    [],
  );
});

test("every rule that is included exists, every one that exists is included", () => {
  const text = readFileSync(grammarFile, "utf8");
  const included = new Set([...text.matchAll(/"include":\s*"#([^"]+)"/g)].map(([, name]) => name));
  assert.deepEqual([...included].sort(), Object.keys(JSON.parse(text).repository).sort());
});

test("the file is small enough to be read at once", () => {
  assert.ok(statSync(grammarFile).size < 200_000);
});
