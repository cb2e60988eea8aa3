/** Files and folders that may not be read: named by every command that needs them, and never taken for missing or empty. */
import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inFolder, write } from "../support/cli-folder.ts";
import { bug, runIn, service, treeCommands } from "../support/hostile.ts";
import { lspClient } from "../support/lsp-client.ts";

const isRoot = process.geteuid?.() === 0;
const withPermissions = { skip: process.platform === "win32" && "Windows has no such permissions" };
/** Root may read everything, and so the program runs as nobody. */
const asNobody = isRoot ? { uid: 65534 } : {};

const files = {
  "a.service": service,
  "a.service.d/x.conf": "[Service]\nNice=1\n",
  "b.service": service,
  "b.service.d/x.conf": "[Service]\nNice=1\n",
  "c.service": service,
  "closed/d.service": service,
};

async function inClosedTree(check: (folder: string) => void | Promise<void>): Promise<void> {
  await inFolder(files, async folder => {
    for (const open of [".", "a.service.d"]) chmodSync(join(folder, open), 0o755);
    for (const file of ["a.service", "b.service"]) chmodSync(join(folder, file), 0o644);
    const closed = ["a.service.d/x.conf", "b.service.d", "c.service", "closed"];
    for (const path of closed) chmodSync(join(folder, path), 0);
    try {
      await check(folder);
    } finally {
      for (const path of closed) chmodSync(join(folder, path), 0o755);
    }
  });
}

const isReadable = { skip: withPermissions.skip };

test("every command names what it needs and may not read, with status 2", isReadable, async () => {
  await inClosedTree(folder => {
    for (const words of treeCommands) {
      const { stdout, stderr, status } = runIn(folder, words, asNobody);
      const said = words.join(" ");
      assert.doesNotMatch(stdout + stderr, bug, said);
      if (words[0] === "config") continue;
      assert.match(stderr, /^unitlint: (?:\.\/)?a\.service\.d\/x\.conf: permission denied$/m, said);
      assert.equal(status, 2, said);
    }
  });
});

test("a unit is told of its own files alone", isReadable, async () => {
  await inClosedTree(folder => {
    assert.equal(runIn(folder, ["b.service"], asNobody).stderr, "unitlint: b.service.d: permission denied\n");
    const { stderr, status } = runIn(folder, ["cat", "c.service"], asNobody);
    assert.equal(stderr, "unitlint: c.service is not found\nunitlint: c.service: permission denied\n");
    assert.equal(status, 2);
    const all = runIn(folder, ["."], asNobody).stderr.trim().split("\n");
    const paths = ["a.service.d/x.conf", "b.service.d", "c.service", "closed"];
    assert.deepEqual(
      all,
      paths.map(path => `unitlint: ${path}: permission denied`),
    );
  });
});

test("the language server names it in its log, once", isReadable, async () => {
  await inClosedTree(async folder => {
    const client = lspClient({}, undefined, isRoot ? { uid: 65534, gid: 65534 } : {});
    await client.start(folder);
    const warnings: string[] = [];
    for (let i = 0; i < 4; i++) warnings.push((await client.next("window/logMessage")).message);
    const paths = ["a.service.d/x.conf", "b.service.d", "c.service", "closed"];
    assert.deepEqual(
      warnings,
      paths.map(path => `${join(folder, path)}: permission denied`),
    );
    write(folder, "e.service", service);
    chmodSync(join(folder, "e.service"), 0);
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: `file://${folder}/e.service`, type: 1 }] });
    assert.equal((await client.next("window/logMessage")).message, `${join(folder, "e.service")}: permission denied`);
  });
});

test("what may not be written is named, and nothing is lost", isReadable, async () => {
  await inFolder({ "a.service": `${service}PIDFile=/var/run/a.pid\n` }, folder => {
    chmodSync(folder, 0o555);
    chmodSync(join(folder, "a.service"), 0o644);
    for (const [words, reason] of [
      [["--fix", "."], "a.service: may not be written"],
      [["--output-file", "report.txt", "."], "--output-file report.txt: may not be written"],
      [["--baseline", "known.json", "--update-baseline", "."], "--baseline known.json: may not be written"],
      [["init"], ".unitlint.jsonc: may not be written"],
      [["graph", ".", "--output", "x.svg"], "--output x.svg: may not be written"],
    ] as const) {
      const { stderr, status } = runIn(folder, words, isRoot ? { uid: 65534 } : {});
      assert.ok(stderr.includes(`unitlint: ${reason}`), `${words.join(" ")}: ${stderr}`);
      assert.equal(status, 2, words.join(" "));
    }
    chmodSync(folder, 0o755);
  });
});
