/** Parameters of wrong types are refused with InvalidParams, large numbers are not; no feature ever sees what it cannot read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { requests } from "../../../server/src/lsp/requests.ts";
import { lspClient } from "../../support/lsp-client.ts";

const uri = "file:///nowhere/app.service";
const textDocument = { uri };
const zero = { line: 0, character: 0 };

const INVALID_PARAMS = -32602;

/** What a request about a document may not be about. */
const noDocuments = [undefined, null, 5, "text", {}, { uri: 5 }, { uri: null }, []];

/** No line or no character. */
const noPositions = [
  undefined,
  null,
  5,
  "0:0",
  [],
  {},
  { line: -1, character: 0 },
  { line: 0, character: -1 },
  { line: 0.5, character: 0 },
  { line: "0", character: "0" },
  { line: null, character: 0 },
];

async function started() {
  const client = lspClient();
  await client.start(undefined, { textDocument: { diagnostic: {} } });
  client.open(uri, "[Unit]\nAfter=db.service\n\n[Service]\nExecStart=/usr/bin/app\n");
  return client;
}

test("a request about no document is refused", async () => {
  const client = await started();
  const methods = requests.map(({ method }) => method).filter(method => method.startsWith("textDocument/"));
  assert.ok(methods.length > 20);
  for (const method of methods) {
    for (const textDocument of noDocuments) {
      const { error } = await client.request(method, { textDocument, position: zero });
      assert.equal(error?.code, INVALID_PARAMS, `${method} ${JSON.stringify(textDocument)}`);
    }
  }
});

test("a position that is none is refused, and so is a range of such", async () => {
  const client = await started();
  for (const at of noPositions) {
    const range = { start: zero, end: at };
    for (const [method, params] of [
      ["textDocument/hover", { position: at }],
      ["textDocument/completion", { position: at }],
      ["textDocument/rename", { position: at, newName: "x.service" }],
      ["textDocument/selectionRange", { positions: [zero, at] }],
      ["textDocument/inlayHint", { range }],
      ["textDocument/codeAction", { range, context: { diagnostics: [] } }],
      ["textDocument/rangeFormatting", { range, options: {} }],
      ["textDocument/semanticTokens/range", { range }],
    ] as const) {
      const { error } = await client.request(method, { textDocument, ...params });
      assert.equal(error?.code, INVALID_PARAMS, `${method} ${JSON.stringify(at)}`);
    }
  }
});

test("a position far beyond the text is at its end", async () => {
  const client = await started();
  for (const number of [1e6, 2 ** 31 - 1, 2 ** 53 - 1, 1e300]) {
    for (const position of [
      { line: number, character: 0 },
      { line: 1, character: number },
      { line: number, character: number },
    ]) {
      const params = {
        textDocument,
        position,
        positions: [position],
        range: { start: zero, end: position },
        ranges: [],
        newName: "x.service",
      };
      for (const { method } of requests.filter(({ method }) => method.startsWith("textDocument/"))) {
        const { error } = await client.request(method, params);
        assert.ok(error === undefined || error.code === RENAME_REFUSED, `${method}: ${error?.code} ${error?.message}`);
      }
    }
  }
});

/** RequestFailed: there is nothing to rename. */
const RENAME_REFUSED = -32803;

test("items that the server did not give are handed back, or refused", async () => {
  const client = await started();
  let deep: unknown = "deep";
  for (let i = 0; i < 500; i++) deep = [deep];
  for (const data of [
    null,
    5,
    "text",
    [],
    {},
    { uri },
    { uri: 5, span: 5 },
    { uri, span: { start: "0", end: null } },
    deep,
  ]) {
    for (const method of ["completionItem/resolve", "codeLens/resolve", "codeAction/resolve"]) {
      const { result } = await client.request(method, { label: "x", title: "x", data });
      assert.deepEqual(result, { label: "x", title: "x", data }, `${method} ${JSON.stringify(data)}`);
    }
    const item = { uri, name: "x", kind: 1, data, range: { start: zero, end: zero } };
    for (const method of ["callHierarchy/incomingCalls", "callHierarchy/outgoingCalls", "typeHierarchy/subtypes"])
      assert.equal((await client.request(method, { item })).result, null);
  }
  for (const method of [
    "completionItem/resolve",
    "codeLens/resolve",
    "codeAction/resolve",
    "callHierarchy/incomingCalls",
  ])
    for (const params of [null, undefined])
      assert.equal((await client.request(method, params)).error?.code, INVALID_PARAMS);
});

test("capabilities and folders of odd shapes count as absent", async () => {
  const odd = [null, 5, "text", [], {}, { valueSet: 5, properties: 7, dynamicRegistration: "yes" }];
  for (const what of odd) {
    const client = lspClient();
    const section = {
      completion: what,
      codeAction: what,
      publishDiagnostics: { tagSupport: what },
      foldingRange: { rangeLimit: what },
    };
    const capabilities = {
      general: what,
      window: what,
      workspace: { workspaceEdit: { resourceOperations: what } },
      textDocument: section,
    };
    const { serverInfo } = await client.start(undefined, capabilities, {
      workspaceFolders: [what, { uri: what }],
      processId: what,
    });
    assert.equal(serverInfo.name, "unitlint");
    client.open(uri, "[Service]\nRestrat=no\n");
    const { diagnostics } = await client.diagnostics(uri, 1);
    assert.ok(diagnostics.length > 0, JSON.stringify(what));
    client.process.kill("SIGKILL");
  }
});

test("initialize with nothing is refused, and may be tried again", async () => {
  const client = lspClient();
  for (const params of [undefined, null])
    assert.equal((await client.request("initialize", params)).error?.code, INVALID_PARAMS);
  assert.equal((await client.start()).serverInfo.name, "unitlint");
});

test("an action comes back without what was null in it, as from editors that are written in Lua, and has its edit", async () => {
  const client = lspClient();
  const codeAction = { codeActionLiteralSupport: {}, dataSupport: true, resolveSupport: { properties: ["edit"] } };
  await client.start(undefined, { textDocument: { codeAction } });
  client.open(uri, "[Service]\nExecStart=/usr/bin/app\nRestrat=no\n");
  const at = { line: 2, character: 1 };
  const params = { textDocument, range: { start: at, end: at }, context: { diagnostics: [] } };
  const [action] = (await client.request("textDocument/codeAction", params)).result;
  const data = Object.fromEntries(Object.entries(action.data).filter(([, value]) => value !== null));
  assert.notDeepEqual(data, action.data);
  const { result } = await client.request("codeAction/resolve", { ...action, data });
  assert.equal(result.edit.changes[uri][0].newText, "Restart");
});
