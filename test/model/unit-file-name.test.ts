/** What a path tells about a unit file, and which paths are none. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { unitFileName, unitTypeOf } from "../../server/src/model/unit-file-name.ts";

/** Checks paths: `unit | type | role | manager`, with ` | skeleton` where it is one; `none` for what names no unit file. */
function checkPaths(expected: Readonly<Record<string, string>>): void {
  for (const [path, told] of Object.entries(expected)) assert.equal(tell(path), told, path);
}

function tell(path: string): string {
  const name = unitFileName(path);
  if (name === undefined) return "none";
  const { unit, type, role, manager, skeleton } = name;
  return [unit, type, role, manager, ...(skeleton ? ["skeleton"] : [])].join(" | ");
}

test("unit files of each type", () => {
  checkPaths({
    "app.service": "app.service | service | fragment | system",
    "app.socket": "app.socket | socket | fragment | system",
    "multi-user.target": "multi-user.target | target | fragment | system",
    "dev-sda.device": "dev-sda.device | device | fragment | system",
    "srv-data.mount": "srv-data.mount | mount | fragment | system",
    "srv-data.automount": "srv-data.automount | automount | fragment | system",
    "dev-sdb1.swap": "dev-sdb1.swap | swap | fragment | system",
    "backup.timer": "backup.timer | timer | fragment | system",
    "spool.path": "spool.path | path | fragment | system",
    "-.slice": "-.slice | slice | fragment | system",
    "session-1.scope": "session-1.scope | scope | fragment | system",
  });
});

test("templates and instances", () => {
  checkPaths({
    "getty@.service": "getty@.service | service | fragment | system",
    "getty@tty1.service": "getty@tty1.service | service | fragment | system",
    "a@b@c.service": "a@b@c.service | service | fragment | system",
    "systemd-fsck@dev-disk-by\\x2dlabel-root.service":
      "systemd-fsck@dev-disk-by\\x2dlabel-root.service | service | fragment | system",
  });
});

test("names with every kind of character that systemd allows", () => {
  checkPaths({
    "org.example.App_1:2-3.service": "org.example.App_1:2-3.service | service | fragment | system",
    "srv-my\\x20disk.mount": "srv-my\\x20disk.mount | mount | fragment | system",
    "1.timer": "1.timer | timer | fragment | system",
  });
});

test("drop-ins of one unit", () => {
  checkPaths({
    "app.service.d/50-local.conf": "app.service | service | drop-in | system",
    "/etc/systemd/system/app.service.d/override.conf": "app.service | service | drop-in | system",
    "getty@.service.d/x.conf": "getty@.service | service | drop-in | system",
    "getty@tty1.service.d/x.conf": "getty@tty1.service | service | drop-in | system",
    "app.service.d/50-local.timer.conf": "app.service | service | drop-in | system",
  });
});

test("drop-ins of many units: by prefix and by type", () => {
  checkPaths({
    "foo-.service.d/x.conf": "foo-.service | service | drop-in | system",
    "service.d/x.conf": "service | service | drop-in | system",
    "/usr/lib/systemd/system/socket.d/10-all.conf": "socket | socket | drop-in | system",
    "/usr/lib/systemd/user/service.d/10-all.conf": "service | service | drop-in | user",
  });
});

test("the manager is told by the nearest folder of its name", () => {
  checkPaths({
    "/usr/lib/systemd/user/foo.service": "foo.service | service | fragment | user",
    "/usr/lib/systemd/system/foo.service": "foo.service | service | fragment | system",
    "/etc/systemd/user/foo.service.d/x.conf": "foo.service | service | drop-in | user",
    "/home/joe/.config/systemd/user/foo.service": "foo.service | service | fragment | user",
    "/home/user/.config/systemd/user/foo.service": "foo.service | service | fragment | user",
    "user/foo.service": "foo.service | service | fragment | user",
    "/home/user/foo.service": "foo.service | service | fragment | system",
    "/home/user/system/foo.service": "foo.service | service | fragment | system",
    "/opt/system/user/foo.service": "foo.service | service | fragment | user",
    "user.service": "user.service | service | fragment | system",
  });
});

test("skeletons, by the suffix of what completes them", () => {
  checkPaths({
    "app.service.in": "app.service | service | fragment | system | skeleton",
    "app.service.j2": "app.service | service | fragment | system | skeleton",
    "app.service.jinja": "app.service | service | fragment | system | skeleton",
    "app.service.jinja2": "app.service | service | fragment | system | skeleton",
    "app.service.erb": "app.service | service | fragment | system | skeleton",
    "app.service.epp": "app.service | service | fragment | system | skeleton",
    "app.service.tmpl": "app.service | service | fragment | system | skeleton",
    "app.service.tpl": "app.service | service | fragment | system | skeleton",
    "app.service.template": "app.service | service | fragment | system | skeleton",
    "app.service.gotmpl": "app.service | service | fragment | system | skeleton",
    "app.service.mustache": "app.service | service | fragment | system | skeleton",
    "app@.service.in": "app@.service | service | fragment | system | skeleton",
    "app.service.d/50-x.conf.in": "app.service | service | drop-in | system | skeleton",
    "@NAME@.service.in": "@NAME@.service | service | fragment | system | skeleton",
    "{{ name }}.service.j2": "{{ name }}.service | service | fragment | system | skeleton",
    "user/app.timer.in": "app.timer | timer | fragment | user | skeleton",
  });
});

test("temporary files of `systemctl edit` count as what they will become", () => {
  checkPaths({
    ".#foo.service0123456789abcdef": "foo.service | service | fragment | system",
    "foo.service.d/.#override.conf0123456789abcdef": "foo.service | service | drop-in | system",
    "/etc/systemd/user/.#foo@.timerfedcba9876543210": "foo@.timer | timer | fragment | user",
    "/etc/systemd/system/foo.service.d/.#override.conf0123456789abcdef": "foo.service | service | drop-in | system",
    ".#foo.service0123": "none",
    ".#foo.service0123456789ABCDEF": "none",
  });
});

test("names that no unit can have", () => {
  checkPaths({
    "": "none",
    app: "none",
    ".service": "none",
    service: "none",
    "@.service": "none",
    "@foo.service": "none",
    "my app.service": "none",
    "größe.service": "none",
    "app.Service": "none",
    "app.servic": "none",
    "app.service~": "none",
    "app.service.bak": "none",
    "app,b.service": "none",
    "a+b.service": "none",
    "README.md": "none",
  });
});

test("files that are no drop-ins where they stand", () => {
  checkPaths({
    "app.service.d/README": "none",
    "app.service.d/50-x.conf.bak": "none",
    "app.service.d/50-x.CONF": "none",
    "50-x.conf": "none",
    "app.d/50-x.conf": "none",
    "conf.d/50-x.conf": "none",
    "app.service.wants/50-x.conf": "none",
    "app.service.d/sub/50-x.conf": "none",
    "my app.service.d/50-x.conf": "none",
  });
});

test("a unit name has at most 255 characters", () => {
  assert.equal(unitTypeOf(`${"a".repeat(247)}.service`), "service");
  assert.equal(unitTypeOf(`${"a".repeat(248)}.service`), undefined);
});
