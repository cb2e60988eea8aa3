/** The host over a real disk: what it reads, what it refuses, and that it neither hangs nor throws. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { diskHost } from "../../server/src/platform/disk-host.ts";
import type { ReadOutcome } from "../../server/src/workspace/file-host.ts";

const folder = mkdtempSync(join(tmpdir(), "unitlint-"));
const at = (name: string) => join(folder, name);
const socketServer = createServer();

before(async () => {
  chmodSync(folder, 0o755);
  writeFileSync(at("a.service"), "[Unit]\n");
  writeFileSync(at("empty.service"), "");
  writeFileSync(at("secret.service"), "[Unit]\n", { mode: 0o000 });
  writeFileSync(at("large.service"), "");
  truncateSync(at("large.service"), 100_000_000);
  writeFileSync(at("huge.service"), "");
  truncateSync(at("huge.service"), 5_000_000_000);
  mkdirSync(at("folder"));
  mkdirSync(at("closed"), { mode: 0o000 });
  symlinkSync("a.service", at("alias.service"));
  symlinkSync("nowhere", at("dangling.service"));
  symlinkSync("loop.service", at("loop.service"));
  symlinkSync("folder", at("folder-link"));
  symlinkSync("/dev/null", at("masked.service"));
  execFileSync("sh", ["-c", 'mkfifo "$1"', "sh", at("pipe.service")]);
  await new Promise<void>(resolve => socketServer.listen(at("app.socket"), resolve));
});

after(() => {
  socketServer.close();
  chmodSync(at("closed"), 0o700);
  rmSync(folder, { recursive: true });
});

const kinds = {
  "a.service": "file",
  "alias.service": "file",
  folder: "folder",
  "folder-link": "folder",
  "missing.service": "missing",
  "a.service/below": "missing",
  "with\0nul": "missing",
  "dangling.service": "dangling link",
  "loop.service": "link loop",
  "pipe.service": "pipe",
  "app.socket": "socket",
  "masked.service": "device",
} as const;

for (const [name, kind] of Object.entries(kinds)) {
  test(`${JSON.stringify(name)} is of the kind: ${kind}`, () => assert.equal(diskHost.kind(at(name)), kind));
}

const contents = { "a.service": "[Unit]\n", "alias.service": "[Unit]\n", "empty.service": "" };

for (const [name, content] of Object.entries(contents)) {
  test(`reads ${name}`, () => assert.equal(contentOf(diskHost.read(at(name))), content));
}

test("reads the start of a file", () => assert.equal(contentOf(diskHost.readStart(at("a.service"), 3)), "[Un"));

test("reads the start of a file that is too large to be read whole", () =>
  assert.equal(contentOf(diskHost.readStart(at("huge.service"), 3)), "\0\0\0"));

const onLinux = { skip: process.platform !== "linux" && "only Linux has these files in /proc" };

test("reads a file in /proc, which says that it is empty", onLinux, () =>
  assert.match(contentOf(diskHost.read("/proc/self/status")), /^Name:\t.+\nUmask:/),
);

test("stops reading a file that says it is empty and never ends", onLinux, () =>
  assert.deepEqual(diskHost.read("/proc/self/pagemap"), { problem: "larger than 16 MiB, which no unit file is" }),
);

const problems = {
  "missing.service": "no such file or folder",
  "a.service/below": "no such file or folder",
  "with\0nul": "no such file or folder",
  "dangling.service": "no such file or folder",
  "loop.service": "is a link that leads back to itself, or over too many others",
  folder: "is a folder, not a file",
  "pipe.service": "is a named pipe, not a file",
  "app.socket": "is a socket, not a file",
  "masked.service": "is a device, not a file",
  "large.service": "larger than 16 MiB, which no unit file is (100 MB)",
  "huge.service": "larger than 16 MiB, which no unit file is (5.0 GB)",
  [`${"x".repeat(300)}.service`]: "the path is too long",
};

for (const [name, problem] of Object.entries(problems)) {
  test(`does not read ${JSON.stringify(name).slice(0, 30)}: ${problem}`, () =>
    assert.deepEqual(diskHost.read(at(name)), { problem }));
}

test("does not read an endless device", () =>
  assert.deepEqual(diskHost.read("/dev/zero"), { problem: "is a device, not a file" }));

test("lists a folder by name, links as links", () =>
  assert.deepEqual(diskHost.list(folder), {
    entries: [
      { name: "a.service", kind: "file" },
      { name: "alias.service", kind: "link" },
      { name: "app.socket", kind: "other" },
      { name: "closed", kind: "folder" },
      { name: "dangling.service", kind: "link" },
      { name: "empty.service", kind: "file" },
      { name: "folder", kind: "folder" },
      { name: "folder-link", kind: "link" },
      { name: "huge.service", kind: "file" },
      { name: "large.service", kind: "file" },
      { name: "loop.service", kind: "link" },
      { name: "masked.service", kind: "link" },
      { name: "pipe.service", kind: "other" },
      { name: "secret.service", kind: "file" },
    ],
  }));

test("does not list what is no folder", () => {
  assert.deepEqual(diskHost.list(at("a.service")), { problem: "is not a folder" });
  assert.deepEqual(diskHost.list(at("gone")), { problem: "no such file or folder" });
});

test("resolves links", () => {
  assert.equal(diskHost.realPath(at("alias.service")), diskHost.realPath(at("a.service")));
  assert.equal(diskHost.realPath(at("dangling.service")), undefined);
  assert.equal(diskHost.realPath(at("loop.service")), undefined);
});

test("reads links", () => {
  assert.equal(diskHost.linkTarget(at("dangling.service")), "nowhere");
  assert.equal(diskHost.linkTarget(at("a.service")), undefined);
  assert.equal(diskHost.linkTarget(at("gone")), undefined);
});

test("survives a file that vanishes between listing and reading", () => {
  writeFileSync(at("folder/gone.service"), "[Unit]\n");
  const listed = diskHost.list(at("folder"));
  rmSync(at("folder/gone.service"));
  assert.deepEqual(listed, { entries: [{ name: "gone.service", kind: "file" }] });
  assert.deepEqual(diskHost.read(at("folder/gone.service")), { problem: "no such file or folder" });
});

test("says when permission is denied", () => {
  const denied = { problem: "permission denied" };
  asNobody(() => {
    assert.deepEqual(diskHost.read(at("secret.service")), denied);
    assert.deepEqual(diskHost.readStart(at("secret.service"), 3), denied);
    assert.deepEqual(diskHost.list(at("closed")), denied);
    assert.equal(diskHost.kind(at("secret.service")), "file");
    assert.equal(diskHost.kind(at("closed")), "folder");
    assert.equal(diskHost.kind(at("closed/a.service")), "unreadable");
    assert.equal(diskHost.realPath(at("closed/a.service")), undefined);
  });
});

/** Root may read everything, and so becomes the user nobody for a while. */
function asNobody(act: () => void): void {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

function contentOf(outcome: ReadOutcome): string {
  return "bytes" in outcome ? new TextDecoder().decode(outcome.bytes) : `(${outcome.problem})`;
}
