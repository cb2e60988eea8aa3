/** What changes at awkward moments: while the disk is being looked through, beside what counts, or into something else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt, newestVersion } from "../../server/src/catalog/catalog.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { FileHost } from "../../server/src/workspace/file-host.ts";
import { newWorkspace, type Workspace } from "../../server/src/workspace/workspace.ts";
import { reading } from "../support/config-reading.ts";
import { settle } from "../support/marked.ts";
import { memoryHost, type Tree } from "../support/memory-host.ts";

const right = "[Service]\nExecStart=/usr/bin/app\n";
const wrong = `${right}Restrat=no\n`;

/** A workspace over a disk that can be exchanged; nothing is looked for yet. */
function over(tree: Tree): { readonly workspace: Workspace; put(path: string, text: string): void } {
  let [now, host] = [tree, memoryHost(tree)];
  const disk = Object.fromEntries(
    Object.keys(host).map(name => [
      name,
      (...given: never[]) => (host[name as keyof FileHost] as (...given: never[]) => unknown)(...given),
    ]),
  ) as unknown as FileHost;
  const targets = [{ name: String(newestVersion), catalog: catalogAt(newestVersion) }] as const;
  const workspace = newWorkspace(
    { host: disk, rules, configs: reading },
    { folders: ["/units"], targets: [...targets], ruleSettings: defaultSettings, roots: [], unitPaths: [] },
  );
  return {
    workspace,
    put(path, text) {
      now = { ...now, [path]: text };
      host = memoryHost(now);
    },
  };
}

function rulesIn(workspace: Workspace, path: string): string[] {
  settle(workspace);
  return workspace
    .snapshot()
    .findings(`file://${path}`)
    .map(({ rule, span }) => `${rule} ${span.start}-${span.end}`);
}

const found = ["unknown-directive 33-40"];

test("a file that changes at any moment of the search is judged as it is", () => {
  const tree = { "/units/a.service": right, "/units/b.service": right, "/units/c/d.service": right };
  let steps = 0;
  for (let moment = 0; ; moment++) {
    const { workspace, put } = over(tree);
    settle(workspace);
    workspace.touch(["file:///units/new.service"]);
    steps = 0;
    while (steps < moment && workspace.step() !== undefined) steps++;
    for (const path of Object.keys(tree)) put(path, wrong);
    workspace.touch(Object.keys(tree).map(path => `file://${path}`));
    for (const path of Object.keys(tree))
      assert.deepEqual(rulesIn(workspace, path), found, `${path}, moment ${moment}`);
    if (steps < moment) break;
  }
  assert.ok(steps > 5, `${steps}`);
});

test("a file that changed on disk while it was open is judged so once it is closed, also in the midst of a search", () => {
  const { workspace, put } = over({ "/units/a.service": right, "/units/b.service": right });
  settle(workspace);
  workspace.open({ uri: "file:///units/a.service", languageId: "systemd-unit", version: 1, text: right });
  workspace.touch(["file:///units/new.service"]);
  while (!workspace.isFinding()) workspace.step();
  workspace.step();
  workspace.step();
  put("/units/a.service", wrong);
  workspace.close("file:///units/a.service");
  assert.deepEqual(rulesIn(workspace, "/units/a.service"), found);
});

test("a new file that was saved is found without anybody watching, also once it is closed", () => {
  const uri = "file:///units/new.service";
  for (const saves of [true, false]) {
    const { workspace, put } = over({ "/units/a.service": right });
    settle(workspace);
    workspace.open({ uri, languageId: "systemd-unit", version: 1, text: wrong });
    settle(workspace);
    put("/units/new.service", wrong);
    if (saves) workspace.save(uri);
    workspace.close(uri);
    assert.deepEqual(rulesIn(workspace, "/units/new.service"), found, `saves: ${saves}`);
  }
});

test("nothing is looked for when a file is saved that is known, lies elsewhere or is none of a unit", () => {
  const texts = { "/units/a.service": right, "/other/b.service": right, "/units/notes.txt": "[Unit]\n" };
  const { workspace } = over(texts);
  settle(workspace);
  for (const [path, text] of Object.entries(texts)) {
    const uri = `file://${path}`;
    workspace.open({ uri, languageId: "systemd-unit", version: 1, text });
    workspace.save(uri);
    workspace.close(uri);
    assert.equal(workspace.isFinding(), false, path);
  }
});

test("a configuration that does not count is told of in the text that it has now", () => {
  const yaml = "file:///units/.unitlint.yaml";
  const { workspace } = over({ "/units/a.service": right, "/units/.unitlint.json": "{}" });
  workspace.open({ uri: yaml, languageId: "yaml", version: 1, text: "preset: all\n" });
  assert.deepEqual(rulesIn(workspace, "/units/.unitlint.yaml"), ["invalid-config 0-11"]);
  workspace.change(yaml, 2, "preset: recommended\n");
  assert.deepEqual(rulesIn(workspace, "/units/.unitlint.yaml"), ["invalid-config 0-19"]);
});

for (const [what, text] of [
  ["a script", "#!/bin/sh\nexit 0\n"],
  ["a D-Bus service", "[D-BUS Service]\nName=org.example.App\nExec=/usr/bin/app\n"],
] as const)
  test(`a file that becomes ${what} on disk is no unit file any more, and one again`, () => {
    const { workspace, put } = over({ "/units/a.service": wrong });
    assert.deepEqual(rulesIn(workspace, "/units/a.service"), found);
    put("/units/a.service", text);
    workspace.touch(["file:///units/a.service"]);
    assert.deepEqual(rulesIn(workspace, "/units/a.service"), []);
    assert.equal(workspace.snapshot().file("file:///units/a.service"), undefined);
    put("/units/a.service", wrong);
    workspace.touch(["file:///units/a.service"]);
    assert.deepEqual(rulesIn(workspace, "/units/a.service"), found);
  });

test("a document that becomes something else is no unit file any more, and one again", () => {
  const uri = "file:///units/a.service";
  const { workspace } = over({ "/units/a.service": wrong });
  workspace.open({ uri, languageId: "plaintext", version: 1, text: wrong });
  assert.deepEqual(rulesIn(workspace, "/units/a.service"), found);
  workspace.change(uri, 2, "#!/bin/sh\nexit 0\n");
  assert.deepEqual(rulesIn(workspace, "/units/a.service"), []);
  workspace.change(uri, 3, wrong);
  assert.deepEqual(rulesIn(workspace, "/units/a.service"), found);
});
