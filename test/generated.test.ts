/** Generated files are current and well-formed: they match their generator, their hashes and their schema. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import type { DirectiveTable } from "../server/scripts/generate/directives.ts";
import { type History, historyText, pairKey } from "../server/scripts/generate/history.ts";
import { allKinds } from "../server/scripts/generate/kinds.ts";
import { generatorHash, type Provenance } from "../server/scripts/generate/provenance.ts";
import { type Renames, renamesText, replacements } from "../server/scripts/generate/renames.ts";
import { sha256, textOf } from "../server/scripts/generate/tree.ts";
import { directivesText } from "../server/scripts/generate/write.ts";

const directivesJson = dataFile("directives.json");
const historyJson = dataFile("history.json");
const renamesJson = dataFile("renames.json");
const table = JSON.parse(directivesJson) as DirectiveTable;
const history = JSON.parse(historyJson) as History;
const renames = JSON.parse(renamesJson) as Renames;
const provenance = JSON.parse(dataFile("PROVENANCE.json")) as Provenance;

const sectionNames = { type: "array", minItems: 1, items: { type: "string", pattern: "^-?[A-Z][A-Za-z]*$" } };
const sectionName = { type: "string", pattern: "^[A-Z][A-Za-z]*$" };
const name = { type: "string", pattern: "^[A-Z][A-Za-z0-9]*$" };
const version = { type: "integer", minimum: 183 };
const versions = { type: "array", items: version };
const values = { enum: ["same", "different"] };
const unitTypes = "service socket target device mount automount swap timer path slice scope".split(" ");

const tableSchema = {
  type: "object",
  required: ["systemd", "oldest", "exact", "sections", "directives"],
  additionalProperties: false,
  properties: {
    systemd: version,
    oldest: version,
    exact: versions,
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
        required: ["section", "name", "kind", "repeat", "since"],
        additionalProperties: false,
        properties: {
          section: sectionName,
          name,
          kind: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" },
          repeat: { enum: ["last-wins", "list", "append-only"] },
          page: { type: "string", pattern: "^systemd\\.[a-z-]+$" },
          since: version,
          until: version,
          removed: version,
          replacedBy: {
            type: "object",
            required: ["since", "values"],
            additionalProperties: false,
            properties: {
              to: {
                type: "object",
                required: ["section", "name"],
                additionalProperties: false,
                properties: { section: sectionName, name },
              },
              since: version,
              values,
              notedSince: version,
            },
          },
        },
      },
    },
  },
};

const pairsSchema = {
  type: "array",
  items: {
    type: "object",
    required: ["section", "name", "first", "parsers"],
    additionalProperties: false,
    properties: {
      section: sectionName,
      name,
      first: version,
      last: version,
      removed: version,
      removedUncertain: { const: true },
      parsers: {
        type: "object",
        minProperties: 1,
        propertyNames: { pattern: "^\\d{3}$" },
        additionalProperties: { type: "string", pattern: "^config_parse_(?!warn_compat)" },
      },
    },
  },
};

const renamesSchema = {
  type: "array",
  items: {
    type: "object",
    required: ["section", "name", "to", "since", "values", "systemd", "source"],
    additionalProperties: false,
    properties: {
      section: { type: "string", pattern: "^(\\*|[A-Z][A-Za-z]*)$" },
      name,
      to: { type: ["string", "null"], pattern: "^([A-Z][A-Za-z]*\\.)?[A-Z][A-Za-z0-9]*$" },
      since: version,
      values,
      systemd: {
        type: "object",
        required: ["219"],
        propertyNames: { pattern: "^\\d{3}$" },
        additionalProperties: { enum: ["silent", "notes"] },
      },
      source: { type: "string", minLength: 1 },
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

test("history.json and renames.json are those that made the data, in the form that the generator writes", () => {
  assert.deepEqual(provenance.inputs, { "history.json": sha256(historyJson), "renames.json": sha256(renamesJson) });
  assert.equal(historyText(history), historyJson);
  assert.equal(renamesText(renames), renamesJson);
});

test("every row has the fields of its table and no others", () => {
  checkSchema(tableSchema, table);
  checkSchema(pairsSchema, history.pairs);
  checkSchema(renamesSchema, renames.renames);
});

test("the directives are the pairs of the history, with its limits and what took over from them", () => {
  const replaced = replacements(renames, history);
  const expected = history.pairs.map(pair => {
    const { section, name, first: since, last: until, removed } = pair;
    return { section, name, since, until, removed, replacedBy: replaced.get(pairKey(pair)) };
  });
  const found = table.directives.map(({ section, name, since, until, removed, replacedBy }) => {
    return { section, name, since, until, removed, replacedBy };
  });
  assert.deepEqual(found, expected);
  const { systemd, oldest, exact } = table;
  assert.deepEqual({ systemd, oldest, exact }, { systemd: 262, oldest: history.oldest, exact: history.exact });
});

test("every row has a kind of the kinds table", () => {
  const kinds = new Set(allKinds());
  const unknown = table.directives.filter(row => !kinds.has(row.kind));
  assert.deepEqual(unknown, []);
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

function checkSchema(schema: object, data: unknown): void {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  assert.ok(validate(data), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
}

function dataFile(name: string): string {
  return textOf(fileURLToPath(new URL(`../server/data/${name}`, import.meta.url)));
}
