/** The server's life, over standard input and output. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lspClient } from "../support/lsp-client.ts";

test("initialize, shutdown, exit", async () => {
  const client = lspClient();
  const { capabilities, serverInfo } = await client.start();
  assert.equal(serverInfo.name, "unitlint");
  assert.equal(capabilities.positionEncoding, "utf-16");
  assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: { includeText: true } });
  assert.equal(capabilities.diagnosticProvider, undefined);
  const answer = await client.request("shutdown");
  assert.equal(answer.error, undefined);
  assert.equal(answer.result, null);
  client.notify("exit");
  assert.equal(await client.ended(), 0);
});

test("exit without shutdown is a failure", async () => {
  const client = lspClient();
  await client.start();
  client.notify("exit");
  assert.equal(await client.ended(), 1);
});

test("requests before initialize and after shutdown are refused", async () => {
  const client = lspClient();
  const early = await client.request("textDocument/hover", {});
  assert.equal(early.error?.code, -32002);
  await client.start();
  const again = await client.request("initialize", { capabilities: {} });
  assert.equal(again.error?.code, -32600);
  await client.request("shutdown");
  const late = await client.request("textDocument/diagnostic", { textDocument: { uri: "file:///x.service" } });
  assert.equal(late.error?.code, -32600);
  client.notify("exit");
  assert.equal(await client.ended(), 0);
});

test("what is not known is said to be unknown, and notifications of it are passed over", async () => {
  const client = lspClient();
  await client.start();
  client.notify("unitlint/nonsense", { a: 1 });
  const answer = await client.request("unitlint/nonsense", { a: 1 });
  assert.equal(answer.error?.code, -32601);
  client.process.kill();
});

test("the end of the input ends the server", async () => {
  const client = lspClient();
  await client.start();
  client.process.stdin?.end();
  assert.equal(await client.ended(), 1);
});

test("a client that refuses to watch files is told what follows of it", async () => {
  const client = lspClient({ "client/registerCapability": new Error("not today") });
  await client.start(undefined, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
  const { message } = await client.next("window/logMessage");
  assert.equal(message, "The client refused to watch files (not today): what other programs change is not noticed");
  client.process.kill();
});
