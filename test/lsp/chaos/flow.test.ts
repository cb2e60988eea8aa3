/** Storms of requests and cancels, and clients that do not read: all is answered, and nothing piles up. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { framed, lspClient, silence } from "../../support/lsp-client.ts";

const uri = "file:///nowhere/app.service";
const params = { textDocument: { uri }, position: { line: 1, character: 3 } };

async function started() {
  const client = lspClient();
  await client.start();
  client.open(uri, "[Service]\nRestart=always\nExecStart=/usr/bin/app\n");
  await client.diagnostics(uri, 1);
  return client;
}

test("a storm of cancels: each request has one answer, and those behind it are served", async () => {
  const client = await started();
  const asked = Array.from({ length: 300 }, (_, i) => {
    const answer = client.request("textDocument/completion", params);
    client.notify("$/cancelRequest", { id: i + 2 });
    client.notify("$/cancelRequest", { id: i + 2 });
    return answer;
  });
  for (const { result, error } of await Promise.all(asked)) assert.ok(error?.code === -32800 || result !== undefined);
  const ids = client.received.filter(({ method }) => method === undefined).map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal((await client.request("textDocument/hover", params)).error, undefined);
});

test("requests that are cancelled while they run do not add up, until nothing is read any more", async () => {
  const client = lspClient();
  await client.request("initialize", { processId: null, rootUri: null, capabilities: {} });
  // Without `initialized` nothing is judged, so that each of these runs until it is cancelled.
  for (let id = 2; id < 10_000; id += 2) {
    const answer = client.request("workspace/diagnostic", { previousResultIds: [] });
    await client.request("$/fence");
    client.notify("$/cancelRequest", { id });
    assert.equal((await answer).error?.code, -32800, `request ${id}`);
  }
});

test("a client that does not read is not listened to any more, until it reads", async () => {
  const client = await started();
  const { stdin, stdout } = client.process;
  assert.ok(stdin !== null && stdout !== null);
  stdout.pause();
  const count = 20_000;
  let taken = 0;
  for (let id = 1; id <= count; id++)
    stdin.write(framed({ id: `flood-${id}`, method: "textDocument/hover", params }), () => taken++);
  let before = -1;
  while (taken !== before) {
    before = taken;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  assert.ok(taken < count, "the server took all");
  stdout.resume();
  assert.equal((await client.request("$/fence")).error?.code, -32601);
  const answered = client.received.filter(({ id, result }) => String(id).startsWith("flood-") && result !== undefined);
  assert.equal(answered.length, count);
});

test("a client that never answers is asked for its settings once, however often it says that they changed", async () => {
  const client = lspClient({ "workspace/configuration": silence });
  await client.start(undefined, { workspace: { configuration: true } });
  for (let i = 0; i < 500; i++) client.notify("workspace/didChangeConfiguration", { settings: null });
  assert.equal((await client.request("$/fence")).error?.code, -32601);
  const asked = client.received.filter(({ method }) => method === "workspace/configuration");
  assert.equal(asked.length, 1);
  client.send({ id: asked[0]?.id, result: [{ rules: { "unknown-directive": "off" } }] });
  assert.equal((await client.request("$/fence")).error?.code, -32601);
  assert.equal(client.received.filter(({ method }) => method === "workspace/configuration").length, 2);
});
