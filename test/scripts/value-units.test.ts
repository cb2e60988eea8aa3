/** Units full of values for the comparison with systemd-analyze. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Random } from "../../server/scripts/oracle/random.ts";
import { valuePool } from "../../server/scripts/oracle/value-mutator.ts";
import { renderValues } from "../../server/scripts/oracle/value-staging.ts";
import {
  directivesToTry,
  type ValueInput,
  type ValueUnit,
  valueUnits,
} from "../../server/scripts/oracle/value-units.ts";
import { catalogAt, everKnown, newestVersion } from "../../server/src/catalog/catalog.ts";
import type { Directive } from "../../server/src/catalog/directive.ts";

const kindOf = (section: string, name: string) => everKnown(section, name)?.kind;
const directive = (section: string, name: string): Directive => {
  const found = everKnown(section, name);
  assert.ok(found);
  return found;
};

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
