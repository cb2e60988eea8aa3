/** Completion and signature help over the protocol. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type LspClient, lspClient } from "../support/lsp-client.ts";

const uri = "untitled:app.service";
const text = "[Service]\nType=onesh\nExecStart=/bin/x \n";

async function started(capabilities: object = {}): Promise<LspClient> {
  const client = lspClient();
  await client.start(undefined, { textDocument: capabilities });
  client.open(uri, text);
  return client;
}

function at(line: number, character: number): object {
  return { textDocument: { uri }, position: { line, character } };
}

test("completions replace the word, or only what stands before the cursor, as the client likes", async () => {
  const client = await started({ completion: { completionItem: { insertReplaceSupport: true } } });
  const { result } = await client.request("textDocument/completion", at(1, 7));
  assert.equal(result.isIncomplete, false);
  const start = { line: 1, character: 5 };
  const [item] = result.items;
  assert.deepEqual(item.textEdit, {
    newText: "oneshot",
    insert: { start, end: { line: 1, character: 7 } },
    replace: { start, end: { line: 1, character: 10 } },
  });
  client.process.kill();
  const plain = await started();
  const { result: list } = await plain.request("textDocument/completion", at(1, 7));
  assert.deepEqual(list.items[0].textEdit.range, { start, end: { line: 1, character: 10 } });
  plain.process.kill();
});

test("what is told of a completion comes later, as the client shows it", async () => {
  const client = await started({ completion: { completionItem: { documentationFormat: ["markdown"] } } });
  const { result } = await client.request("textDocument/completion", at(1, 2));
  const type = result.items.find(({ label }: { label: string }) => label === "Type=");
  assert.equal(type.documentation, undefined);
  const { result: resolved } = await client.request("completionItem/resolve", type);
  assert.equal(resolved.detail, "simple, exec, forking, oneshot, dbus, notify, notify-reload or idle");
  assert.equal(resolved.documentation.kind, "markdown");
  client.process.kill();
});

test("signature help", async () => {
  const client = await started();
  const { result } = await client.request("textDocument/signatureHelp", at(2, 17));
  assert.equal(result.signatures[0].parameters[result.activeParameter].label, "ARGUMENT…");
  assert.equal((await client.request("textDocument/signatureHelp", at(1, 7))).result, null);
  client.process.kill();
});

test("both are announced with their characters", async () => {
  const client = lspClient();
  const { capabilities } = await client.start();
  assert.equal(capabilities.completionProvider.resolveProvider, true);
  assert.ok(capabilities.completionProvider.triggerCharacters.includes("="));
  assert.ok(capabilities.signatureHelpProvider.triggerCharacters.includes(" "));
  client.process.kill();
});
