/** Laws that hold for every value grammar and any value: what it says lies in the value, can be repeated, and costs no more than the value is long. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import type { VerdictOnValue } from "../../server/scripts/oracle/records.ts";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import type { Directive } from "../../server/src/catalog/directive.ts";
import { valueKind } from "../../server/src/values/index.ts";
import type { ValueContext, ValueKind } from "../../server/src/values/kind.ts";
import { valuePieces } from "../support/pieces.ts";
import { assertInPlace, assertRepeatable, assertStable, contextOf, trimValue } from "../support/value-laws.ts";

const recorded = new URL("../../fixtures/oracle/", import.meta.url);
const verdicts = readdirSync(recorded)
  .filter(name => name.endsWith(".jsonl"))
  .flatMap(name => readFileSync(new URL(name, recorded), "utf8").trimEnd().split("\n"))
  .map(line => JSON.parse(line) as VerdictOnValue);

for (const [id, directive] of oneOfEachKind()) {
  const kind = valueKind(id);
  assert.ok(kind !== undefined, `there is a grammar ${id}`);
  const seeds = [...new Set(verdicts.filter(verdict => verdict.kind === id).map(({ value }) => value))];

  test(`${id}: any value is read in place, and alike each time`, () => {
    for (const version of [252, 262]) {
      const at = contextOf(directive, version);
      fc.assert(
        fc.property(valuesLike(seeds), text => assertSound(kind, text, at)),
        { numRuns: 200 },
      );
    }
  });

  test(`${id}: a long value takes no longer than it is long`, () => {
    const at = contextOf(directive, 262);
    for (const piece of [
      "a",
      " a",
      "1",
      "0:",
      "/",
      "../",
      "\\",
      "%i",
      "%",
      "$A ",
      '"a" ',
      "'",
      "a=b ",
      "a,",
      "(",
      "[",
      "*",
    ]) {
      const text = piece.repeat(20_000 / piece.length).trim();
      const start = performance.now();
      kind.parse(text, at);
      assert.ok(performance.now() - start < 2000, `${JSON.stringify(piece)}, over and over`);
    }
  });

  test(`${id}: what it prints, it parses`, () => {
    const at = contextOf(directive, 262);
    fc.assert(
      fc.property(valuesLike(seeds), text => assertStable(kind, text, at)),
      { numRuns: 200 },
    );
  });
}

function oneOfEachKind(): Map<string, Directive> {
  const found = new Map<string, Directive>();
  for (const catalog of [262, 257, 252].map(catalogAt)) {
    const sections = new Set(catalog.unitTypes.flatMap(catalog.sectionsOf));
    for (const directive of [...sections].flatMap(catalog.directivesIn)) {
      if (!found.has(directive.kind)) found.set(directive.kind, directive);
    }
  }
  return found;
}

/** Values as people write them, those with a slip in them, and heaps of pieces. */
function valuesLike(seeds: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...valuePieces);
  const heap = fc.array(piece, { maxLength: 12 }).map(chosen => chosen.join(""));
  if (seeds.length === 0) return heap.map(trimValue);
  const seed = fc.constantFrom(...seeds);
  const slip = fc.tuple(seed, fc.nat(), fc.nat(3), piece).map(([text, place, cut, put]) => {
    const at = place % (text.length + 1);
    return `${text.slice(0, at)}${put}${text.slice(at + cut)}`;
  });
  return fc.oneof(seed, slip, slip, heap).map(trimValue);
}

function assertSound(kind: ValueKind, text: string, at: ValueContext): void {
  const parsed = kind.parse(text, at);
  assertRepeatable(kind, text, at, parsed);
  assertInPlace(parsed, text);
}
