/** The extension's manifest against what the extension and the server do. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { presets } from "../../server/src/lint/preset.ts";
import { readSettings } from "../../server/src/lsp/settings.ts";
import { rules } from "../../server/src/rules/index.ts";

const client = fileURLToPath(new URL("../../client/vscode/", import.meta.url));
const manifest = JSON.parse(readFileSync(`${client}package.json`, "utf8"));
const { commands, configuration } = manifest.contributes;
const settings: Readonly<Record<string, { readonly [key: string]: unknown }>> = configuration.properties;
const sources = readdirSync(`${client}src`, { recursive: true, encoding: "utf8" })
  .filter(name => name.endsWith(".ts"))
  .map(name => readFileSync(`${client}src/${name}`, "utf8"))
  .join("\n");

test("every command has a title and is registered", () => {
  assert.ok(commands.length > 0);
  for (const { command, title, category } of commands) {
    assert.match(command, /^unitlint\.[a-zA-Z]+$/);
    assert.match(title, /^[A-Z]/, command);
    assert.equal(category, "unitlint", command);
    assert.ok(sources.includes(`"${command}"`), `${command} is registered nowhere`);
  }
});

test("every setting has a description, a scope and a default", () => {
  for (const [name, { markdownDescription, scope, default: fallback }] of Object.entries(settings)) {
    assert.match(String(markdownDescription), /^[A-Z].+\.$|^[A-Z].+\*\.$/, name);
    assert.equal(scope, "window", name);
    assert.notEqual(fallback, undefined, name);
  }
});

test("the server reads what is offered, and nothing else", () => {
  const read = new Set<string>();
  const given = new Proxy({}, { get: (_, key) => void read.add(String(key)) });
  const targets = () => [{ name: "262" }] as never;
  const environment = { findTargets: targets, ruleIds: [], defaultRules: { preset: "recommended" } } as never;
  readSettings(given, [], environment);
  const offered = Object.keys(settings).filter(name => !name.startsWith("unitlint.trace."));
  assert.deepEqual([...read].map(key => `unitlint.${key}`).sort(), offered.sort());
});

test("what is offered is what the server takes", () => {
  const offered = settings["unitlint.rules"]?.properties as Record<string, { enum: string[]; default: string }>;
  assert.deepEqual(
    Object.keys(offered),
    rules.map(({ id }) => id),
  );
  assert.deepEqual(settings["unitlint.preset"]?.enum, presets);
  const tell = (problem: string) => assert.fail(problem);
  const environment = {
    findTargets: () => [{ name: "262" }],
    ruleIds: rules.map(({ id }) => id),
    defaultRules: { preset: "recommended" },
  } as never;
  for (const [id, { enum: severities }] of Object.entries(offered))
    for (const severity of severities)
      for (const problem of readSettings({ rules: { [id]: severity } }, [], environment).problems) tell(problem);
});

test("languageclient's floor is ours, and the API's types are of the oldest VS Code that is promised", () => {
  const packages = `${client}../../node_modules`;
  const needed = JSON.parse(readFileSync(`${packages}/vscode-languageclient/package.json`, "utf8"));
  assert.equal(manifest.engines.vscode, needed.engines.vscode);
  assert.equal(`^${manifest.devDependencies["@types/vscode"]}`, manifest.engines.vscode);
});

test("workspaces that are not trusted do not say which other folders are read", () => {
  const { untrustedWorkspaces } = manifest.capabilities;
  assert.equal(untrustedWorkspaces.supported, "limited");
  assert.deepEqual(untrustedWorkspaces.restrictedConfigurations, ["unitlint.roots", "unitlint.unitPaths"]);
});
