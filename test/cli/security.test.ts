/** `unitlint security`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type SecurityArguments, security } from "../../server/src/cli/commands/security.ts";
import { paintWith } from "../../server/src/cli/terminal.ts";
import { parsePolicy } from "../../server/src/exposure/policy.ts";
import type { Tree } from "../support/memory-host.ts";
import { unitSet } from "../support/unit-set.ts";

const plain = paintWith(false);
const usual: SecurityArguments = {
  format: "human",
  threshold: 100,
  policy: undefined,
  target: { name: "262", version: 262 },
};

function run(files: Tree, names: string, args: Partial<SecurityArguments> = {}) {
  const set = unitSet(files);
  const units = names.split(" ").map(name => ({ unit: set.unit(name), set, named: true }));
  return security({ units, problems: [], unread: () => [] }, { ...usual, ...args }, plain);
}

const open = { "etc/open.service": "[Service]\nExecStart=/bin/open\n" };
const confined = {
  "etc/confined.service":
    "[Service]\nExecStart=/bin/confined\nDynamicUser=yes\nPrivateNetwork=yes\nCapabilityBoundingSet=\nSystemCallFilter=@system-service\n",
};

test("one unit is shown with all that is assessed, what helps most first", () => {
  const lines = run(open, "open.service").stdout.split("\n");
  assert.match(lines[1] ?? "", /^✗ PrivateNetwork= +May use the host's network +0\.5$/);
  assert.match(lines[2] ?? "", /^✗ User=\/DynamicUser= +Runs as root +0\.4$/);
  const states = lines.slice(1, 82).map(line => line[0]);
  assert.deepEqual(
    states.toSorted((a, b) => " ✓✗".indexOf(b ?? "") - " ✓✗".indexOf(a ?? "")),
    states,
  );
  assert.equal(lines.at(-4), "→ Overall exposure level for open.service: 9.4 UNSAFE");
});

test("several units are shown with a line each, the most exposed one first", () => {
  assert.equal(
    run({ ...open, ...confined }, "confined.service open.service").stdout,
    `\
UNIT             EXPOSURE PREDICATE
open.service          9.4 UNSAFE
confined.service      3.9 OK

Assessed as by systemd 262.
`,
  );
});

test("a threshold decides on the exit status", () => {
  const both = { ...open, ...confined };
  assert.deepEqual(run(both, "confined.service", { threshold: 39 }).status, 0);
  const { status, stderr } = run(both, "confined.service open.service", { threshold: 38 });
  assert.equal(status, 1);
  assert.equal(
    stderr,
    `\
unitlint: confined.service: its exposure 3.9 is over the threshold of 3.8
unitlint: open.service: its exposure 9.4 is over the threshold of 3.8
`,
  );
});

test("what systemd would not load cannot be assessed", () => {
  const { status, stdout, stderr } = run({ "etc/app.service": "[Service]\nType=simple\n" }, "app.service");
  assert.equal(stdout, "");
  assert.equal(status, 1);
  assert.equal(
    stderr,
    "unitlint: app.service: systemd refuses to load it, so that nothing can be assessed; unitlint /etc/systemd/system/app.service tells why\n",
  );
});

const schema = JSON.parse(readFileSync(new URL("../../server/docs/exposure.schema.json", import.meta.url), "utf8"));
const conforms: ReturnType<Ajv2020["compile"]> = new Ajv2020({ allErrors: true }).compile(schema);

test("programs get figures", () => {
  const policy = parsePolicy('{"PrivateNetwork":{"weight":0}}');
  const report = JSON.parse(run(open, "open.service", { format: "json", policy }).stdout);
  const valid: boolean = conforms(report);
  assert.ok(valid, JSON.stringify(conforms.errors, null, 2));
  const [{ unit, exposure, level, assessments }] = report.units;
  assert.deepEqual([unit, exposure, level, assessments.length], ["open.service", 9.4, "UNSAFE", 81]);
  const of = (field: string) => assessments.find((item: { field: string }) => item.field === field);
  assert.deepEqual(of("PrivateNetwork"), {
    field: "PrivateNetwork",
    set: null,
    applicable: false,
    badness: null,
    range: 1,
    weight: 0,
    exposure: 0,
    description: "Left out by the policy",
  });
  assert.deepEqual([of("ProtectHome").badness, of("ProtectHome").range, of("ProtectHome").exposure], [10, 10, 0.2]);
});

test("systemd's own JSON has the rows of one unit on a line", () => {
  const lines = run({ ...open, ...confined }, "open.service confined.service", { format: "systemd-json" }).stdout.split(
    "\n",
  );
  assert.equal(lines.length, 3);
  const rows = JSON.parse(lines[0] ?? "");
  assert.equal(rows.length, 81);
  const home = rows.find(({ json_field }: { json_field: string }) => json_field === "ProtectHome");
  assert.deepEqual(Object.keys(home), ["set", "name", "json_field", "description", "exposure"]);
  assert.deepEqual([home.set, home.name, home.exposure], [false, "ProtectHome=", "0.2"]);
});

test("SARIF points at the line that weakens the unit, or at the section", () => {
  const files = { "etc/app.service": "[Service]\nExecStart=/bin/app\nProtectHome=read-only\n" };
  const log = JSON.parse(run(files, "app.service", { format: "sarif" }).stdout);
  const [{ tool, results }] = log.runs;
  assert.equal(tool.driver.rules.length, 81);
  const lineOf = (field: string) => {
    const result = results.find(({ ruleId }: { ruleId: string }) => ruleId === `exposure/${field}`);
    assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
    return result.locations[0].physicalLocation.region.startLine;
  };
  assert.deepEqual([lineOf("ProtectHome"), lineOf("PrivateNetwork")], [3, 1]);
});
