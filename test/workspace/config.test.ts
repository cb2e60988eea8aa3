/** Configurations in a workspace: the nearest one counts, per file, and again after each change. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt, newestVersion } from "../../server/src/catalog/catalog.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { readYamlText } from "../../server/src/platform/yaml-text.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { ConfigReading } from "../../server/src/workspace/config/reading.ts";
import { newWorkspace, type Workspace } from "../../server/src/workspace/workspace.ts";
import { reading } from "../support/config-reading.ts";
import { settle } from "../support/marked.ts";
import { memoryHost, type Tree } from "../support/memory-host.ts";

const newest = { name: String(newestVersion), catalog: catalogAt(newestVersion) };

function open(tree: Tree, configs: ConfigReading = reading, severities = new Map()): Workspace {
  const workspace = newWorkspace(
    { host: memoryHost(tree), rules, configs },
    {
      folders: ["/units"],
      targets: [newest],
      ruleSettings: { ...defaultSettings, severities },
      roots: [],
      unitPaths: [],
    },
  );
  settle(workspace);
  return workspace;
}

function told(workspace: Workspace, path: string): string[] {
  settle(workspace);
  const snapshot = workspace.snapshot();
  return snapshot.findings(`file://${path}`).map(({ severity, rule, targets }) => `${severity} ${rule} ${targets}`);
}

const app = "[Service]\nExecStart=/usr/bin/app\nFrobnicate=1\nType=exec\nType=simple\n";

test("the nearest configuration counts for each file, and an override for some of them", () => {
  const workspace = open({
    "/units/.unitlint.json": `{
      "rules": { "duplicate-directive": "off" }, "targets": ["debian-12"],
      "overrides": [{ "files": "/vendor/", "rules": { "unknown-directive": "info" }, "targets": [262, 257] }],
      "ignores": "*.tmp.service" }`,
    "/units/app.service": app,
    "/units/x.tmp.service": app,
    "/units/vendor/app.service": app,
    "/units/own/.unitlint.yaml": "preset: all\n",
    "/units/own/app.service": app,
  });
  assert.deepEqual(told(workspace, "/units/app.service"), ["error unknown-directive debian-12"]);
  assert.deepEqual(told(workspace, "/units/vendor/app.service"), ["info unknown-directive 262,257"]);
  assert.deepEqual(told(workspace, "/units/x.tmp.service"), []);
  assert.deepEqual(told(workspace, "/units/own/app.service"), [
    `info missing-install-section ${newestVersion}`,
    `error unknown-directive ${newestVersion}`,
    `warning duplicate-directive ${newestVersion}`,
  ]);
});

test("the configuration counts more than the settings of the editor, which count where it says nothing", () => {
  const severities = new Map([
    ["unknown-directive", "info"],
    ["duplicate-directive", "off"],
  ]);
  const tree = {
    "/units/package.json": '{ "unitlint": { "rules": { "unknown-directive": "warning" } } }',
    "/units/app.service": app,
  };
  assert.deepEqual(told(open(tree, reading, severities), "/units/app.service"), [
    `warning unknown-directive ${newestVersion}`,
  ]);
});

test("findings of units are told by the settings of the file that they stand in", () => {
  const dropIn = "[Service]\nExecStart=/usr/bin/second\n";
  const tree = {
    "/units/.unitlint.json": '{ "overrides": [{ "files": "*.conf", "rules": { "duplicate-exec-start": "info" } }] }',
    "/units/app.service": "[Service]\nExecStart=/usr/bin/app\n",
    "/units/app.service.d/x.conf": dropIn,
    "/units/other.service": "[Service]\nExecStart=/usr/bin/app\nExecStart=/usr/bin/second\n",
  };
  const workspace = open(tree);
  assert.deepEqual(told(workspace, "/units/app.service.d/x.conf"), [`info duplicate-exec-start ${newestVersion}`]);
  assert.deepEqual(told(workspace, "/units/other.service"), [`error duplicate-exec-start ${newestVersion}`]);
});

test("units see each other, whatever each is judged for", () => {
  const tree = {
    "/units/.unitlint.json": '{ "overrides": [{ "files": "new/", "targets": 262 }], "targets": 257 }',
    "/units/app.service": "[Unit]\nRequires=db.service\nAfter=db.service\n[Service]\nExecStart=/usr/bin/app\n",
    "/units/new/db.service": "[Service]\nExecStart=/usr/bin/db\n",
  };
  assert.deepEqual(told(open(tree), "/units/app.service"), []);
});

test("a configuration that is edited counts as it is in the editor, and tells its mistakes", () => {
  const workspace = open({
    "/units/.unitlint.json": '{ "preset": "all" }',
    "/units/app.service": "[Service]\nExecStart=/a\nFrobnicate=1\n",
  });
  const uri = "file:///units/.unitlint.json";
  const onDisk = [`info missing-install-section ${newestVersion}`, `error unknown-directive ${newestVersion}`];
  assert.deepEqual(told(workspace, "/units/app.service"), onDisk);
  workspace.open({
    uri,
    languageId: "json",
    version: 1,
    text: '{ "rules": { "unknown-directive": "off" }, "prest": 1 }',
  });
  assert.deepEqual(told(workspace, "/units/app.service"), []);
  assert.deepEqual(told(workspace, "/units/.unitlint.json"), [`error invalid-config ${newestVersion}`]);
  assert.ok(workspace.snapshot().troubled().includes(uri));
  assert.equal(workspace.snapshot().config(uri)?.version, 1);
  workspace.change(uri, 2, '{ "rules": { "unknown-directive": "info" } }');
  assert.deepEqual(told(workspace, "/units/app.service"), [`info unknown-directive ${newestVersion}`]);
  assert.deepEqual(told(workspace, "/units/.unitlint.json"), []);
  workspace.close(uri);
  assert.deepEqual(told(workspace, "/units/app.service"), onDisk);
});

test("configurations are read again when they come, change and go on disk, and so is what they extend", () => {
  const tree: Record<string, string> = { "/units/app.service": "[Service]\nExecStart=/a\nFrobnicate=1\n" };
  const live = {
    ...memoryHost(tree),
    kind: (path: string) => memoryHost(tree).kind(path),
    read: (path: string) => memoryHost(tree).read(path),
  };
  const workspace = newWorkspace(
    { host: live, rules, configs: reading },
    { folders: ["/units"], targets: [newest], ruleSettings: defaultSettings, roots: [], unitPaths: [] },
  );
  const severity = () => told(workspace, "/units/app.service").map(line => line.split(" ")[0]);
  assert.deepEqual(severity(), ["error"]);
  tree["/units/.unitlint.json"] = '{ "extends": "base/rules.json" }';
  workspace.touch(["file:///units/.unitlint.json"]);
  assert.deepEqual(severity(), ["error"]);
  assert.deepEqual(told(workspace, "/units/.unitlint.json"), [`error invalid-config ${newestVersion}`]);
  tree["/units/base/rules.json"] = '{ "rules": { "unknown-directive": "warning" } }';
  workspace.touch(["file:///units/base/rules.json"]);
  assert.deepEqual(severity(), ["warning"]);
  delete tree["/units/.unitlint.json"];
  workspace.touch(["file:///units/.unitlint.json"]);
  assert.deepEqual(severity(), ["error"]);
});

test("YAML waits for its reader", () => {
  const configs: { -readonly [Key in keyof ConfigReading]: ConfigReading[Key] } = { ...reading, readYaml: undefined };
  const workspace = open(
    {
      "/units/.unitlint.yml": "rules: { unknown-directive: off }\n",
      "/units/app.service": "[Service]\nExecStart=/a\nFrobnicate=1\n",
    },
    configs,
  );
  assert.equal(workspace.wantsYaml(), true);
  configs.readYaml = readYamlText;
  workspace.readConfigs();
  assert.deepEqual(told(workspace, "/units/app.service"), []);
  assert.equal(workspace.wantsYaml(), false);
});

test("no comment is called unused before all is judged", () => {
  const workspace = newWorkspace(
    { host: memoryHost({}), rules, configs: reading },
    { folders: [], targets: [newest], ruleSettings: defaultSettings, roots: [], unitPaths: [] },
  );
  const uri = "file:///units/app.service";
  workspace.open({
    uri,
    languageId: "systemd-unit",
    version: 1,
    text: "# unitlint-disable-file unknown-unit\n[Service]\nExecStart=/a\n",
  });
  assert.deepEqual(workspace.snapshot().findings(uri), []);
  assert.deepEqual(told(workspace, "/units/app.service"), [`warning unused-suppression ${newestVersion}`]);
});
