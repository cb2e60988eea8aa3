/** The extension's manifest says what its sources do. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const client = fileURLToPath(new URL("../../client/vscode/", import.meta.url));
const manifest = JSON.parse(readFileSync(`${client}package.json`, "utf8"));
const { commands, menus, walkthroughs } = manifest.contributes as {
  readonly commands: readonly { readonly command: string; readonly category: string }[];
  readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
  readonly walkthroughs: readonly {
    readonly steps: readonly {
      readonly description: string;
      readonly media: { readonly markdown: string };
      readonly completionEvents: readonly string[];
    }[];
  }[];
};
const sources = readdirSync(`${client}src`, { recursive: true, encoding: "utf8" })
  .filter(name => name.endsWith(".ts"))
  .map(name => readFileSync(`${client}src/${name}`, "utf8"))
  .join("\n");
const contributed = commands.map(({ command }) => command);

test("every command of the manifest is registered, and every registered one is in the manifest", () => {
  const registered = [...sources.matchAll(/(?:registerCommand\(\s*|command: )"(unitlint\.\w+)"/g)].map(
    ([, command]) => command,
  );
  assert.deepEqual([...new Set(registered)].sort(), [...contributed].sort());
  assert.ok(commands.every(({ category }) => category === "unitlint"));
});

test("no command is one that the server announces, which the client would register a second time", async () => {
  const { announced } = await import("../../server/src/lsp/requests.ts");
  const { readClient } = await import("../../server/src/lsp/client.ts");
  const served = announced(readClient({})).executeCommandProvider?.commands ?? [];
  assert.ok(served.includes("unitlint.showGraph"));
  assert.deepEqual(
    served.filter(command => contributed.includes(command)),
    [],
  );
  const taken = [...sources.matchAll(/takeServerCommand\("(unitlint\.\w+)"|instead: \[([^\]]+)\]/g)].flatMap(
    ([, one, list = ""]) => (one === undefined ? list.match(/unitlint\.\w+/g) : [one]),
  );
  assert.deepEqual(
    taken.filter(command => command === null || !served.includes(command)),
    [],
  );
});

test("menus and walkthroughs name commands that there are, and pages that are packed", () => {
  const packer = readFileSync(`${client}scripts/vsix.mjs`, "utf8");
  const named = Object.values(menus).flatMap(items => items.map(({ command }) => command));
  const steps = walkthroughs.flatMap(({ steps }) => steps);
  const linked = steps.flatMap(({ description, completionEvents }) =>
    [...[description, ...completionEvents].join("\n").matchAll(/(?:command|onCommand):(unitlint\.\w+)/g)].map(
      ([, command]) => command ?? "",
    ),
  );
  assert.deepEqual(
    [...named, ...linked].filter(command => !contributed.includes(command)),
    [],
  );
  assert.equal(steps.length, 5);
  for (const { media } of steps) {
    assert.ok(existsSync(client + media.markdown), media.markdown);
    assert.ok(packer.includes(`"${media.markdown.replace(/^walkthrough\/|\.md$/g, "")}"`), media.markdown);
  }
});

test("what needs a unit in the editor is only offered there", () => {
  const conditions = new Map(menus.commandPalette?.map(({ command, when }) => [command, when]));
  for (const command of ["showDependencyGraph", "showExposureReport", "showEffectiveUnit", "simulateStart"])
    assert.equal(conditions.get(`unitlint.${command}`), "editorLangId == systemd-unit");
});

test("panels are given back when VS Code starts anew", () => {
  const views = [...sources.matchAll(/viewType: "([\w.]+)"/g)].map(([, view]) => `onWebviewPanel:${view}`);
  assert.equal(views.length, 2);
  assert.deepEqual(
    views.filter(event => !manifest.activationEvents.includes(event)),
    [],
  );
});
