/** Navigation as the client sees it. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { lspClient } from "../support/lsp-client.ts";

const folder = mkdtempSync(join(tmpdir(), "unitlint-lsp-"));
after(() => rmSync(folder, { recursive: true }));

const app = `[Unit]
Description=App
Documentation=https://example.org/
Requires=db.service
After=db.service
`;

for (const [name, text] of Object.entries({
  "app.service": app,
  "db.service": "[Service]\nExecStart=/usr/bin/db\n",
  "db.service.d/x.conf": "[Service]\nRestart=no\n",
})) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const uriOf = (name: string) => `file://${folder}/${name}`;
const spanAt = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

const able = {
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ["rename"], changeAnnotationSupport: {} },
  },
  textDocument: {
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** A client with `app.service` open. */
async function started(capabilities: object) {
  const client = lspClient();
  const { capabilities: announced } = await client.start(folder, capabilities);
  client.open(uriOf("app.service"), app);
  await client.diagnostics(uriOf("app.service"), 1);
  const ask = async (method: string, params: object) => (await client.request(method, params)).result;
  const place = { textDocument: { uri: uriOf("app.service") }, position: { line: 3, character: 11 } };
  return { client, announced, ask, place };
}

test("names lead to units, and units to their names", async () => {
  const { client, announced, ask, place } = await started(able);
  assert.deepEqual(announced.renameProvider, { prepareProvider: true });
  assert.equal(announced.callHierarchyProvider, true);
  const header = spanAt(0, 0, 9);
  assert.deepEqual(await ask("textDocument/definition", place), [
    {
      originSelectionRange: spanAt(3, 9, 19),
      targetUri: uriOf("db.service"),
      targetRange: header,
      targetSelectionRange: header,
    },
  ]);
  assert.deepEqual(
    (await ask("textDocument/declaration", place)).map(({ uri }: { uri: string }) => uri),
    [uriOf("db.service"), uriOf("db.service.d/x.conf")],
  );
  assert.deepEqual(await ask("textDocument/references", { ...place, context: { includeDeclaration: false } }), [
    { uri: uriOf("app.service"), range: spanAt(3, 9, 19) },
    { uri: uriOf("app.service"), range: spanAt(4, 6, 16) },
  ]);
  assert.deepEqual(await ask("textDocument/documentHighlight", place), [
    { range: spanAt(3, 9, 19), kind: 2 },
    { range: spanAt(4, 6, 16), kind: 2 },
  ]);
  assert.deepEqual(await ask("textDocument/documentLink", place), [
    { range: spanAt(2, 14, 34), target: "https://example.org/" },
  ]);
  client.process.kill();
});

test("renaming moves files where the client can, and asks before", async () => {
  const { client, ask, place } = await started(able);
  assert.deepEqual(await ask("textDocument/prepareRename", place), {
    range: spanAt(3, 9, 19),
    placeholder: "db.service",
  });
  assert.deepEqual(await ask("textDocument/rename", { ...place, newName: "store" }), {
    documentChanges: [
      {
        textDocument: { uri: uriOf("app.service"), version: 1 },
        edits: [
          { range: spanAt(3, 9, 19), newText: "store.service" },
          { range: spanAt(4, 6, 16), newText: "store.service" },
        ],
      },
      { kind: "rename", oldUri: uriOf("db.service"), newUri: uriOf("store.service"), annotationId: "move" },
      { kind: "rename", oldUri: uriOf("db.service.d"), newUri: uriOf("store.service.d"), annotationId: "move" },
    ],
    changeAnnotations: { move: { label: "Rename files of the unit", needsConfirmation: true } },
  });
  const { error } = await client.request("textDocument/rename", { ...place, newName: "app" });
  assert.equal(error?.message, "There is a unit called app.service already");
  client.process.kill();
});

test("a rename right after the start misses no file", async () => {
  const client = lspClient();
  await client.start(folder, able);
  client.open(uriOf("app.service"), app);
  const place = { textDocument: { uri: uriOf("app.service") }, position: { line: 3, character: 11 } };
  const { result } = await client.request("textDocument/rename", { ...place, newName: "data.service" });
  const uris: unknown = result.documentChanges.map((change: Change) => change.oldUri ?? change.textDocument?.uri);
  assert.deepEqual(uris, [uriOf("app.service"), uriOf("db.service"), uriOf("db.service.d")]);
  client.process.kill();
});

test("a rename without a folder tells that it cannot see all files", async () => {
  const client = lspClient();
  await client.start(undefined, able);
  client.open(uriOf("app.service"), app);
  await client.diagnostics(uriOf("app.service"), 1);
  const place = { textDocument: { uri: uriOf("app.service") }, position: { line: 0, character: 2 } };
  const { result } = await client.request("textDocument/rename", { ...place, newName: "shop" });
  assert.deepEqual(
    result.documentChanges.flatMap(({ oldUri }: Change) => oldUri ?? []),
    [uriOf("app.service")],
  );
  const { message } = await client.next("window/showMessage");
  assert.equal(message, "No folder is open: files that name the unit and are not open keep its old name");
  client.process.kill();
});

interface Change {
  readonly oldUri?: string;
  readonly textDocument?: { readonly uri: string };
}

test("renaming tells what is left to do where the client cannot", async () => {
  const { client, announced, ask, place } = await started({});
  assert.equal(announced.renameProvider, true);
  const { changes } = await ask("textDocument/rename", { ...place, newName: "store" });
  assert.deepEqual(Object.keys(changes), [uriOf("app.service")]);
  const { message } = await client.next("window/showMessage");
  assert.equal(
    message,
    `Rename ${folder}/db.service to store.service\nRename ${folder}/db.service.d to store.service.d`,
  );
  client.process.kill();
});

test("hierarchies and symbols", async () => {
  const { client, ask, place } = await started(able);
  const shown = (item: { name: string; detail: string }) => `${item.name} ${item.detail}`;
  const [db] = await ask("textDocument/prepareCallHierarchy", place);
  const [caller] = await ask("callHierarchy/incomingCalls", { item: db });
  assert.equal(shown(caller.from), "app.service Requires=");
  assert.deepEqual(caller.fromRanges, [spanAt(3, 9, 19)]);
  const [callee] = await ask("callHierarchy/outgoingCalls", { item: caller.from });
  assert.equal(shown(callee.to), "db.service Requires=");
  assert.deepEqual(callee.fromRanges, [spanAt(3, 9, 19)]);
  const [unit] = await ask("textDocument/prepareTypeHierarchy", place);
  const [later] = await ask("typeHierarchy/subtypes", { item: unit });
  assert.equal(shown(later), "app.service After=");
  const [section] = await ask("textDocument/documentSymbol", place);
  assert.equal(section.name, "Unit");
  assert.equal(section.children.length, 4);
  const found = await ask("workspace/symbol", { query: "db" });
  assert.deepEqual(
    found.map(({ name }: { name: string }) => name),
    ["db.service", "db.service.d/x.conf"],
  );
  assert.deepEqual(await ask("workspace/symbol", { query: "db", partialResultToken: "pieces" }), []);
  const { value } = await client.next("$/progress", ({ token }) => token === "pieces");
  assert.deepEqual(value, found);
  client.process.kill();
});
