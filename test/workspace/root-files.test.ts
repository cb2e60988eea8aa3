/** What a root answers: links stay inside it, and only whole systems are asked. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { rootAccounts } from "../../server/src/model/root-accounts.ts";
import type { RootFiles } from "../../server/src/model/root-files.ts";
import { rootFilesOf } from "../../server/src/workspace/root-files.ts";
import { link, memoryHost, type Tree } from "../support/memory-host.ts";

const system: Tree = {
  "/image/bin": link("usr/bin"),
  "/image/sbin": link("/usr/sbin"),
  "/image/usr/bin/dash": "#!",
  "/image/usr/bin/sh": link("dash"),
  "/image/usr/sbin/data": "data",
  "/usr/bin/only-outside": "#!",
};

function rootOf(more: Tree = {}): RootFiles {
  const files = rootFilesOf(memoryHost({ ...system, ...more }), ["/image"]);
  assert.ok(files);
  return files;
}

test("links lead where they would from inside the root", () => {
  const files = rootOf({
    "/image/etc/alternatives/editor": link("/bin/dash"),
    "/image/usr/bin/editor": link("/etc/alternatives/editor"),
    "/image/usr/bin/climber": link("../../../../usr/bin/only-outside"),
    "/image/usr/bin/loop": link("loop"),
  });
  assert.equal(files.kind("/bin/editor"), "program");
  assert.equal(files.kind("/usr/bin/climber"), "missing");
  assert.equal(files.kind("/usr/bin/only-outside"), "missing");
  assert.equal(files.kind("/usr/bin/loop"), "unknown");
  assert.equal(files.kind("/sbin/data"), "file");
  assert.equal(files.kind("/usr/sbin"), "folder");
});

test("the folder of an overlay and several roots are not asked", () => {
  assert.equal(rootFilesOf(memoryHost({ "/image/usr/bin/app": "#!" }), ["/image"]), undefined);
  assert.equal(rootFilesOf(memoryHost(system), ["/image", "/base"]), undefined);
  assert.equal(rootFilesOf(memoryHost(system), []), undefined);
});

test("answers stay the same while files change", () => {
  let kind: "file" | "missing" = "file";
  const host = { ...memoryHost(system), kind: () => kind };
  const files = rootFilesOf(host, ["/image"]);
  assert.equal(files?.kind("/bin/dash"), "program");
  kind = "missing";
  assert.equal(files?.kind("/bin/dash"), "program");
});

test("a host that cannot tell what may be run says nothing of programs", () => {
  const host = { ...memoryHost(system), isExecutable: () => undefined };
  assert.equal(rootFilesOf(host, ["/image"]), undefined);
});

test("accounts of passwd, of sysusers.d and of records", () => {
  const found = rootAccounts(
    rootOf({
      "/image/etc/passwd": "root:x:0:0::/root:/bin/sh\n# no:x\nwww-data:x:33:33::/:/bin/sh\n",
      "/image/etc/group": "www-data:x:33:\n",
      "/image/usr/lib/sysusers.d/app.conf": 'u app - "An app"\ng web\nm worker video\nr - 500-900\n',
      "/image/usr/lib/sysusers.d/README": "u readme -\n",
      "/image/etc/userdb/lennart.user": "{}",
    }),
  );
  assert.deepEqual([...(found?.users ?? [])].sort(), ["app", "lennart", "nobody", "root", "worker", "www-data"]);
  assert.deepEqual([...(found?.groups ?? [])].sort(), ["app", "nobody", "nogroup", "root", "video", "web", "www-data"]);
});

test("without passwd, or with a directory service, accounts are unknown", () => {
  assert.equal(rootAccounts(rootOf()), undefined);
  const passwd = { "/image/etc/passwd": "root:x:0:0::/root:/bin/sh\n" };
  assert.equal(rootAccounts(rootOf({ ...passwd, "/image/etc/nsswitch.conf": "passwd: files ldap\n" })), undefined);
  assert.ok(
    rootAccounts(rootOf({ ...passwd, "/image/etc/nsswitch.conf": "passwd: files [!UNAVAIL=return] systemd\n" })),
  );
});
