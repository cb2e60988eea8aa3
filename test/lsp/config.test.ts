/** Configurations as an editor sees them: they count, they have diagnostics, and a change of them reaches the units. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { type Json, lspClient } from "../support/lsp-client.ts";

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-config-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const app = "[Service]\nExecStart=/usr/bin/app\nFrobnicate=1\n";

function codes({ diagnostics }: Json): string[] {
  return diagnostics.map(({ code, severity }: Json) => `${code} ${severity}`);
}

test("YAML above the unit counts, and a change on disk reaches the unit", async () => {
  const config = ".unitlint.yaml";
  const folder = folderWith({ [config]: "rules:\n  unknown-directive: info\n", "deploy/app.service": app });
  const client = lspClient();
  const patterns: string[] = [];
  await client.start(folder, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
  const { registrations } = await client.next("client/registerCapability");
  for (const { globPattern } of registrations[0].registerOptions.watchers) patterns.push(globPattern);
  assert.ok(patterns.includes("**/.unitlint.{json,jsonc,yaml,yml}"));
  const uri = `file://${folder}/deploy/app.service`;
  const isInfo = (params: Json) => params.uri === uri && codes(params).join() === "unknown-directive 3";
  await client.next("textDocument/publishDiagnostics", isInfo);
  writeFileSync(join(folder, config), "rules:\n  unknown-directive: sometimes\n");
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: `file://${folder}/${config}`, type: 2 }] });
  const broken = await client.next("textDocument/publishDiagnostics", ({ uri }) => uri.endsWith(config));
  assert.deepEqual(codes(broken), ["invalid-config 1"]);
  assert.deepEqual(broken.diagnostics[0].range, {
    start: { line: 1, character: 21 },
    end: { line: 1, character: 30 },
  });
  await client.next(
    "textDocument/publishDiagnostics",
    params => params.uri === uri && codes(params).join() === "unknown-directive 1",
  );
  writeFileSync(join(folder, config), "rules:\n  unknown-directive: off\n");
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: `file://${folder}/${config}`, type: 2 }] });
  await client.next(
    "textDocument/publishDiagnostics",
    params => params.uri.endsWith(config) && params.diagnostics.length === 0,
  );
  await client.next("textDocument/publishDiagnostics", params => params.uri === uri && params.diagnostics.length === 0);
  client.process.kill();
});

/** A client that is asked for settings, or sends them; gives what gives it others, and says what is found then. */
async function withSettings(isAsked: boolean): Promise<(settings: Json) => Promise<string[]>> {
  const answers: Record<string, unknown> = { "workspace/configuration": [null] };
  const client = lspClient(answers);
  const initial = { initializationOptions: { unitlint: { rules: { "unknown-directive": "info" } } } };
  await client.start(undefined, { workspace: { configuration: isAsked } }, initial);
  const uri = "file:///nowhere/app.service";
  client.open(uri, app);
  const answered = async () => {
    if (isAsked) await client.next("workspace/configuration");
    await client.request("$/fence");
  };
  await answered();
  return async unitlint => {
    answers["workspace/configuration"] = unitlint instanceof Error ? unitlint : [unitlint];
    client.notify("workspace/didChangeConfiguration", { settings: isAsked ? null : { unitlint } });
    await answered();
    const { result } = await client.request("textDocument/diagnostic", { textDocument: { uri } });
    return codes({ diagnostics: result.items });
  };
}

for (const isAsked of [true, false])
  test(`settings that are taken away count no longer, those of initialize do again (asked for: ${isAsked})`, async () => {
    const set = await withSettings(isAsked);
    assert.deepEqual(await set({ rules: { "unknown-directive": "off" } }), []);
    assert.deepEqual(await set({}), ["unknown-directive 1"]);
    assert.deepEqual(await set(null), ["unknown-directive 3"]);
  });

test("settings stay as they are where the client fails to tell them", async () => {
  const set = await withSettings(true);
  assert.deepEqual(await set({ rules: { "unknown-directive": "off" } }), []);
  assert.deepEqual(await set(new Error("not now")), []);
});

test("an open configuration counts as it is typed, and its diagnostics carry its version", async () => {
  const folder = folderWith({ ".unitlint.json": "{}", "app.service": app });
  const client = lspClient();
  await client.start(folder);
  const unit = `file://${folder}/app.service`;
  const uri = `file://${folder}/.unitlint.json`;
  await client.next(
    "textDocument/publishDiagnostics",
    params => params.uri === unit && params.diagnostics.length === 1,
  );
  client.open(uri, '{ "rules": { "unknown-directive": "off" } }', "json");
  await client.next(
    "textDocument/publishDiagnostics",
    params => params.uri === unit && params.diagnostics.length === 0,
  );
  client.notify("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: '{ "rules": { "unknown-directiv": "off" } }' }],
  });
  const { version, diagnostics } = await client.next(
    "textDocument/publishDiagnostics",
    params => params.uri === uri && params.diagnostics.length > 0,
  );
  assert.equal(version, 2);
  assert.equal(diagnostics[0].message, "There is no rule unknown-directiv; did you mean unknown-directive?");
  client.process.kill();
});

test("an unused comment is greyed out, and goes by a quick fix", async () => {
  const text = "[Service]\nExecStart=/usr/bin/app\n# unitlint-disable-next-line unknown-unit\nRestart=no\n";
  const folder = folderWith({ "app.service": text });
  const client = lspClient();
  await client.start(folder, {
    textDocument: {
      publishDiagnostics: { tagSupport: { valueSet: [1, 2] } },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
    },
  });
  const uri = `file://${folder}/app.service`;
  client.open(uri, text);
  const { diagnostics } = await client.next("textDocument/publishDiagnostics", params => params.diagnostics.length > 0);
  assert.deepEqual([diagnostics[0].code, diagnostics[0].tags], ["unused-suppression", [1]]);
  const { result } = await client.request("textDocument/codeAction", {
    textDocument: { uri },
    range: diagnostics[0].range,
    context: { diagnostics },
  });
  const [action] = result;
  assert.equal(action.title, "Remove the comment");
  assert.deepEqual(action.edit.changes[uri], [
    { range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, newText: "" },
  ]);
  client.process.kill();
});
