/** Trees of loops, pipes, sockets, devices and files of 100 MB: every command ends, and what cannot be read is named. */
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { inFolder } from "../support/cli-folder.ts";
import { bug, makeSpecialFiles, runIn, treeCommands } from "../support/hostile.ts";

const onPosix = { skip: process.platform === "win32" && "Windows has no named pipes and devices in folders" };

test("every command ends, names what it needed and could not read, and says so by status 2", onPosix, async () => {
  await inFolder({}, folder => {
    makeSpecialFiles(folder);
    for (const words of treeCommands) {
      const { stdout, stderr, status } = runIn(folder, words);
      const said = words.join(" ");
      assert.doesNotMatch(stdout + stderr, bug, said);
      if (words[0] === "config") continue;
      assert.equal(status, 2, said);
      if (words[0] !== "fmt" && words[0] !== "." && !words.includes("--trees"))
        assert.match(stderr, /^unitlint: (?:\.\/)?a\.service\.d\/pipe\.conf: is a named pipe, not a file$/m, said);
    }
  });
});

test("a folder tells what it passes over, and why it cannot read the rest", onPosix, async () => {
  await inFolder({}, async folder => {
    makeSpecialFiles(folder);
    const server = createServer();
    await new Promise<void>(resolve => server.listen(join(folder, "s.socket"), resolve));
    const { skipped, errors, checked } = JSON.parse(runIn(folder, ["--format", "json", "."]).stdout);
    server.close();
    assert.deepEqual(checked.sort(), ["a.service", "a.service.d/x.conf", "sub/b.service"]);
    assert.deepEqual(
      errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`),
      [
        "large.service: larger than 16 MiB, which no unit file is (100 MB)",
        "a.service.d/pipe.conf: is a named pipe, not a file",
        "a.service.d/zero.conf: is a device, not a file",
      ],
    );
    const pathsOf = (reason: string) =>
      skipped.flatMap((file: { path: string; reason: string }) => (file.reason === reason ? file.path : []));
    assert.deepEqual(pathsOf("special file"), [
      "a.service.d/pipe.conf",
      "a.service.d/zero.conf",
      "pipe.service",
      "s.socket",
      "zero.service",
    ]);
    const loops = pathsOf("link loop");
    for (const name of ["loop.service", "one.service", "two.service", "chain0.service", "sub/up"])
      assert.ok(loops.includes(name), name);
    const { stdout } = runIn(folder, ["."]);
    assert.match(stdout, /skipped 4 special files \(pipe, socket, device\): .* and 1 more/);
  });
});

test("what is named is refused with its reason", onPosix, async () => {
  await inFolder({}, folder => {
    makeSpecialFiles(folder);
    for (const [words, reason] of [
      [["pipe.service"], "pipe.service: is a named pipe, not a file"],
      [["--as", "x.service", "/dev/zero"], "/dev/zero: is a device, not a file"],
      [["loop.service"], "loop.service: is a link that leads back to itself, or over too many others"],
      [["chain0.service"], "chain0.service: is a link that leads back to itself, or over too many others"],
      [["large.service"], "large.service: larger than 16 MiB, which no unit file is (100 MB)"],
      [["--config", "pipe.service", "a.service"], "--config pipe.service: is a named pipe, not a file"],
      [["--baseline", "/dev/zero", "a.service"], "--baseline /dev/zero: is a device, not a file"],
      [["security", "--policy", "pipe.service"], "--policy pipe.service: is a named pipe, not a file"],
      [["merge", "/dev/zero"], "/dev/zero: is larger than 511 MiB"],
      [["@/dev/zero"], "@/dev/zero: is larger than 64 MiB; for a path of that name write ./@/dev/zero"],
    ] as const) {
      const { stderr, status } = runIn(folder, words);
      assert.ok(stderr.includes(`unitlint: ${reason}`), `${words.join(" ")}: ${stderr}`);
      assert.equal(status, 2);
    }
  });
});
