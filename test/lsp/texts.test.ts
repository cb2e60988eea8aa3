/** Hover, inlay hints, code lenses and documents that no file holds, over standard input and output. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type LspClient, lspClient } from "../support/lsp-client.ts";

const uri = "file:///nowhere/app.service";
const text = "[Service]\nExecStart=/bin/app\nTimeoutStartSec=90\n";
const textDocument = { uri };

async function opened(capabilities: object = {}): Promise<{ client: LspClient; announced: Record<string, unknown> }> {
  const client = lspClient();
  const { capabilities: announced } = await client.start(undefined, capabilities);
  client.open(uri, text);
  return { client, announced };
}

test("hover, as Markdown for clients that show it", async () => {
  const position = { line: 2, character: 16 };
  const range = { start: { line: 2, character: 16 }, end: { line: 2, character: 18 } };
  const plain = await opened();
  assert.equal(plain.announced.hoverProvider, true);
  assert.deepEqual((await plain.client.request("textDocument/hover", { textDocument, position })).result, {
    range,
    contents: { kind: "plaintext", value: "90 is 1min 30s: 1 minute 30 seconds (90 seconds)" },
  });
  const nothing = await plain.client.request("textDocument/hover", {
    textDocument,
    position: { line: 3, character: 0 },
  });
  assert.equal(nothing.result, null);
  const marked = await opened({ textDocument: { hover: { contentFormat: ["markdown", "plaintext"] } } });
  assert.deepEqual((await marked.client.request("textDocument/hover", { textDocument, position })).result, {
    range,
    contents: { kind: "markdown", value: "`90` is `1min 30s`: 1 minute 30 seconds (90 seconds)" },
  });
});

test("inlay hints, with implicit dependencies after a command", async () => {
  const { client } = await opened();
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const labels = async () => {
    const { result } = await client.request("textDocument/inlayHint", { textDocument, range });
    return result.map(({ label }: { label: string }) => label);
  };
  assert.deepEqual(await labels(), ["1min 30s"]);
  const toggle = { command: "unitlint.toggleImplicitDependencies", arguments: [] };
  assert.equal((await client.request("workspace/executeCommand", toggle)).result, true);
  assert.ok((await labels()).includes("Conflicts=shutdown.target"));
  assert.equal((await client.request("workspace/executeCommand", toggle)).result, false);
  assert.deepEqual(await labels(), ["1min 30s"]);
});

test("code lenses are resolved to commands, whose answer is a document", async () => {
  const { client } = await opened();
  const { result } = await client.request("textDocument/codeLens", { textDocument });
  const resolved = await Promise.all(
    result.map(async (lens: object) => (await client.request("codeLens/resolve", lens)).result.command),
  );
  assert.deepEqual(
    resolved.map(({ title, command }) => `${title} ${command}`),
    ["Started by no unit unitlint.showGraph", "Exposure 9.4 UNSAFE unitlint.showExposure"],
  );
  const shown = await client.request("workspace/executeCommand", resolved[1]);
  assert.equal(shown.result.uri, "unitlint:/exposure/app.service.txt?file%3A%2F%2F%2Fnowhere%2Fapp.service");
  assert.match(shown.result.text, /Overall exposure level for app\.service: 9\.4 UNSAFE/);
  const odd = await client.request("codeLens/resolve", { range: result[0].range, data: 7 });
  assert.deepEqual(odd.result, { range: result[0].range, data: 7 });
});

test("documents by their URIs, for clients of LSP 3.18", async () => {
  const { client, announced } = await opened({
    workspace: { textDocumentContent: {} },
    window: { showDocument: { support: true } },
  });
  assert.deepEqual(announced.workspace, {
    textDocumentContent: { schemes: ["unitlint"] },
    workspaceFolders: { supported: true, changeNotifications: true },
  });
  const command = { command: "unitlint.showGraphSvg", arguments: [uri] };
  const { result } = await client.request("workspace/executeCommand", command);
  assert.match(result.text, /<svg/);
  assert.equal((await client.next("window/showDocument")).uri, result.uri);
  const content = await client.request("workspace/textDocumentContent", { uri: result.uri.replace(".svg", ".dot") });
  assert.match(content.result.text, /^digraph units/);
  const wrong = await client.request("workspace/textDocumentContent", { uri: "unitlint:/nonsense" });
  assert.equal(wrong.error?.code, -32602);
});

test("commands that make no sense", async () => {
  const { client } = await opened();
  const code = async (params: object) => (await client.request("workspace/executeCommand", params)).error?.code;
  assert.equal(await code({ command: "unitlint.nonsense" }), -32602);
  assert.equal(await code({ command: "toString" }), -32602);
  assert.equal(await code({ command: "unitlint.showEffective" }), -32602);
  assert.equal(await code({ command: "unitlint.showEffective", arguments: ["file:///nowhere/x.txt"] }), -32602);
});

test("data for pages: a graph with its drawing, exposures with edits, targets", async () => {
  const { client } = await opened({ workspace: { workspaceEdit: { resourceOperations: ["create"] } } });
  const ask = async (command: string, ...given: unknown[]) =>
    await client.request("workspace/executeCommand", { command: `unitlint.${command}`, arguments: given });
  const graph = (await ask("graphData", uri, { scope: "unit" })).result;
  assert.equal(graph.unit, "app.service");
  assert.match(graph.svg, /<g id="node1" class="node unit service own">/);
  const exposure = (await ask("exposureData", uri)).result;
  assert.deepEqual([exposure.unit, exposure.score, exposure.rows.length], ["app.service", 94, 81]);
  const { edit, after } = (await ask("exposureEdit", uri, ["ProtectHome=yes"], "file")).result;
  assert.deepEqual(edit.documentChanges[0].edits[0].range.start, { line: 3, character: 0 });
  assert.ok(after < 94);
  const dropIn = (await ask("exposureEdit", uri, "all-safe", "drop-in")).result.edit;
  assert.deepEqual(dropIn.documentChanges[0], {
    kind: "create",
    uri: "file:///nowhere/app.service.d/50-hardening.conf",
  });
  assert.equal((await ask("exposureEdit", uri, ["Nonsense=yes"], "file")).result, null);
  const { current, choices } = (await ask("targets")).result;
  assert.deepEqual(current, [{ name: "262", title: "systemd 262", systemd: 262 }]);
  assert.ok(
    choices.some(({ name, systemd }: { name: string; systemd: number }) => name === "debian-12" && systemd === 252),
  );
  assert.equal(
    (await ask("documentUri", uri, "effective")).result,
    "unitlint:/effective/app.service?file%3A%2F%2F%2Fnowhere%2Fapp.service",
  );
  for (const [command, ...given] of [
    ["graphData"],
    ["exposureData", "file:///nowhere/x.txt"],
    ["exposureEdit", uri, 7],
    ["documentUri", uri, "nonsense"],
  ] as const)
    assert.equal((await ask(command, ...given)).error?.code, -32602, command);
});
