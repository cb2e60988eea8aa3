/** Lenses and hints are asked for anew when another file changed what they say. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { lspClient } from "../support/lsp-client.ts";

const text = "[Service]\nExecStart=/usr/bin/app\n";

test("a drop-in that comes is told by the lenses of its unit", async t => {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-refresh-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "app.service"), text);
  const client = lspClient();
  const refreshes = { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } };
  await client.start(folder, { workspace: refreshes });
  const uri = `file://${folder}/app.service`;
  client.open(uri, text);
  await client.next("workspace/codeLens/refresh");
  await client.next("workspace/inlayHint/refresh");
  const lenses = async () => (await client.request("textDocument/codeLens", { textDocument: { uri } })).result.length;
  const before = await lenses();

  mkdirSync(join(folder, "app.service.d"));
  writeFileSync(join(folder, "app.service.d/more.conf"), "[Service]\nNoNewPrivileges=yes\n");
  const changes = [{ uri: `file://${folder}/app.service.d/more.conf`, type: 1 }];
  client.notify("workspace/didChangeWatchedFiles", { changes });
  await client.next("workspace/codeLens/refresh");
  assert.equal(await lenses(), before + 1);
  client.process.kill();
});
