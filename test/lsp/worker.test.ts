/** The server in a browser's worker: it says what the one on standard input and output says, over files that it is sent. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Json, type LspClient, lspClient } from "../support/lsp-client.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "unitlint-worker-"));
after(() => rmSync(folder, { recursive: true }));
const dist = join(folder, "dist");
const built = spawnSync(process.execPath, [`${project}client/vscode/scripts/build.mjs`, dist], { encoding: "utf8" });
assert.equal(built.stderr, "");

const worker = ["--import", "tsx", `${project}test/support/worker-server.ts`, dist];
const options = { initializationOptions: { rulePage: "pages:{rule}" } };
const pulling = { textDocument: { diagnostic: {} } };

/** All findings in a folder, by file. */
async function findingsIn(place: string, args?: readonly string[]): Promise<Json> {
  const client = lspClient({}, args);
  await client.start(place, pulling, options);
  const { result } = await client.request("workspace/diagnostic", { previousResultIds: [] });
  client.process.kill("SIGKILL");
  return result.items
    .map(({ uri, items }: Json) => ({ uri: uri.slice(uri.indexOf(place)), items }))
    .sort((a: Json, b: Json) => (a.uri < b.uri ? -1 : 1));
}

for (const [place, least] of [
  ["examples", 10],
  ["roots", 9],
] as const) {
  test(`the same findings in fixtures/${place}`, async () => {
    const copy = join(folder, place);
    cpSync(`${project}fixtures/${place}`, copy, { recursive: true, verbatimSymlinks: true });
    const found = await findingsIn(copy, worker);
    assert.deepEqual(found, await findingsIn(copy));
    const count = found.flatMap(({ items }: Json) => items).length;
    assert.ok(count >= least, `${count} findings`);
  });
}

/** A worker over a folder with these files. */
async function workerOver(
  files: Readonly<Record<string, string>>,
): Promise<{ client: LspClient; uri: string; path: string }> {
  const path = mkdtempSync(join(folder, "units-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  const client = lspClient({}, worker);
  await client.start(path, {}, options);
  return { client, uri: `file://${path}`, path };
}

test("hover knows the texts, and completion the directives", async () => {
  const { client, uri } = await workerOver({ "app.service": "[Service]\nRestart=always\n" });
  client.open(`${uri}/app.service`, "[Service]\nRestart=always\nExec\n");
  const place = { textDocument: { uri: `${uri}/app.service` } };
  const hover = await client.request("textDocument/hover", { ...place, position: { line: 1, character: 2 } });
  assert.match(JSON.stringify(hover.result.contents), /Restart=/);
  assert.ok(JSON.stringify(hover.result.contents).length > 300);
  const completion = await client.request("textDocument/completion", { ...place, position: { line: 2, character: 4 } });
  assert.ok(JSON.stringify(completion.result).includes("ExecStartPre"));
});

test("a rename reaches files that were only sent", async () => {
  const { client, uri } = await workerOver({
    "db.service": "[Service]\nExecStart=/bin/true\n",
    "app.service": "[Unit]\nRequires=db.service\nAfter=db.service\n[Service]\nExecStart=/bin/true\n",
  });
  const { result } = await client.request("textDocument/rename", {
    textDocument: { uri: `${uri}/app.service` },
    position: { line: 1, character: 10 },
    newName: "database.service",
  });
  assert.deepEqual(Object.keys(result.changes), [`${uri}/app.service`]);
});

test("what changes on disk is sent before the server hears of it", async () => {
  const { client, uri, path } = await workerOver({ "app.service": "[Service]\nExecStart=/bin/true\n" });
  writeFileSync(join(path, "app.service"), "[Service]\nExecStart=/bin/true\nNonsense=1\n");
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: `${uri}/app.service`, type: 2 }] });
  const { diagnostics } = await client.next(
    "textDocument/publishDiagnostics",
    ({ diagnostics }) => diagnostics.length > 0,
  );
  assert.equal(diagnostics[0].code, "unknown-directive");
  rmSync(join(path, "app.service"));
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: `${uri}/app.service`, type: 3 }] });
  const gone = await client.next("textDocument/publishDiagnostics", params => params.diagnostics.length === 0);
  assert.equal(gone.uri, `${uri}/app.service`);
});

test("SVG is drawn by a script that is loaded when it is asked for", async () => {
  const { client, uri } = await workerOver({ "app.service": "[Service]\nExecStart=/bin/true\n" });
  const { result } = await client.request("workspace/executeCommand", {
    command: "unitlint.showGraphSvg",
    arguments: [`${uri}/app.service`],
  });
  assert.match(result.text, /<svg[\s\S]*app\.service/);
});

test("what no browser has is said plainly", async () => {
  const client = lspClient({}, worker);
  await client.start(undefined, {}, { initializationOptions: { targets: ["host"] } });
  const { message } = await client.next("window/showMessage");
  assert.match(message, /host/);
});
