/** What a plain run loads of Node: each module more costs every run its milliseconds. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { program } from "../support/cli-folder.ts";

test("a run over paths loads no threads, no processes and no clock of performance measuring", t => {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-start-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "app.service"), "[Service]\nExecStart=/usr/bin/app\n");
  const hook = join(folder, "hook.cjs");
  writeFileSync(
    hook,
    'process.on("exit", () => require("fs").writeFileSync(__dirname + "/loaded", process.moduleLoadList.join("\\n")));',
  );
  const out = join(folder, "out");
  const words = ["-r", hook, program, join(folder, "app.service")];
  const { status } = spawnSync("sh", ["-c", '"$@" > "$0"', out, process.execPath, ...words], { encoding: "utf8" });
  assert.equal(status, 0);
  const loaded = readLoaded(folder);
  const costly = ["worker_threads", "child_process", "perf_hooks", "crypto", "zlib", "http", "readline"];
  assert.deepEqual(
    costly.filter(name => loaded.has(name)),
    [],
  );
  assert.ok(loaded.has("fs"), "the list tells what is loaded");
});

function readLoaded(folder: string): ReadonlySet<string> {
  const lines = readFileSync(join(folder, "loaded"), "utf8").split("\n");
  return new Set(lines.flatMap(line => /^NativeModule (\S+)$/.exec(line)?.[1] ?? []));
}
