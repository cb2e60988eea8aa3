/** What is no message, and messages that make no sense: each has the answer that JSON-RPC and the protocol name, and the next one counts again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { framed, type LspClient, lspClient, type Received } from "../../support/lsp-client.ts";

const uri = "file:///nowhere/app.service";

async function started(): Promise<LspClient> {
  const client = lspClient();
  await client.start();
  client.open(uri, "[Service]\nExecStart=/usr/bin/app\n");
  await client.diagnostics(uri, 1);
  return client;
}

/** What the server answers to some bytes, by id and code: all that came before the answer to a request behind them. */
async function answersTo(client: LspClient, bytes: string): Promise<readonly string[]> {
  const before = client.received.length;
  client.raw(bytes);
  const fence = await client.request("$/fence");
  assert.equal(fence.error?.code, -32601);
  const came = client.received.slice(before).filter(message => message !== fence && message.method === undefined);
  return came.map(({ id, error }: Received) => `${id} ${error?.code ?? "result"}`);
}

/** Bytes with a header that tells their length. */
function body(text: string): string {
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

const hover = { method: "textDocument/hover", params: { textDocument: { uri }, position: { line: 1, character: 2 } } };

/** What it is, the bytes, and the answers. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ["a body that is no JSON", body("{"), ["null -32700"]],
  ["a body of no bytes", "Content-Length: 0\r\n\r\n", ["null -32700"]],
  ["a length that is no number", "Content-Length: nonsense\r\n\r\n", ["null -32700"]],
  ["a length below zero", "Content-Length: -5\r\n\r\n", ["null -32700"]],
  ["a length beyond all sense", "Content-Length: 999999999\r\n\r\n", ["null -32700"]],
  ["a header without a length", "X-Length: 3\r\n\r\n", ["null -32700"]],
  ["100 KB of garbage without a header", "x".repeat(100_000), []],
  ["a header behind garbage on the same line", `garbage${framed({ id: 90, ...hover })}`, ["90 result"]],
  ["a length that is too short", `Content-Length: 5\r\n\r\n${body("{}").slice(22)}`, ["null -32700"]],
  ["a list", body("[]"), ["null -32600"]],
  ["a batch", body('[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]'), ["null -32600"]],
  ["null", body("null"), ["null -32600"]],
  ["a text", body('"text"'), ["null -32600"]],
  ["an object that says nothing", body("{}"), ["null -32600"]],
  ["another version of JSON-RPC", body('{"jsonrpc":"1.0","id":91,"method":"shutdown"}'), ["91 -32600"]],
  ["a method that is a number", framed({ id: 92, method: 7 }), ["92 -32600"]],
  ["an id that is an object", framed({ id: {}, method: "shutdown" }), ["null -32600"]],
  ["an id that is null", framed({ id: null, method: "shutdown" }), ["null -32600"]],
  ["parameters that are a number", framed({ id: 93, method: "textDocument/hover", params: 7 }), ["93 -32600"]],
  ["parameters by position", framed({ id: 94, method: "textDocument/hover", params: [hover.params] }), ["94 -32602"]],
  ["no parameters", framed({ id: 95, method: "textDocument/hover" }), ["95 -32602"]],
  ["an unknown method", framed({ id: 96, method: "unitlint/nonsense", params: {} }), ["96 -32601"]],
  ["the name of a notification", framed({ id: 97, method: "textDocument/didOpen", params: {} }), ["97 -32601"]],
  ["a method out of the language's own cupboard", framed({ id: 98, method: "__proto__", params: {} }), ["98 -32601"]],
  ["an id that is a text", framed({ id: "a", ...hover }), ["a result"]],
  [
    "an id that waits for its answer",
    framed({ id: 99, ...hover }) + framed({ id: "99", ...hover }),
    ["99 -32600", "99 result"],
  ],
  ["an answer to nothing", framed({ id: 1e6, result: null }), []],
  ["an answer that says nothing", framed({ id: 1e6 }), []],
  ["an error that is none", framed({ id: 1e6, error: 5 }), []],
  ["an answer to null", framed({ id: null, error: { code: -32700, message: "no" } }), []],
  ["an unknown notification", framed({ method: "unitlint/nonsense" }), []],
  ["a request sent as a notification", framed(hover), []],
  ["a cancel without parameters", framed({ method: "$/cancelRequest" }), []],
  ["a cancel of nothing", framed({ method: "$/cancelRequest", params: { id: null } }), []],
  ["a cancel of what was never asked", framed({ method: "$/cancelRequest", params: { id: 1e6 } }), []],
  ["bytes that are no UTF-8", framed({ id: 100, method: "x\u0000" }).replace("x\u0000", "x"), ["100 -32601"]],
];

test("bytes of every kind have the answers that the specifications name", async () => {
  const client = await started();
  for (const [what, bytes, answers] of cases) assert.deepEqual(await answersTo(client, bytes), answers, what);
  assert.deepEqual(await findingsOf(client, 2), ["unknown-directive"]);
});

test("a message that breaks off takes no other with it", async () => {
  const client = await started();
  const whole = framed({ method: "$/noise", params: { text: "ä€😀".repeat(50) } });
  for (const at of [1, 14, 17, 20, 22, 23, 24, 60, whole.length - 1]) {
    client.raw(whole.slice(0, at));
    client.notify("$/noise", { text: "-".repeat(1000) });
    assert.equal((await client.request("$/fence")).error?.code, -32601, `${at}`);
  }
  assert.deepEqual(await findingsOf(client, 2), ["unknown-directive"]);
});

test("a length in characters, or in any other measure, loses no other message", async () => {
  const client = await started();
  const text = JSON.stringify({ jsonrpc: "2.0", method: "$/noise", params: { text: "ä€😀".repeat(50) } });
  for (const length of [
    1,
    text.length,
    Buffer.byteLength(text) + 1,
    Buffer.byteLength(text) + 25,
    Buffer.byteLength(text) + 400,
  ]) {
    client.raw(`Content-Length: ${length}\r\n\r\n${text}`);
    client.notify("$/noise", { text: "-".repeat(1000) });
    assert.equal((await client.request("$/fence")).error?.code, -32601, `${length}`);
  }
  assert.deepEqual(await findingsOf(client, 2), ["unknown-directive"]);
});

/** The rules that a mistake brings, which prove that the server still judges. */
async function findingsOf(client: LspClient, version: number): Promise<string[]> {
  const text = "[Service]\nExecStart=/usr/bin/app\nRestrat=no\n";
  client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
  const { diagnostics } = await client.diagnostics(uri, version);
  return diagnostics.map(({ code }: { code: string }) => code);
}
