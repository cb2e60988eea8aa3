/** Which scope every piece of a unit file has, by specs; each also as an engine sees it that leaves the CR of a CR LF. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { scopeCases, wrongClaims } from "../support/scope-spec.ts";

const folder = new URL("./", import.meta.url);

for (const name of readdirSync(folder).filter(name => name.endsWith(".md"))) {
  describe(name, () => {
    const cases = scopeCases(readFileSync(new URL(name, folder), "utf8"));
    for (const one of cases) {
      test(one.title, () => {
        assert.ok(one.claims.length > 0, "it claims nothing");
        assert.deepEqual(wrongClaims(one), []);
        assert.deepEqual(wrongClaims(one, "\r"), [], "with CR LF");
      });
    }
  });
}

test("a wrong claim is noticed: another scope, a piece that is too short or too long", () => {
  const lines = ["[Unit]"];
  const claim = { line: 0, start: 1, end: 5, scope: "entity.name.section" };
  const wrong = [{ scope: "comment" }, { end: 4 }, { end: 6 }, { start: 2 }, { scope: "plain" }];
  assert.deepEqual(wrongClaims({ title: "", lines, claims: [claim] }), []);
  for (const more of wrong) assert.equal(wrongClaims({ title: "", lines, claims: [{ ...claim, ...more }] }).length, 1);
});
