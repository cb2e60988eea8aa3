/** The tables of the units that systemd and distributions ship: well-formed, sorted, and with what everybody knows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import type { Provenance } from "../../server/scripts/generate/provenance.ts";
import { stockText } from "../../server/scripts/generate/stock-units.ts";
import { sha256, textOf } from "../../server/scripts/generate/tree.ts";
import { distributionUnits, type StockTable, stockUnits, stockVersion } from "../../server/src/catalog/stock-units.ts";
import { readUnitName } from "../../server/src/values/unit-name.ts";

const stockJson = dataFile("stock-units.json");
const table = JSON.parse(stockJson) as StockTable;
const managers = ["system", "user"] as const;

test("stock-units.json is as the generator left it", () => {
  const provenance = JSON.parse(dataFile("PROVENANCE.json")) as Provenance;
  assert.equal(provenance.outputs["stock-units.json"], sha256(stockJson));
  assert.equal(stockText(table), stockJson);
  assert.deepEqual(
    provenance.systemd.map(({ version }) => version),
    table.systemd.toReversed(),
  );
  for (const { inputs } of provenance.systemd) assert.ok(Object.keys(inputs).some(path => path.startsWith("units (")));
});

test("every row has the fields of its table and no others", () => {
  const name = { type: "string", pattern: "^[^/]+(/[^/]+)?$" };
  const text = { type: "string", pattern: "^(|(\\[[A-Z][a-z]+\\]\\n([A-Za-z]+=.+\\n)+)+)$" };
  const source = { type: "string", minLength: 10 };
  const among = { type: "array", minItems: 1, maxItems: 2, items: { enum: table.systemd } };
  const row = (required: string[], properties: object) => ({
    type: "object",
    required,
    additionalProperties: false,
    properties,
  });
  const stockRow = [
    row(["name", "text"], { name, text, in: among }),
    row(["name", "link"], { name, link: name, in: among }),
  ];
  const rows = [
    row(["name", "source"], { name, text, source }),
    row(["name", "link", "source"], { name, link: name, source }),
  ];
  for (const manager of managers) {
    checkSchema({ type: "array", minItems: 40, items: { anyOf: stockRow } }, table[manager]);
    checkSchema({ type: "array", minItems: 20, items: { anyOf: rows } }, distributionUnits(manager));
  }
});

test("a release has each name once, sorted, and every name is one of a unit or lies in a unit's folder", () => {
  for (const version of table.systemd) {
    for (const manager of managers) {
      for (const files of [stockUnits(version, manager), distributionUnits(manager)]) {
        const names = files.map(file => file.name);
        assert.deepEqual(names, [...new Set(names)].sort());
        assert.deepEqual(names.filter(isStray), []);
      }
    }
  }
});

test("every link leads to a file that is there", () => {
  for (const version of table.systemd) {
    for (const manager of managers) {
      const files = [...stockUnits(version, manager), ...distributionUnits(manager)];
      const names = new Set(files.map(file => file.name));
      const dangling = files.filter(file => "link" in file && !names.has(file.link));
      assert.deepEqual(dangling, [], `${version} ${manager}`);
    }
  }
});

test("no unit of the distributions is one that every release of systemd ships", () => {
  for (const manager of managers) {
    const shipped = new Set(table[manager].flatMap(row => (row.in === undefined ? [row.name] : [])));
    assert.deepEqual(
      distributionUnits(manager).filter(unit => shipped.has(unit.name)),
      [],
    );
  }
});

test("a release without units of its own takes those of the newest one before it", () => {
  assert.deepEqual([219, 252, 255, 257, 261, 262, 263].map(stockVersion), [252, 252, 252, 257, 257, 262, 262]);
  assert.equal(stockUnits(255, "system"), stockUnits(252, "system"));
});

test("units that everybody knows", () => {
  const system = new Map(stockUnits(252, "system").map(file => [file.name, file]));
  const rest = { name: "default.target", link: "graphical.target" };
  assert.deepEqual(system.get("default.target"), rest);
  assert.deepEqual(system.get("runlevel3.target"), { name: "runlevel3.target", link: "multi-user.target" });
  assert.deepEqual(system.get("dbus-org.freedesktop.login1.service"), {
    name: "dbus-org.freedesktop.login1.service",
    link: "systemd-logind.service",
  });
  assert.deepEqual(system.get("network-online.target"), {
    name: "network-online.target",
    text: "[Unit]\nAfter=network.target\n",
  });
  assert.deepEqual(system.get("user@.service.d/10-login-barrier.conf"), {
    name: "user@.service.d/10-login-barrier.conf",
    text: "[Unit]\nAfter=systemd-user-sessions.service\n",
  });
  assert.ok(system.has("sysinit.target.wants/systemd-udevd.service"));
  assert.ok(system.has("system-systemd\\x2dcryptsetup.slice"));
});

test("what came and went", () => {
  const has = (version: number, name: string) => stockUnits(version, "system").some(file => file.name === name);
  assert.deepEqual(
    [252, 257, 262].map(version => has(version, "rc-local.service")),
    [true, true, false],
  );
  assert.deepEqual(
    [252, 257, 262].map(version => has(version, "soft-reboot.target")),
    [false, true, true],
  );
  assert.deepEqual(
    [252, 257, 262].map(version => has(version, "systemd-journalctl.socket")),
    [false, false, true],
  );
});

function isStray(name: string): boolean {
  const [folder = "", file] = name.split("/");
  if (file === undefined) return readUnitName(name) === undefined;
  const [, owner = "", suffix] = /^(.+)\.(d|wants|requires|upholds)$/.exec(folder) ?? [];
  if (readUnitName(owner) === undefined) return true;
  return suffix === "d" ? !file.endsWith(".conf") : readUnitName(file) === undefined;
}

function checkSchema(schema: object, data: unknown): void {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  assert.ok(validate(data), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
}

function dataFile(name: string): string {
  return textOf(fileURLToPath(new URL(`../../server/data/${name}`, import.meta.url)));
}
