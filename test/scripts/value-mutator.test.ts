/** Values for the comparison with systemd-analyze: samples of every kind, mutations, and units full of them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Random } from "../../server/scripts/oracle/random.ts";
import { samples } from "../../server/scripts/oracle/samples.ts";
import { ownSeeds } from "../../server/scripts/oracle/seeds.ts";
import { alongChain, pieceChain } from "../../server/scripts/oracle/value-chain.ts";
import { type ValueSource, valueMutations } from "../../server/scripts/oracle/value-mutations.ts";
import { drawValue, valuePool } from "../../server/scripts/oracle/value-mutator.ts";
import { renderValues } from "../../server/scripts/oracle/value-staging.ts";
import {
  directivesToTry,
  type ValueInput,
  type ValueUnit,
  valueUnits,
} from "../../server/scripts/oracle/value-units.ts";
import { catalogAt, everKnown, knownVersions, newestVersion } from "../../server/src/catalog/catalog.ts";
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

describe("units of values", () => {
  const input = (more: Partial<ValueInput> = {}): ValueInput => ({
    version: newestVersion,
    directives: directivesToTry(newestVersion, []),
    pool: valuePool([], kindOf),
    random: new Random(3),
    ...more,
  });
  const units = [...valueUnits(6000, input())];
  const namesIn = ({ values }: ValueUnit) => values.map(one => `${one.directive.section}.${one.directive.name}`);

  test("hold as many values as were asked for", () => {
    assert.equal(units.flatMap(({ values }) => values).length, 6000);
  });

  test("draw every directive about equally often", () => {
    const counts = new Map<string, number>();
    for (const name of units.flatMap(namesIn)) counts.set(name, (counts.get(name) ?? 0) + 1);
    assert.equal(counts.size, input().directives.length);
    assert.ok(Math.max(...counts.values()) - Math.min(...counts.values()) <= 1);
  });

  test("have sections of their type, and forty values at most", () => {
    for (const unit of units) {
      const known = catalogAt(newestVersion).sectionsOf(unit.type);
      assert.ok(unit.values.every(one => known.includes(one.directive.section)));
      assert.ok(unit.values.length <= 40);
    }
  });

  test("have a directive twice only where the first value does not matter to the second", () => {
    const most = (name: string) => {
      const directives = [directive("Service", name)];
      const counts = [...valueUnits(100, input({ directives }))].map(({ values }) => values.length);
      return Math.max(...counts);
    };
    assert.equal(most("SystemCallFilter"), 1);
    assert.ok(most("Nice") >= 20);
  });

  test("leave values alone that may end systemd's reading", () => {
    const alone = units.filter(unit => namesIn(unit).some(name => /\.(ExecStart|User|DynamicUser)$/.test(name)));
    assert.ok(alone.length > 0);
    assert.deepEqual([...new Set(alone.map(({ values }) => values.length))], [1]);
  });

  test("come as fragments, drop-ins, templates and instances of ten types", () => {
    assert.equal(new Set(units.map(({ type }) => type)).size, 10);
    assert.deepEqual([...new Set(units.map(({ role }) => role))].sort(), [
      "drop-in",
      "fragment",
      "instance",
      "template",
    ]);
  });

  test("only of some kinds on request", () => {
    const directives = directivesToTry(252, ["restart", "nice"]);
    assert.deepEqual([...new Set(directives.map(({ kind }) => kind))].sort(), ["nice", "restart"]);
  });

  test("without directives of which the release reads no value", () => {
    const names = directivesToTry(newestVersion, []).map(({ name }) => name);
    assert.ok(!names.includes("BlockIOWeight"));
    assert.ok(directivesToTry(252, []).some(({ name }) => name === "BlockIOWeight"));
  });

  test("have each value on its line, and an unknown key at the end", () => {
    const values = [
      { directive: directive("Service", "Nice"), value: "5", mutations: [] },
      { directive: directive("Unit", "After"), value: "", mutations: [] },
      { directive: directive("Service", "Restart"), value: "no", mutations: [] },
    ];
    const { text, values: placed, lastLine } = renderValues(values, "[Unit]\nDescription=x\n");
    assert.equal(text, "[Unit]\nDescription=x\n[Service]\nNice=5\nRestart=no\n[Unit]\nAfter=\nEndOfFile=reached\n");
    assert.deepEqual(
      placed.map(one => [one.directive.name, one.line]),
      [
        ["Nice", 4],
        ["Restart", 5],
        ["After", 7],
      ],
    );
    assert.equal(lastLine, 8);
  });
});
