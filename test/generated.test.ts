/** Generated files are current and well-formed: they match their generator, their hashes and their schema. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import type { DirectiveTable } from "../server/scripts/generate/directives.ts";
import { allKinds } from "../server/scripts/generate/kinds.ts";
import { generatorHash, type Provenance } from "../server/scripts/generate/provenance.ts";
import { sha256, textOf } from "../server/scripts/generate/tree.ts";
import { directivesText } from "../server/scripts/generate/write.ts";

const directivesJson = dataFile("directives.json");
const table = JSON.parse(directivesJson) as DirectiveTable;
const provenance = JSON.parse(dataFile("PROVENANCE.json")) as Provenance;

const sectionNames = { type: "array", minItems: 1, items: { type: "string", pattern: "^-?[A-Z][A-Za-z]*$" } };
const version = { type: "integer", minimum: 183 };
const unitTypes = "service socket target device mount automount swap timer path slice scope".split(" ");

const tableSchema = {
  type: "object",
  required: ["systemd", "sections", "directives"],
  additionalProperties: false,
  properties: {
    systemd: version,
    sections: {
      type: "object",
      required: unitTypes,
      additionalProperties: false,
      properties: Object.fromEntries(unitTypes.map(type => [type, sectionNames])),
    },
    directives: {
      type: "array",
      minItems: 1400,
      items: {
        type: "object",
        required: ["section", "name", "kind", "repeat"],
        additionalProperties: false,
        properties: {
          section: { type: "string", pattern: "^[A-Z][A-Za-z]*$" },
          name: { type: "string", pattern: "^[A-Z][A-Za-z0-9]*$" },
          kind: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" },
          repeat: { enum: ["last-wins", "list", "append-only"] },
          page: { type: "string", pattern: "^systemd\\.[a-z-]+$" },
          since: version,
          removed: { const: true },
        },
      },
    },
  },
};

test("the generator's sources are the ones that made the data", () => {
  assert.equal(provenance.generator, generatorHash(), "run npm run generate: the generator changed since");
});

test("directives.json is as the generator left it", () => {
  assert.equal(provenance.outputs["directives.json"], sha256(directivesJson));
  assert.equal(directivesText(table), directivesJson);
});

test("the newest release in the provenance decides the data", () => {
  assert.equal(provenance.systemd[0]?.version, table.systemd);
  for (const { inputs } of provenance.systemd) {
    assert.ok(inputs["src/core/load-fragment-gperf.gperf.in"]);
    for (const hash of Object.values(inputs)) assert.match(hash, /^[0-9a-f]{64}$/);
  }
});

test("every row has the fields of a directive and no others", () => {
  const validate = new Ajv({ allErrors: true }).compile(tableSchema);
  assert.ok(validate(table), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
});

test("every row has a kind of the kinds table, and removed ones have the kind of that name", () => {
  const kinds = new Set(allKinds());
  const unknown = table.directives.filter(row => !kinds.has(row.kind));
  const contrary = table.directives.filter(row => (row.kind === "removed") !== (row.removed === true));
  assert.deepEqual({ unknown, contrary }, { unknown: [], contrary: [] });
});

test("every section of a row belongs to a unit type", () => {
  const sections = new Set(Object.values(table.sections).flat());
  assert.deepEqual(
    table.directives.filter(row => !sections.has(row.section)),
    [],
  );
});

test("rows are sorted by section and name, and each pair is there once", () => {
  const keys = table.directives.map(row => `${row.section}.${row.name}`);
  assert.deepEqual(keys, [...new Set(keys)].sort());
});

test("the systemd trees still give the committed data", t => {
  const trees = (process.env.UNITLINT_SYSTEMD_TREES ?? "").split(":").filter(Boolean);
  if (trees.length === 0) return t.skip("UNITLINT_SYSTEMD_TREES names no source trees");
  const entry = fileURLToPath(new URL("../server/scripts/generate.ts", import.meta.url));
  const args = ["--import", "tsx", entry, "--check", "--systemd", ...trees];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
});

function dataFile(name: string): string {
  return textOf(fileURLToPath(new URL(`../server/data/${name}`, import.meta.url)));
}
