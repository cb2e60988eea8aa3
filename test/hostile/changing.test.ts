/** Files that vanish, come and change while they are read. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { discover } from "../../server/src/workspace/discover.ts";
import { inFolder } from "../support/cli-folder.ts";
import { bug, runIn, service } from "../support/hostile.ts";
import { link, memoryHost, vanished } from "../support/memory-host.ts";

test("a file that is listed and then gone is told", () => {
  const host = memoryHost({ "u/a.service": service, "u/b.service": vanished, "u/c.service": link("b.service") });
  const { files, errors, skipped } = discover(host, ["u"]);
  assert.deepEqual(
    files.map(({ path }) => path),
    ["u/a.service"],
  );
  assert.deepEqual(errors, [{ path: "u/b.service", message: "no such file or folder" }]);
  assert.deepEqual(skipped, [{ path: "u/c.service", reason: "dangling link" }]);
});

/** Turns files into folders, links and nothing, and back, as fast as it can. */
const racer = `
const fs = require("node:fs");
for (let i = 0; ; i = (i + 1) % 20) {
  const path = "u/u" + i + ".service";
  fs.rmSync(path, { recursive: true, force: true });
  const turn = Math.floor(Math.random() * 5);
  if (turn === 0) fs.mkdirSync(path);
  else if (turn === 1) fs.symlinkSync("u" + ((i + 1) % 20) + ".service", path);
  else if (turn < 4) fs.writeFileSync(path, "[Service]\\nExecStart=/bin/a\\nPIDFile=/var/run/a.pid\\n Nice=1\\n" + "Foo=1\\n".repeat(Math.random() * 100));
}`;

test("a tree that changes all the time is survived by every command", async () => {
  const untidy = `${service}PIDFile=/var/run/a.pid\n Nice=1\n`;
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`u/${i < 20 ? "u" : "calm"}${i}.service`, untidy]),
  );
  let said = "";
  await inFolder({ ...files, "u/a.service": service }, async folder => {
    const race = spawn(process.execPath, ["-e", racer], { cwd: folder, stdio: "ignore" });
    try {
      for (let turn = 0; turn < 2; turn++)
        for (const words of [
          ["u"],
          ["--format", "json", "u"],
          ["--fix", "--unsafe-fixes", "u"],
          ["fmt", "u"],
          ["cat", "u", "a.service"],
          ["simulate", "boot", "u"],
          ["graph", "u", "--format", "dot"],
          ["security", "u"],
          ["list-unit-files", "--unit-path", "u"],
        ]) {
          const { stdout, stderr, status } = runIn(folder, words);
          assert.doesNotMatch(stdout + stderr, bug, words.join(" "));
          assert.ok(status !== null && status <= 2, words.join(" "));
          said += stderr;
        }
      assert.equal(race.exitCode, null, "the race went on");
    } finally {
      const ended = new Promise(resolve => race.once("close", resolve));
      race.kill();
      await ended;
    }
    assert.match(said, /^unitlint: u\/u\d+\.service: (?:changed meanwhile, and was not written|is no ordinary file)$/m);
    assert.match(said, /^unitlint: fixed [1-9]/m);
    assert.match(said, /^unitlint: [1-9]\d* of \d+ files formatted$/m);
    assert.deepEqual(
      readdirSync(join(folder, "u")).filter(name => name.endsWith(".unitlint")),
      [],
    );
  });
});
