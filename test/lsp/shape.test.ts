/** Formatting, folding, selections, tokens and code actions, as a client gets them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type LspClient, lspClient } from "../support/lsp-client.ts";

const uri = "untitled:app.service";
const text = "[Unit]\nBindTo = a.socket\n[Service]\n# One\n# Two\nExecStart=/usr/bin/ä \\\n  --x\nUser=app\n";

const able = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
  textDocument: {
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    rangeFormatting: { rangesSupport: true },
  },
};

async function opened(capabilities: object = able) {
  const client = lspClient();
  const { capabilities: announced } = await client.start(undefined, capabilities);
  client.open(uri, text);
  return { client, announced };
}

/** Asks about the document. */
async function ask(client: LspClient, method: string, params: object = {}) {
  const { result, error } = await client.request(`textDocument/${method}`, { textDocument: { uri }, ...params });
  assert.equal(error, undefined);
  return result;
}

function range(line: number, from: number, toLine: number, to: number) {
  return { start: { line, character: from }, end: { line: toLine, character: to } };
}

test("formatting, as a whole, in stretches and behind a line end", async () => {
  const { client, announced } = await opened();
  assert.equal(announced.documentFormattingProvider, true);
  assert.deepEqual(announced.documentRangeFormattingProvider, { rangesSupport: true });
  assert.deepEqual(announced.documentOnTypeFormattingProvider, { firstTriggerCharacter: "\n" });
  const options = { tabSize: 2, insertSpaces: true };
  const around = [
    { range: range(1, 6, 1, 7), newText: "" },
    { range: range(1, 8, 1, 9), newText: "" },
  ];
  assert.deepEqual(await ask(client, "formatting", { options }), [
    ...around,
    { range: range(2, 0, 2, 0), newText: "\n" },
  ]);
  assert.deepEqual(await ask(client, "rangeFormatting", { range: range(1, 0, 1, 3), options }), around);
  const ranges = [range(1, 0, 1, 3), range(1, 4, 1, 5)];
  assert.deepEqual(await ask(client, "rangesFormatting", { ranges, options }), around);
  const typed = { position: { line: 2, character: 0 }, ch: "\n", options };
  assert.deepEqual(await ask(client, "onTypeFormatting", typed), around);
  client.process.kill();
});

test("folds and selections", async () => {
  const { client } = await opened();
  assert.deepEqual(await ask(client, "foldingRange"), [
    { startLine: 0, endLine: 1, kind: "region" },
    { startLine: 2, endLine: 7, kind: "region" },
    { startLine: 3, endLine: 4, kind: "comment" },
    { startLine: 5, endLine: 6 },
  ]);
  const [selection] = await ask(client, "selectionRange", { positions: [{ line: 7, character: 6 }] });
  const ranges: object[] = [];
  for (let at = selection; at !== undefined; at = at.parent) ranges.push(at.range);
  assert.deepEqual(ranges, [
    range(7, 5, 7, 8),
    range(7, 0, 7, 8),
    range(2, 0, 7, 8),
    range(2, 0, 8, 0),
    range(0, 0, 8, 0),
  ]);
  client.process.kill();
});

test("tokens, and what changes of them", async () => {
  const { client, announced } = await opened();
  const { legend } = announced.semanticTokensProvider;
  const full = await ask(client, "semanticTokens/full");
  const [namespace, property, operator] = ["namespace", "property", "operator"].map(type =>
    legend.tokenTypes.indexOf(type),
  );
  const deprecated = 1 << legend.tokenModifiers.indexOf("deprecated");
  assert.deepEqual(full.data.slice(0, 15), [
    0,
    1,
    4,
    namespace,
    0,
    1,
    0,
    6,
    property,
    deprecated,
    0,
    7,
    1,
    operator,
    0,
  ]);
  const within = await ask(client, "semanticTokens/range", { range: range(7, 0, 7, 1) });
  assert.deepEqual(within.data.slice(0, 5), [7, 0, 4, property, 0]);
  client.notify("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: range(1, 4, 1, 4), text: "s" }],
  });
  const delta = await ask(client, "semanticTokens/full/delta", { previousResultId: full.resultId });
  assert.deepEqual(delta.edits, [{ start: 7, deleteCount: 5, data: [7, property, 0, 0, 8] }]);
  const lost = await ask(client, "semanticTokens/full/delta", { previousResultId: "gone" });
  assert.ok(lost.data.length > 0);
  client.process.kill();
});

test("code actions have their edits when they are chosen, unless the document changed", async () => {
  const { client, announced } = await opened();
  assert.equal(announced.codeActionProvider.resolveProvider, true);
  const at = { range: range(1, 2, 1, 2), context: { diagnostics: [], only: ["quickfix"] } };
  const [action] = await ask(client, "codeAction", at);
  const { title, kind, isPreferred, diagnostics, edit } = action;
  assert.deepEqual(
    { title, kind, isPreferred, codes: diagnostics.map(({ code }: { code: string }) => code), edit },
    {
      title: "Rename to BindsTo=",
      kind: "quickfix",
      isPreferred: true,
      codes: ["deprecated-directive"],
      edit: undefined,
    },
  );
  const { result } = await client.request("codeAction/resolve", action);
  assert.deepEqual(result.edit.documentChanges, [
    { textDocument: { uri, version: 1 }, edits: [{ range: range(1, 0, 1, 6), newText: "BindsTo" }] },
  ]);
  client.notify("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: "[Unit]\n" }],
  });
  assert.equal((await client.request("codeAction/resolve", action)).error?.code, -32801);
  client.process.kill();
});

test("a client that resolves nothing gets edits at once, and none that make files", async () => {
  const { client } = await opened({
    textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
  });
  const at = { range: range(1, 2, 1, 2), context: { diagnostics: [] } };
  const [first] = await ask(client, "codeAction", at);
  assert.deepEqual(first.edit.changes, { [uri]: [{ range: range(1, 0, 1, 6), newText: "BindsTo" }] });
  const onHeader = await ask(client, "codeAction", { ...at, range: range(2, 1, 2, 1) });
  assert.ok(onHeader.every(({ title }: { title: string }) => !title.includes("drop-in")));
  client.process.kill();
});
