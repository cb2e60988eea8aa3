/**
 * No key and no section of a shipped unit stays without colour: of the units in our table, and of those below the folders in
 * UNITLINT_UNIT_TREES (separated by colons), such as a system's /usr/lib/systemd.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import stock from "../../server/data/stock-units.json" with { type: "json" };
import { unitFileName } from "../../server/src/model/unit-file-name.ts";
import { decodeUtf8 } from "../../server/src/text/utf8.ts";
import { hasScope, scopesOf } from "../support/grammar.ts";

test("the units that systemd ships", () => {
  const texts = [...stock.system, ...stock.user].flatMap(row => ("text" in row && row.text ? [row] : []));
  assert.ok(texts.length > 300);
  for (const { name, text } of texts) assert.deepEqual(uncoloured(text), [], name);
});

test("a key and a section that nobody knows are noticed", () => {
  assert.deepEqual(uncoloured("[Unit]\nFoo=1\n[Bar]\nX-A=1\n[X-Baz]\nA=1\n[Unit\n"), ["Foo", "Bar", "[", "Unit"]);
});

test("the units of other folders", t => {
  const folders = (process.env.UNITLINT_UNIT_TREES ?? "").split(":").filter(Boolean);
  if (folders.length === 0) return t.skip("UNITLINT_UNIT_TREES names no folders of units");
  const files = folders.flatMap(unitsBelow);
  assert.ok(files.length > 0, "no units there");
  const wrong = files.flatMap(file => {
    const pieces = uncoloured(decodeUtf8(readFileSync(file)));
    return pieces.length === 0 ? [] : [`${file}: ${pieces.join(", ")}`];
  });
  t.diagnostic(`${files.length} units`);
  assert.deepEqual(wrong, []);
});

const plain = ["entity.name.label", "entity.name.section.unknown", "invalid", "meta.line.missing-equals"];

/** The keys, headers and lines of a text that no rule knows. */
function uncoloured(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return scopesOf(lines).flatMap((pieces, i) =>
    pieces
      .filter(({ scopes }) => plain.some(scope => hasScope(scopes, scope)))
      .map(({ start, end }) => lines[i]?.slice(start, end) ?? ""),
  );
}

function unitsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map(path => `${folder}/${path}`)
    .filter(path => unitFileName(path) !== undefined && statSync(path, { throwIfNoEntry: false })?.isFile());
}
