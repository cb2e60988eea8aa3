/** Documents that are opened twice, edited out of order, after they are closed, or with nonsense: the server knows the text that the client has. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Json, type LspClient, lspClient } from "../../support/lsp-client.ts";

const uri = "file:///nowhere/app.service";

/** The document after some time: what the server says of it as it is now, asked so that all before was heard. */
async function rulesOf(client: LspClient, at = uri): Promise<string[]> {
  const { result } = await client.request("textDocument/diagnostic", { textDocument: { uri: at } });
  return result.items.map(({ code, range }: Json) => `${range.start.line} ${code}`);
}

/** The sections and keys of the text that the server has. */
async function textOf(client: LspClient): Promise<string> {
  const { result } = await client.request("textDocument/documentSymbol", { textDocument: { uri } });
  return result.map(({ name }: Json) => name).join(" ");
}

async function started(text = "[Service]\n"): Promise<LspClient> {
  const client = lspClient();
  await client.start(undefined, { textDocument: { diagnostic: {} } });
  client.open(uri, text);
  return client;
}

function edit(client: LspClient, version: unknown, ...contentChanges: unknown[]): void {
  client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
}

/** Puts a line at the end of a text of so many lines. */
function lineAt(line: number, text: string): object {
  const at = { line, character: 0 };
  return { range: { start: at, end: at }, text: `${text}\n` };
}

async function warning(client: LspClient): Promise<string> {
  const { type, message } = await client.next("window/logMessage");
  assert.equal(type, 2);
  return message;
}

test("an edit that comes late takes effect in its place", async () => {
  for (const order of [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ]) {
    const client = await started();
    const edits = [lineAt(1, "A=1"), lineAt(2, "B=1"), lineAt(3, "C=1")];
    for (const at of order) edit(client, 2 + at, edits[at]);
    assert.match(await textOf(client), /Service A B C$/, order.join());
    client.process.kill("SIGKILL");
  }
});

test("versions may have gaps", async () => {
  const client = await started();
  edit(client, 10, lineAt(1, "A=1"));
  edit(client, 20, lineAt(2, "B=1"));
  assert.match(await textOf(client), /Service A B$/);
});

test("an edit of a version that is over is passed over, and told", async () => {
  const client = await started();
  edit(client, 2, lineAt(1, "A=1"));
  edit(client, 3, lineAt(2, "B=1"));
  edit(client, 2, { text: "" });
  edit(client, -7, { text: "" });
  assert.match(await textOf(client), /Service A B$/);
  assert.match(await warning(client), /an edit of version 2 came after version 3/);
});

test("a second opening counts, and no edit of the first one does", async () => {
  const client = await started();
  edit(client, 2, lineAt(1, "A=1"));
  client.open(uri, "[Unit]\nB=1\n");
  assert.match(await textOf(client), /Unit B$/);
  edit(client, 2, lineAt(2, "C=1"));
  assert.match(await textOf(client), /Unit B C$/);
});

test("edits after closing, and before opening, change nothing", async () => {
  const client = await started("[Service]\nRestrat=no\n");
  client.notify("textDocument/didClose", { textDocument: { uri } });
  edit(client, 2, { text: "[Service]\nRestrat=no\n" });
  assert.deepEqual(await rulesOf(client), []);
  assert.match(await warning(client), /is not open/);
  client.notify("textDocument/didClose", { textDocument: { uri } });
  client.open(uri, "[Service]\nExecStart=/usr/bin/app\nRestrat=no\n");
  assert.deepEqual(await rulesOf(client), ["2 unknown-directive"]);
});

test("a document without a text, a language or a version is not opened, and poisons nothing", async () => {
  const client = await started("[Service]\nExecStart=/usr/bin/app\nRestrat=no\n");
  const whole = { uri: "file:///nowhere/odd.service", languageId: "systemd-unit", version: 1, text: "[Service]\n" };
  for (const textDocument of [
    null,
    undefined,
    5,
    { ...whole, uri: 5 },
    { ...whole, languageId: null },
    { ...whole, languageId: 7 },
    { ...whole, version: "1" },
    { ...whole, text: null },
    { ...whole, text: { length: 3 } },
  ]) {
    client.notify("textDocument/didOpen", { textDocument });
    assert.match(await warning(client), /a document needs/);
    assert.deepEqual(await rulesOf(client, whole.uri), []);
  }
  assert.deepEqual(await rulesOf(client), ["2 unknown-directive"]);
});

test("what is no edit is left out, the rest counts, and a save brings the text itself", async () => {
  const client = await started();
  const zero = { line: 0, character: 0 };
  const odd = [
    null,
    5,
    {},
    { text: 5 },
    { text: "x", range: null },
    { text: "x", range: { start: zero } },
    { text: "x", range: { start: { line: -1, character: 0 }, end: zero } },
    { text: "x", range: { start: { line: 0, character: 1.5 }, end: zero } },
  ];
  for (const [at, change] of odd.entries()) {
    edit(client, 2 + at, change);
    assert.match(await warning(client), /left out/);
  }
  edit(client, 20, odd[0], lineAt(1, "A=1"));
  for (const changes of [null, 5, "text", { text: "x" }]) {
    client.notify("textDocument/didChange", { textDocument: { uri, version: 21 }, contentChanges: changes });
  }
  assert.match(await textOf(client), /Service A$/);
  client.notify("textDocument/didSave", { textDocument: { uri }, text: "[Unit]\nB=1\n" });
  assert.match(await textOf(client), /Unit B$/);
});

test("a save changes nothing where all edits were taken: some editors send the text without its line ends", async () => {
  const client = await started();
  edit(client, 2, lineAt(1, "A=1"));
  client.notify("textDocument/didSave", { textDocument: { uri }, text: "[Service]A=1" });
  assert.match(await textOf(client), /Service A$/);
  edit(client, 3, 5);
  edit(client, 4, { text: "[Unit]\nB=1\n" });
  client.notify("textDocument/didSave", { textDocument: { uri }, text: "[Unit]B=1" });
  assert.match(await textOf(client), /Unit B$/);
});

test("surrogates without their halves are kept, also across edits that split a character", async () => {
  const client = await started("[Service]\nEnvironment=😀\nExecStart=/usr/bin/app\n");
  const at = (line: number, character: number) => ({ line, character });
  edit(client, 2, { range: { start: at(1, 13), end: at(1, 13) }, text: "a" });
  edit(client, 3, { range: { start: at(1, 13), end: at(1, 14) }, text: "" });
  edit(client, 4, { range: { start: at(1, 12), end: at(1, 14) }, text: "\udc00B\ud800" });
  edit(client, 5, { range: { start: at(2, 0), end: at(2, 0) }, text: "Restrat=\ud800\n" });
  assert.deepEqual(await rulesOf(client), ["1 syntax-error", "2 syntax-error"]);
  edit(client, 6, { range: { start: at(1, 14), end: at(1, 15) }, text: "=c" });
  edit(client, 7, { range: { start: at(1, 12), end: at(1, 13) }, text: "" });
  edit(client, 8, { range: { start: at(2, 8), end: at(2, 9) }, text: "no" });
  assert.deepEqual(await rulesOf(client), ["2 unknown-directive"]);
});
