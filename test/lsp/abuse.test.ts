/** A server that nothing brings down. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type LspClient, lspClient } from "../support/lsp-client.ts";

const uri = "file:///nowhere/app.service";
const app = "[Service]\nExecStart=/usr/bin/app\n";

/** The findings' rules of a document with a text, which prove that the server still works. */
async function rulesIn(client: LspClient, version: number, text: string): Promise<string[]> {
  client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
  const { diagnostics } = await client.diagnostics(uri, version);
  return diagnostics.map(({ code }: { code: string }) => code);
}

async function started(): Promise<LspClient> {
  const client = lspClient();
  await client.start();
  client.open(uri, app);
  await client.diagnostics(uri, 1);
  return client;
}

test("what is no message is passed over", async () => {
  const client = await started();
  const framed = (body: string) => client.raw(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  framed("{");
  framed("[]");
  framed("null");
  framed('"text"');
  framed('{"jsonrpc":"2.0"}');
  framed('{"jsonrpc":"2.0","id":{},"method":7}');
  framed('{"jsonrpc":"2.0","method":"textDocument/didChange"}');
  framed('{"jsonrpc":"2.0","id":99,"result":null}');
  client.raw("Content-Length: nonsense\r\n\r\n");
  client.raw("No-Length: 3\r\n\r\n");
  client.raw("Content-Length: 999999999\r\n\r\n");
  client.raw(`${"x".repeat(100_000)}\r\n`);
  assert.deepEqual(await rulesIn(client, 2, `${app}Restrat=no\n`), ["unknown-directive"]);
});

test("parameters that make no sense are refused", async () => {
  const client = lspClient();
  await client.start(undefined, { textDocument: { diagnostic: {} } });
  for (const params of [undefined, null, 7, [], [1, 2], {}, { textDocument: null }, { textDocument: { uri: 5 } }]) {
    const { error } = await client.request("textDocument/diagnostic", params);
    assert.ok(error !== undefined && error.code < 0);
  }
});

test("edits out of range are taken as far as they make sense", async () => {
  const client = await started();
  const edit = (version: number, range: unknown, text: unknown) =>
    client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range, text }] });
  const at = (line: unknown, character: unknown) => ({ line, character });
  edit(2, { start: at(500, 500), end: at(501, 500) }, "Restart=no\n");
  edit(3, { start: at(-1, 0), end: at(0, 0) }, "[");
  edit(4, { start: at(0, "a"), end: at(0, 0) }, "[");
  edit(5, { start: at(0, 9999), end: at(0, 0) }, "[Service]");
  edit(6, undefined, 5);
  edit(7, "range", "[");
  edit(3, { start: at(0, 0), end: at(0, 0) }, "[[[");
  client.notify("textDocument/didChange", { textDocument: { uri, version: 8 }, contentChanges: [] });
  client.notify("textDocument/didChange", { textDocument: { uri: "file:///other", version: 8 }, contentChanges: [] });
  assert.deepEqual((await client.diagnostics(uri, 8)).diagnostics, []);
  assert.deepEqual(await rulesIn(client, 9, `${app}Restrat=no\n`), ["unknown-directive"]);
});

test("10,000 edits in a burst are judged a few times, and the last one counts", async () => {
  const client = await started();
  const [line, character] = [2, 0];
  for (let i = 0; i < 10_000; i++) {
    const range = { start: { line, character: character + i }, end: { line, character: character + i } };
    client.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 + i },
      contentChanges: [{ range, text: "a" }],
    });
  }
  const { diagnostics } = await client.diagnostics(uri, 10_001);
  assert.deepEqual(
    diagnostics.map(({ code }: { code: string }) => code),
    ["syntax-error"],
  );
  const judged = client.received.filter(({ method }) => method === "textDocument/publishDiagnostics").length;
  assert.ok(judged < 500, `${judged}`);
});

test("a document of 5 MB does not keep others waiting", async () => {
  const client = await started();
  const large = "file:///nowhere/large.service";
  client.open(large, `[Service]\n${"Environment=A=b C=d\n".repeat(250_000)}`);
  for (let version = 2; version < 12; version++) {
    const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } };
    client.notify("textDocument/didChange", {
      textDocument: { uri: large, version },
      contentChanges: [{ range, text: "#" }],
    });
  }
  assert.deepEqual(await rulesIn(client, 2, `${app}Restrat=no\n`), ["unknown-directive"]);
});

test("storms of file events, settings and folders that make no sense", async () => {
  const client = await started();
  for (let i = 0; i < 5000; i++) {
    client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: `file:///nowhere/${i % 50}.service`, type: 1 + (i % 3) }],
    });
  }
  for (const settings of [
    null,
    5,
    [],
    { unitlint: 5 },
    { unitlint: { rules: [], targets: {}, roots: 7, preset: "x" } },
  ]) {
    client.notify("workspace/didChangeConfiguration", { settings });
  }
  client.notify("workspace/didChangeConfiguration");
  client.notify("workspace/didChangeWorkspaceFolders", {
    event: { added: [{ uri: "nonsense:/x" }, { uri: "file:///%zz" }], removed: [] },
  });
  client.notify("workspace/didChangeWorkspaceFolders", {});
  assert.deepEqual(await rulesIn(client, 2, `${app}Restrat=no\n`), ["unknown-directive"]);
});

test("the death of the parent ends the server", async () => {
  const parent: ChildProcess = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const client = lspClient();
  await client.start(undefined, {}, { processId: parent.pid });
  parent.kill("SIGKILL");
  assert.equal(await client.ended(), 1);
});

test("the program of its own serves as well", async () => {
  const program = fileURLToPath(new URL("../../server/bin/unitlint-language-server.cjs", import.meta.url));
  const client = lspClient({}, [program, "--stdio"]);
  const { serverInfo } = await client.start();
  assert.equal(serverInfo.name, "unitlint");
});
