/** `--root` reads nothing outside of the root, whatever the links in it say. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { inFolder, program, write } from "../support/cli-folder.ts";
import { runIn } from "../support/hostile.ts";
import { needing } from "../support/program.ts";

const units = "usr/lib/systemd/system";
const onPosix = { skip: process.platform === "win32" && "Windows has no such links" };

/** A root whose links, absolute and climbing, lead to files of the same names inside and outside. */
function makeRoot(folder: string): void {
  const canary = "[Service]\nCanary=outside\n";
  write(folder, "outside/a.service", canary);
  write(folder, "outside/dir/x.conf", canary);
  write(folder, "etc/passwd", "canary:x:1:1::/:/bin/sh\n");
  write(
    folder,
    `image/${units}/plain.service`,
    "[Service]\nExecStart=/bin/a\nUser=canary\nEnvironmentFile=/etc/canary.env\n",
  );
  for (const [name, target] of [
    ["climb.service", "../../../../../outside/a.service"],
    ["far.service", `${"../".repeat(40)}${folder}/outside/a.service`],
    ["absolute.service", `${folder}/outside/a.service`],
    ["plain.service.d", `${folder}/outside/dir`],
    ["multi-user.target.wants/climb.service", "../../../../../../outside/a.service"],
  ] as const) {
    const path = join(folder, "image", units, name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  }
  mkdirSync(join(folder, "image/etc"));
  symlinkSync("../../etc/passwd", join(folder, "image/etc/passwd"));
  symlinkSync(join(folder, "outside"), join(folder, "image/etc/systemd"));
  symlinkSync("../outside", join(folder, "image/lib"));
}

const commands = [
  ["--root", "image"],
  ["--root", "image", "--format", "json"],
  ["--trees", "image"],
  ["cat", "--root", "image", "plain.service"],
  ["cat", "--root", "image", "climb.service"],
  ["cat", "--root", "image", "absolute.service"],
  ["cat", "--effective", "--root", "image", "far.service"],
  ["simulate", "boot", "--root", "image"],
  ["graph", "--root", "image", "--format", "json"],
  ["list-unit-files", "--root", "image"],
  ["is-enabled", "--root", "image", "climb.service"],
  ["list-dependencies", "--root", "image", "multi-user.target"],
  ["security", "--root", "image"],
] as const;

test("a canary outside of the root is never read", onPosix, async () => {
  await inFolder({}, folder => {
    makeRoot(folder);
    for (const words of commands) {
      const { stdout, stderr } = runIn(folder, words);
      assert.ok(!/Canary/.test(stdout + stderr), `${words.join(" ")}: ${stdout}${stderr}`);
    }
  });
});

test("links count from the root, so that files inside are found", onPosix, async () => {
  await inFolder({}, folder => {
    makeRoot(folder);
    write(folder, `image/outside/a.service`, "[Service]\nExecStart=/bin/inside\n");
    assert.match(runIn(folder, ["cat", "--root", "image", "climb.service"]).stdout, /\/bin\/inside/);
    assert.match(runIn(folder, ["cat", "--root", "image", "far.service"]).stderr, /not found/);
  });
});

test("no file outside of it is opened, as the kernel tells", { ...needing("strace") }, async () => {
  await inFolder({}, folder => {
    makeRoot(folder);
    for (const words of commands) {
      const log = join(folder, "calls");
      const traced = spawnSync(
        "strace",
        ["-f", "-qq", "-e", "trace=open,openat,readlink,readlinkat", "-o", log, process.execPath, program, ...words],
        { cwd: folder, encoding: "utf8", env: { PATH: process.env.PATH, HOME: "/nonexistent" } },
      );
      assert.notEqual(traced.status, null, traced.stderr);
      const calls = readFileSync(log, "utf8").split("\n");
      assert.ok(calls.some(line => line.includes("plain.service")) || words[0] === "is-enabled", "the root was read");
      const isOutside = (path: string) => path.startsWith(`${folder}/outside`) || path.startsWith(`${folder}/etc/`);
      const opened = calls.flatMap(
        line => /^\d+ (?:open|openat|readlink)\((?:AT_FDCWD, )?"([^"]*)"/.exec(line)?.[1] ?? [],
      );
      assert.deepEqual(opened.filter(isOutside), [], words.join(" "));
    }
  });
});

test("fixes stay inside, too", onPosix, async () => {
  await inFolder({}, folder => {
    const old = "[Service]\nExecStart=/bin/a\nPIDFile=/var/run/a.pid\n";
    makeRoot(folder);
    write(folder, "outside/a.service", old);
    write(folder, "image/outside/a.service", old);
    runIn(folder, ["--fix", "--root", "image"]);
    assert.equal(readFileSync(join(folder, "outside/a.service"), "utf8"), old);
    assert.equal(readFileSync(join(folder, "image/outside/a.service"), "utf8"), old.replace("/var/run", "/run"));
  });
});
