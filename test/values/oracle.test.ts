/** The grammars say of every recorded value what the real systemd-analyze of that release says: something, or nothing. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { VerdictOnValue } from "../../server/scripts/oracle/records.ts";
import { isUnitType } from "../../server/src/catalog/unit-types.ts";
import { valueKind } from "../../server/src/values/index.ts";
import type { ValueContext } from "../../server/src/values/kind.ts";

const folder = new URL("../../fixtures/oracle/", import.meta.url);
const files = readdirSync(folder).filter(name => name.endsWith(".jsonl"));

test("there are recorded verdicts", () => assert.ok(files.length > 0));

for (const file of files) {
  const version = Number(file.split(".")[0]);
  const verdicts = readFileSync(new URL(file, folder), "utf8")
    .trimEnd()
    .split("\n")
    .map(line => JSON.parse(line) as VerdictOnValue);

  test(`values as systemd ${version} judges them`, () => {
    const different = verdicts.filter(verdict => complains(verdict, version) !== verdict.complains);
    assert.deepEqual(different.map(describe), []);
  });
}

function complains({ section, name, kind, value }: VerdictOnValue, version: number): boolean {
  const grammar = valueKind(kind);
  assert.ok(grammar, `there is a grammar ${kind}`);
  const { problems } = grammar.parse(value, contextOf(section, name, version));
  return problems.some(({ consequence }) => consequence !== "silent");
}

/** Sections that all units have were recorded in services. */
function contextOf(section: string, name: string, version: number): ValueContext {
  const own = section.toLowerCase();
  const type = isUnitType(own) ? own : "service";
  return { version, manager: "system", section, name, type, unit: `oracle.${type}` };
}

function describe({ section, name, kind, value, complains }: VerdictOnValue): string {
  const verdict = complains ? "systemd complains" : "systemd says nothing";
  return `${kind}: [${section}] ${name}=${JSON.stringify(value).slice(1, -1)}: ${verdict}`;
}
