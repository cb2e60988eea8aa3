/** Values for the comparison with systemd-analyze: samples of every kind, and mutations. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Random } from "../../server/scripts/oracle/random.ts";
import { samples } from "../../server/scripts/oracle/samples.ts";
import { ownSeeds } from "../../server/scripts/oracle/seeds.ts";
import { alongChain, pieceChain } from "../../server/scripts/oracle/value-chain.ts";
import { type ValueSource, valueMutations } from "../../server/scripts/oracle/value-mutations.ts";
import { drawValue, valuePool } from "../../server/scripts/oracle/value-mutator.ts";

import { catalogAt, everKnown, knownVersions } from "../../server/src/catalog/catalog.ts";
import type { Directive } from "../../server/src/catalog/directive.ts";

const kindOf = (section: string, name: string) => everKnown(section, name)?.kind;
const directive = (section: string, name: string): Directive => {
  const found = everKnown(section, name);
  assert.ok(found);
  return found;
};

test("every kind of the catalog has five samples at least, and no other has any", () => {
  const kinds = new Set(
    knownVersions.flatMap(version => {
      const catalog = catalogAt(version);
      const sections = catalog.unitTypes.flatMap(type => catalog.sectionsOf(type));
      return sections.flatMap(section => catalog.directivesIn(section).map(({ kind }) => kind));
    }),
  );
  assert.deepEqual([...samples.keys()].sort(), [...kinds].sort());
  assert.deepEqual(
    [...samples].filter(([, values]) => values.length < 5).map(([kind]) => kind),
    [],
  );
});

test("samples are different, and each fits on a line", () => {
  for (const [kind, values] of samples) {
    assert.equal(new Set(values).size, values.length, kind);
    assert.ok(!values.some(value => /[\n\r\0]|\\$/.test(value)), kind);
  }
});

for (const { kind, apply } of valueMutations) {
  test(`${kind} changes values`, () => {
    const source: ValueSource = { own: () => "other", any: () => "/foreign" };
    const values = ["/srv/a b:ro", "5min 20s", "a.service,b.service", "Yes"];
    const changed = values.filter((value, index) =>
      [1, 2, 3].some(turn => apply(value, new Random(10 * turn + index), source) !== value),
    );
    assert.notEqual(changed.length, 0);
  });
}

describe("a drawn value", () => {
  const pool = valuePool([], kindOf);
  const draw = (seed: number) => drawValue(directive("Service", "RestartSec"), pool, new Random(seed));

  test("is the same for the same seed", () => assert.deepEqual(draw(5), draw(5)));

  test("never joins the next line", () => {
    const values = Array.from({ length: 3000 }, (_, seed) => draw(seed).value);
    assert.deepEqual(
      values.filter(value => /[\n\r\0]|\\[ \t]*$/.test(value)),
      [],
    );
  });

  test("is a sample now and then, and empty at times", () => {
    const drawn = Array.from({ length: 1000 }, (_, seed) => draw(seed));
    assert.ok(
      drawn.some(({ value, mutations }) => mutations.length === 0 && samples.get("time-span")?.includes(value)),
    );
    assert.ok(drawn.some(({ value }) => value === ""));
  });
});

test("values made alike have the pieces of their samples", () => {
  const chain = pieceChain(["5min 20s", "1h"]);
  const made = new Set(Array.from({ length: 200 }, (_, seed) => alongChain(chain, new Random(seed))));
  assert.deepEqual([...made].sort(), ["1h", "5min 20s"]);
  const mixed = pieceChain(["a:b", "c:d"]);
  assert.ok(Array.from({ length: 50 }, (_, seed) => alongChain(mixed, new Random(seed))).includes("a:d"));
  assert.equal(alongChain(pieceChain([]), new Random(1)), "");
});

test("real units add their values", () => {
  assert.ok(valuePool(ownSeeds, kindOf).get("time-span")?.includes("10min"));
  assert.ok(!samples.get("time-span")?.includes("10min"));
});
