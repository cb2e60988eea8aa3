/** Requests and files that come and go at odd moments: everything is answered, and the next key is judged as ever. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { requests } from "../../server/src/lsp/requests.ts";
import { type LspClient, lspClient } from "../support/lsp-client.ts";

const folder = mkdtempSync(join(tmpdir(), "unitlint-robustness-"));
after(() => rmSync(folder, { recursive: true }));

const app = "[Unit]\nAfter=db.service\n\n[Service]\nExecStart=/usr/bin/app\n";

/** A server in the folder with one open document. */
async function started(uri = "file:///nowhere/app.service"): Promise<LspClient> {
  const client = lspClient();
  await client.start(folder);
  client.open(uri, app);
  await client.diagnostics(uri, 1);
  return client;
}

/** The server still judges. */
async function assertAlive(client: LspClient, uri: string): Promise<void> {
  client.notify("textDocument/didChange", {
    textDocument: { uri, version: 1000 },
    contentChanges: [{ text: `${app}Restrat=no\n` }],
  });
  const { diagnostics } = await client.diagnostics(uri, 1000);
  assert.deepEqual(
    diagnostics.map(({ code }: { code: string }) => code),
    ["unknown-directive"],
  );
}

test("a file that is deleted while it is open is judged on, and forgotten when it is closed", async () => {
  const path = join(folder, "app.service");
  const uri = `file://${path}`;
  writeFileSync(path, app);
  const client = await started(uri);
  rmSync(path);
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 3 }] });
  await assertAlive(client, uri);
  client.notify("textDocument/didClose", { textDocument: { uri } });
  const { diagnostics } = await client.next(
    "textDocument/publishDiagnostics",
    params => params.uri === uri && params.diagnostics.length === 0,
  );
  assert.deepEqual(diagnostics, []);
  const { result } = await client.request("textDocument/hover", {
    textDocument: { uri },
    position: { line: 1, character: 2 },
  });
  assert.equal(result, null);
});

test("every request has an answer, wherever it points", async () => {
  const uri = "file:///nowhere/app.service";
  const client = await started(uri);
  const places = [0, 1, 7, 1e9].flatMap(line => [0, 5, 1e9].map(character => ({ line, character })));
  const uris = [uri, "file:///nowhere/other.service", "untitled:x", "", "%"];
  for (const { method } of requests) {
    const asked = uris.flatMap(uri =>
      places.slice(0, uri === "" ? 1 : undefined).map(position => {
        const range = { start: position, end: position };
        const more = { position, range, positions: [position], context: { diagnostics: [] }, newName: "x.service" };
        return client.request(method, { textDocument: { uri }, query: "", options: {}, item: { uri, range }, ...more });
      }),
    );
    for (const answer of await Promise.all(asked)) assert.ok("result" in answer || answer.error !== undefined, method);
    assert.ok((await client.request(method, null)) !== undefined, method);
  }
  await assertAlive(client, uri);
});

test("a flood of requests, half of them cancelled, is answered to the last", async () => {
  const uri = "file:///nowhere/app.service";
  const client = await started(uri);
  const params = { textDocument: { uri }, position: { line: 1, character: 8 } };
  const answers = Array.from({ length: 1000 }, (_, i) => {
    const answer = client.request(i % 3 === 0 ? "textDocument/completion" : "textDocument/hover", params);
    if (i % 2 === 0) client.notify("$/cancelRequest", { id: i + 2 });
    return answer;
  });
  for (const { result, error } of await Promise.all(answers)) assert.ok(result !== undefined || error?.code === -32800);
  await assertAlive(client, uri);
});

test("messages may come in any pieces", async () => {
  const uri = "file:///nowhere/app.service";
  const client = await started(uri);
  const message = (version: number) => {
    const body = JSON.stringify({
      jsonrpc: "2.0",
      method: "textDocument/didChange",
      params: { textDocument: { uri, version }, contentChanges: [{ text: `# ä€😀\n${app}` }] },
    });
    return `Content-Length: ${Buffer.byteLength(body)}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n${body}`;
  };
  for (const byte of Buffer.from(message(2))) client.process.stdin?.write(Buffer.from([byte]));
  assert.deepEqual((await client.diagnostics(uri, 2)).diagnostics, []);
  client.raw(message(3) + message(4) + message(5));
  assert.deepEqual((await client.diagnostics(uri, 5)).diagnostics, []);
  await assertAlive(client, uri);
});
