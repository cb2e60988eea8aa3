/** What a workspace cannot read: it is named for as long as that lasts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, workspaceOn, workspaceOver } from "../support/marked.ts";
import { memoryHost, type Tree, unreadableFile, unreadableFolder, vanished } from "../support/memory-host.ts";

const service = "[Service]\nExecStart=/usr/bin/app\n";

function unreadIn(tree: Tree): string[] {
  const workspace = workspaceOver(tree);
  settle(workspace);
  return workspace.unread().map(({ path, message }) => `${path}: ${message}`);
}

test("files and folders that may not be read, and files too large to judge, are named", () => {
  const large = `[Service]\n${"Environment=A=b\n".repeat(70_000)}`;
  assert.deepEqual(
    unreadIn({
      "/units/a.service": service,
      "/units/a.service.d/x.conf": unreadableFile,
      "/units/b.service": unreadableFile,
      "/units/closed": unreadableFolder,
      "/units/large.service": large,
    }),
    [
      "/units/a.service.d/x.conf: permission denied",
      "/units/b.service: permission denied",
      "/units/closed: permission denied",
      "/units/large.service: larger than 1 MiB, and not judged in editors",
    ],
  );
});

test("what lies around an open file counts as well", () => {
  const workspace = workspaceOver({ "/other/a.service": service, "/other/a.service.d/x.conf": unreadableFile });
  workspace.open({ uri: "file:///other/a.service", languageId: "systemd-unit", version: 1, text: service });
  settle(workspace);
  assert.deepEqual(workspace.unread(), [{ path: "/other/a.service.d/x.conf", message: "permission denied" }]);
});

test("an empty folder, what is gone again and what is no unit file go without a word", () => {
  assert.deepEqual(unreadIn({ "/units/": "" }), []);
  assert.deepEqual(unreadIn({ "/units/a.service": vanished, "/units/b.service": "#!/bin/sh\n" }), []);
});

test("what may be read again is named no longer", () => {
  let host = memoryHost({ "/units/a.service": unreadableFile });
  const workspace = workspaceOn({
    kind: path => host.kind(path),
    read: path => host.read(path),
    readStart: (path, length) => host.readStart(path, length),
    list: path => host.list(path),
    realPath: path => host.realPath(path),
    linkTarget: path => host.linkTarget(path),
  });
  settle(workspace);
  assert.equal(workspace.unread().length, 1);
  host = memoryHost({ "/units/a.service": service });
  workspace.touch(["file:///units/a.service"]);
  settle(workspace);
  assert.deepEqual(workspace.unread(), []);
});
