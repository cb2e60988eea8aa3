/** What a workspace keeps of the texts that were: nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { rules } from "../../server/src/rules/index.ts";
import { newWorkspace } from "../../server/src/workspace/workspace.ts";
import { memoryHost } from "../support/memory-host.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const text = "[Unit]\nAfter=db.service\n\n[Service]\nExecStart=/usr/bin/app\n";

test("edits keep no snapshots, sets and texts of before", async () => {
  const host = memoryHost({ "/units/app.service": text, "/units/db.service": text.replace("db", "other") });
  const workspace = newWorkspace(
    { host, rules },
    {
      folders: ["/units"],
      targets: [{ name: "262", catalog: catalogAt(262) }],
      ruleSettings: defaultSettings,
      roots: [],
      unitPaths: [],
    },
  );
  const uri = "file:///units/app.service";
  workspace.open({ uri, languageId: "systemd-unit", version: 1, text });
  while (workspace.step());
  const old: WeakRef<object>[] = [];
  for (let version = 2; version < 40; version++) {
    workspace.change(uri, version, `${text}# ${"x".repeat(version)}\nRestartSec=${version}\n`);
    const snapshot = workspace.snapshot();
    snapshot.findings(uri);
    const file = snapshot.file(uri);
    assert.ok(file?.unit);
    old.push(new WeakRef(snapshot), new WeakRef(file.source), new WeakRef(file.set));
  }
  await new Promise(resolve => setTimeout(resolve, 10));
  collectGarbage();
  const kept = old.filter(reference => reference.deref() !== undefined);
  assert.ok(kept.length <= 6, `${kept.length} of ${old.length}`);
});
