/** Findings as the client sees them, pushed and pulled. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { lspClient } from "../support/lsp-client.ts";

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder on disk with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-lsp-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const app = "[Service]\nExecStart=/usr/bin/app\nRestrat=no\n";

test("diagnostics of an open document are pushed with its version", async () => {
  const client = lspClient();
  const folder = folderWith({ "app.service": app });
  await client.start(folder, { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } });
  const uri = `file://${folder}/app.service`;
  client.open(uri, app);
  const { version, diagnostics } = await client.diagnostics(uri, 1);
  assert.equal(version, 1);
  const [{ codeDescription, ...diagnostic }] = diagnostics;
  assert.deepEqual(diagnostic, {
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } },
    severity: 1,
    source: "unitlint",
    code: "unknown-directive",
    message: "Unknown directive Restrat= in [Service]; did you mean Restart=?",
  });
  assert.match(codeDescription.href, /^file:\/\/.*\/server\/docs\/rules\/unknown-directive\.md$/);
  client.notify("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: { line: 2, character: 4 }, end: { line: 2, character: 6 } }, text: "ar" }],
  });
  assert.deepEqual((await client.diagnostics(uri, 2)).diagnostics, []);
  client.process.kill();
});

test("files that are not open have diagnostics too, and lose them when they are gone", async () => {
  const folder = folderWith({ "app.service": app, "other.service": app });
  const client = lspClient();
  await client.start(folder);
  const uri = `file://${folder}/other.service`;
  assert.equal((await client.diagnostics(uri)).diagnostics.length, 1);
  rmSync(join(folder, "other.service"));
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 3 }] });
  assert.deepEqual((await client.diagnostics(uri)).diagnostics, []);
  client.process.kill();
});

test("a document that is closed and opened at once has its diagnostics told again", async () => {
  const client = lspClient();
  await client.start();
  const uri = "file:///nowhere/app.service";
  client.open(uri, app);
  await client.diagnostics(uri, 1);
  client.notify("textDocument/didClose", { textDocument: { uri } });
  client.open(uri, app);
  assert.equal((await client.diagnostics(uri, 1)).diagnostics.length, 1);
});

test("a document whose URI is spelled otherwise takes its diagnostics there", async () => {
  const client = lspClient();
  const folder = folderWith({ "app@.service": app });
  await client.start(folder);
  const [plain, escaped] = [`file://${folder}/app@.service`, `file://${folder}/app%40.service`];
  const told = (uri: string, count: number) =>
    client.next("textDocument/publishDiagnostics", params => params.uri === uri && params.diagnostics.length === count);
  await told(escaped, 1);
  client.open(plain, app);
  await told(escaped, 0);
  await told(plain, 1);
  client.notify("textDocument/didClose", { textDocument: { uri: plain } });
  client.open(escaped, app);
  await told(plain, 0);
  await told(escaped, 1);
});

test("a new file keeps its diagnostics when it is saved and closed, where nobody watches files", async () => {
  const folder = folderWith({ "other.service": app });
  const client = lspClient();
  await client.start(folder);
  const uri = `file://${folder}/new.service`;
  client.open(uri, app);
  await client.diagnostics(uri, 1);
  writeFileSync(join(folder, "new.service"), app);
  client.notify("textDocument/didSave", { textDocument: { uri } });
  client.notify("textDocument/didClose", { textDocument: { uri } });
  const { result } = await client.request("workspace/diagnostic", { previousResultIds: [] });
  const files = result.items.map((item: { readonly uri: string }) => item.uri);
  assert.deepEqual(files.sort(), [uri, `file://${folder}/other.service`]);
  const told = client.received.filter(({ params }) => params?.uri === uri);
  assert.equal(told.at(-1)?.params.diagnostics.length, 1);
});

test("a drop-in that is open counts for its unit, with the other place as related information", async () => {
  const folder = folderWith({
    "app.service": "[Service]\nExecStart=/usr/bin/app\n",
    "app.service.d/x.conf": "[Service]\n",
  });
  const client = lspClient();
  await client.start(folder, { textDocument: { publishDiagnostics: { relatedInformation: true } } });
  const uri = `file://${folder}/app.service.d/x.conf`;
  client.open(uri, "[Service]\nExecStart=/usr/bin/other\n");
  const { diagnostics } = await client.next(
    "textDocument/publishDiagnostics",
    ({ diagnostics }) => diagnostics.length > 0,
  );
  assert.deepEqual(
    diagnostics.map(({ code, relatedInformation }: { code: string; relatedInformation: { location: object }[] }) => [
      code,
      relatedInformation.map(({ location }) => location),
    ]),
    [
      [
        "duplicate-exec-start",
        [
          {
            uri: `file://${folder}/app.service`,
            range: { start: { line: 1, character: 0 }, end: { line: 1, character: 22 } },
          },
        ],
      ],
    ],
  );
  client.process.kill();
});

const pulling = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

test("a client that pulls is never pushed to, and learns that nothing changed", async () => {
  const folder = folderWith({ "app.service": app, "other.service": app });
  const client = lspClient();
  const { capabilities } = await client.start(folder, pulling);
  assert.deepEqual(capabilities.diagnosticProvider, {
    identifier: "unitlint",
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
  const uri = `file://${folder}/app.service`;
  client.open(uri, app);
  const { result } = await client.request("textDocument/diagnostic", { textDocument: { uri } });
  assert.equal(result.kind, "full");
  assert.equal(result.items.length, 1);
  const again = await client.request("textDocument/diagnostic", {
    textDocument: { uri },
    previousResultId: result.resultId,
  });
  assert.deepEqual(again.result, { kind: "unchanged", resultId: result.resultId });
  const all = await client.request("workspace/diagnostic", { previousResultIds: [{ uri, value: result.resultId }] });
  assert.deepEqual(
    all.result.items.map(({ kind, uri, version }: Record<string, unknown>) => [kind, uri, version]),
    [
      ["unchanged", uri, 1],
      ["full", `file://${folder}/other.service`, null],
    ],
  );
  await client.next("workspace/diagnostic/refresh");
  assert.equal(client.received.filter(({ method }) => method === "textDocument/publishDiagnostics").length, 0);
  client.process.kill();
});

test("positions are in the encoding that the client has", async () => {
  const text = '[Service]\nExecStart=/bin/true\nEnvironment="A=ö😀" 1B=x\n';
  const columns = { "utf-16": 20, "utf-8": 23, "utf-32": 19 };
  for (const [encoding, column] of Object.entries(columns)) {
    const client = lspClient();
    const { capabilities } = await client.start(undefined, { general: { positionEncodings: [encoding] } });
    assert.equal(capabilities.positionEncoding, encoding);
    const uri = "untitled:Untitled-1";
    client.open(uri, text);
    const { diagnostics } = await client.diagnostics(uri, 1);
    assert.deepEqual(diagnostics[0]?.range.start, { line: 2, character: column });
    client.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 2, character: column }, end: { line: 2, character: column + 4 } }, text: "" },
      ],
    });
    assert.deepEqual((await client.diagnostics(uri, 2)).diagnostics, []);
    client.process.kill();
  }
});

test("settings come from the client, and what is wrong in them is told", async () => {
  const client = lspClient({
    "workspace/configuration": [
      { rules: { "unknown-directive": "off", "unknown-directve": "off" }, targets: ["deb-12"] },
    ],
  });
  await client.start(undefined, { workspace: { configuration: true } });
  const { message } = await client.next("window/showMessage");
  assert.match(message, /there is no rule unknown-directve; did you mean unknown-directive\?/);
  assert.match(message, /unitlint\.targets: deb-12: no such release/);
  const uri = "file:///nowhere/app.service";
  client.open(uri, app);
  assert.deepEqual((await client.diagnostics(uri, 1)).diagnostics, []);
  client.process.kill();
});

test("a client that shows the pages about rules itself says where", async () => {
  const client = lspClient();
  const folder = folderWith({ "app.service": app });
  const uri = `file://${folder}/app.service`;
  await client.start(
    folder,
    { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } },
    { initializationOptions: { rulePage: "pages:/{rule}", unitlint: { preset: "all" } } },
  );
  client.open(uri, app);
  const { diagnostics } = await client.diagnostics(uri, 1);
  const unknown = diagnostics.find(({ code }: { code: string }) => code === "unknown-directive");
  assert.deepEqual(unknown.codeDescription, { href: "pages:/unknown-directive" });
});

test("empty settings are none, and no mistake: Neovim sends its empty tables as lists", async () => {
  for (const settings of [[], { rules: [] }, {}]) {
    const client = lspClient({ "workspace/configuration": [settings] });
    await client.start(undefined, { workspace: { configuration: true } });
    const uri = "file:///nowhere/app.service";
    client.open(uri, app);
    const { diagnostics } = await client.diagnostics(uri, 1);
    assert.deepEqual(
      diagnostics.map(({ code }: { code: string }) => code),
      ["unknown-directive"],
    );
    await client.request("shutdown");
    assert.deepEqual(
      client.received.filter(({ method }) => method === "window/showMessage"),
      [],
    );
    client.process.kill();
  }
});

test("who asks for findings is told of them as well", async () => {
  const client = lspClient();
  await client.start();
  const uri = "file:///nowhere/asked.service";
  client.open(uri, "[Service]\nExecStart=/usr/bin/app\nRestrat=no\n");
  const { result } = await client.request("textDocument/diagnostic", { textDocument: { uri } });
  assert.equal(result.items.length, 1);
  assert.equal((await client.diagnostics(uri, 1)).diagnostics.length, 1);
  client.process.kill();
});
