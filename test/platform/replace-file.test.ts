/** Replacing files on a real disk: what stays, what is refused, and what a failing disk leaves behind. */
import assert from "node:assert/strict";
import * as disk from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type ReplacingDisk, replaceFile } from "../../server/src/platform/replace-file.ts";
import { inFolder, namesIn } from "../support/cli-folder.ts";

const bytes = (text: string) => Buffer.from(text);
const [old, next] = [bytes("old\n"), bytes("new\n")];

function textOf(...path: string[]): string {
  return disk.readFileSync(join(...path), "utf8");
}

test("the content is replaced, mode and owner stay, nothing else is in the folder", async () => {
  await inFolder({ "a.service": old }, folder => {
    const path = join(folder, "a.service");
    disk.chmodSync(path, 0o640);
    const { uid, gid } = disk.statSync(path);
    assert.deepEqual(replaceFile(path, old, next), {});
    assert.equal(textOf(path), "new\n");
    const stats = disk.statSync(path);
    assert.deepEqual([stats.mode & 0o7777, stats.uid, stats.gid], [0o640, uid, gid]);
    assert.deepEqual(namesIn(folder), ["a.service"]);
  });
});

test("another owner stays, where that is permitted", { skip: process.getuid?.() !== 0 && "not root" }, async () => {
  await inFolder({ "a.service": old }, folder => {
    const path = join(folder, "a.service");
    disk.chownSync(path, 1234, 4321);
    assert.deepEqual(replaceFile(path, old, next), {});
    const { uid, gid } = disk.statSync(path);
    assert.deepEqual([uid, gid], [1234, 4321]);
  });
});

test("an owner that cannot be kept is told", async () => {
  await inFolder({ "a.service": old }, folder => {
    const path = join(folder, "a.service");
    const poor = failing({ fchownSync: "EPERM" });
    assert.deepEqual(replaceFile(path, old, next, poor), { note: "its owner could not be kept" });
    assert.equal(textOf(path), "new\n");
  });
});

test("a link is followed and stays a link", async () => {
  await inFolder({ "real/a.service": old }, folder => {
    disk.symlinkSync("real/a.service", join(folder, "alias.service"));
    assert.deepEqual(replaceFile(join(folder, "alias.service"), old, next), {});
    assert.equal(disk.readlinkSync(join(folder, "alias.service")), "real/a.service");
    assert.equal(textOf(folder, "real/a.service"), "new\n");
    assert.deepEqual(namesIn(join(folder, "real")), ["a.service"]);
  });
});

test("another name of the same file keeps the old content, which is told", async () => {
  await inFolder({ "a.service": old }, folder => {
    disk.linkSync(join(folder, "a.service"), join(folder, "b.service"));
    assert.deepEqual(replaceFile(join(folder, "a.service"), old, next), {
      note: "it had 2 names; only this one has the new content",
    });
    assert.deepEqual([textOf(folder, "a.service"), textOf(folder, "b.service")], ["new\n", "old\n"]);
  });
});

test("a file that changed meanwhile is left alone", async () => {
  await inFolder({ "a.service": "other\n" }, folder => {
    const changed = { problem: "changed meanwhile, and was not written" };
    assert.deepEqual(replaceFile(join(folder, "a.service"), old, next), changed);
    assert.equal(textOf(folder, "a.service"), "other\n");
    assert.deepEqual(replaceFile(join(folder, "gone.service"), old, next), changed);
    assert.deepEqual(namesIn(folder), ["a.service"]);
  });
});

test("so is one that changes while the new content is written", async () => {
  await inFolder({ "a.service": old }, folder => {
    const path = join(folder, "a.service");
    const racing = {
      ...disk,
      fsyncSync(fd: number) {
        disk.fsyncSync(fd);
        disk.writeFileSync(path, "other\n");
      },
    };
    assert.deepEqual(replaceFile(path, old, next, racing), { problem: "changed meanwhile, and was not written" });
    assert.equal(textOf(path), "other\n");
    assert.deepEqual(namesIn(folder), ["a.service"]);
  });
});

test("so is one in whose place another came with the same content", async () => {
  await inFolder({ "a.service": old }, folder => {
    const path = join(folder, "a.service");
    const racing = {
      ...disk,
      fsyncSync(fd: number) {
        disk.fsyncSync(fd);
        disk.writeFileSync(join(folder, "b.service"), old);
        disk.renameSync(join(folder, "b.service"), path);
      },
    };
    assert.deepEqual(replaceFile(path, old, next, racing), { problem: "changed meanwhile, and was not written" });
    assert.deepEqual(namesIn(folder), ["a.service"]);
  });
});

test("a file without permission to write is read-only for everybody", async () => {
  await inFolder({ "a.service": old }, folder => {
    const path = join(folder, "a.service");
    disk.chmodSync(path, 0o444);
    assert.deepEqual(replaceFile(path, old, next), { problem: "is read-only" });
    assert.equal(textOf(path), "old\n");
  });
});

test("what is no file is refused", async () => {
  await inFolder({ "folder/x": "" }, folder => {
    assert.deepEqual(replaceFile(join(folder, "folder"), old, next), { problem: "is no ordinary file" });
  });
});

const failures = [
  ["writeFileSync", "ENOSPC", "the disk is full; the file is as it was"],
  ["fsyncSync", "EIO", "the disk reports an error; the file is as it was"],
  ["fchmodSync", "EPERM", "may not be written"],
  ["renameSync", "EACCES", "may not be written"],
  ["openSync", "EROFS", "may not be written"],
  ["accessSync", "EACCES", "may not be written"],
] as const;

for (const [call, code, problem] of failures) {
  test(`where ${call} fails, the file is as it was`, async () => {
    await inFolder({ "a.service": old }, folder => {
      const path = join(folder, "a.service");
      assert.deepEqual(replaceFile(path, old, next, failing({ [call]: code })), { problem });
      assert.equal(textOf(path), "old\n");
      assert.deepEqual(namesIn(folder), ["a.service"]);
    });
  });
}

/** The disk with calls that throw these errors. */
function failing(calls: Readonly<Record<string, string>>): ReplacingDisk {
  const broken = Object.entries(calls).map(([call, code]) => [
    call,
    () => {
      throw Object.assign(new Error(code), { code });
    },
  ]);
  return { ...disk, ...Object.fromEntries(broken) };
}
