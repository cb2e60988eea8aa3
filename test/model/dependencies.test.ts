/** What units say and imply about others. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { RelationKind } from "../../server/src/model/dependency.ts";
import { related, unitSet } from "../support/unit-set.ts";

/** What a unit that stands alone is related to. */
function relations(name: string, text: string, kind: RelationKind, version = 262): string[] {
  return related(unitSet({ [`etc/${name}`]: text }, version), name, kind);
}

function ofService(lines: string, kind: RelationKind, version = 262): string[] {
  const text = `[Unit]\nDefaultDependencies=no\n[Service]\nExecStart=/bin/true\nSlice=-.slice\n${lines}\n`;
  return relations("app.service", text, kind, version).filter(name => name !== "-.slice" && name !== "-.mount");
}

describe("a service", () => {
  test("logs to the journal unless it inherits what goes both ways", () => {
    assert.deepEqual(ofService("", "After"), ["systemd-journald.socket"]);
    assert.deepEqual(ofService("StandardInput=socket", "After"), []);
    assert.deepEqual(ofService("StandardInput=data", "After"), ["systemd-journald.socket"]);
    assert.deepEqual(ofService("StandardInput=tty\nStandardError=journal", "After"), ["systemd-journald.socket"]);
  });

  test("that mounts images and may use few devices needs the kernel's modules", () => {
    const modules = ["modprobe@dm_mod.service", "modprobe@dm_verity.service", "modprobe@loop.service"];
    assert.deepEqual(ofService("MountImages=/srv/image:/mnt\nPrivateDevices=yes", "Wants"), modules);
    assert.deepEqual(ofService("MountImages=/srv/image:/mnt", "Wants"), []);
  });

  test("lies in the slice of its template, or in the last one that is a slice", () => {
    const text = "[Service]\nExecStart=/bin/true\n";
    assert.deepEqual(related(unitSet({ "etc/a-b@.service": text }), "a-b@x.service", "InSlice"), [
      "system-a\\x2db.slice",
    ]);
    assert.deepEqual(ofService("Slice=app.slice\nSlice=other.service", "InSlice"), ["app.slice"]);
  });

  test("drops a template of its own that would never end", () => {
    const set = unitSet({ "etc/a@.service": "[Unit]\nWants=a@%i-x.service a@y-x.service\n[Service]\nExecStart=/x\n" });
    assert.deepEqual(related(set, "a@y.service", "Wants"), []);
    const other = unitSet({ "etc/a@.service": "[Unit]\nWants=a@y-x.service\n[Service]\nExecStart=/x\n" });
    assert.deepEqual(related(other, "a@y.service", "Wants"), ["a@y-x.service"]);
  });

  test("of a user starts in the home folder, which is mounted", () => {
    const set = unitSet({ "etc/app.service": "[Service]\nExecStart=/bin/true\n" }, 262, "user");
    assert.ok(related(set, "app.service", "After").includes("-.mount"));
  });
});

describe("mounts and swaps", () => {
  const mount = (options: string, kind: RelationKind, version = 262) =>
    relations("srv.mount", `[Mount]\nWhat=/dev/sdb1\nWhere=/srv\nOptions=${options}\n`, kind, version);

  test("x-systemd.device-bound=no means so since 255", () => {
    assert.deepEqual(mount("x-systemd.device-bound=no", "BindsTo", 252), ["dev-sdb1.device"]);
    assert.deepEqual(mount("x-systemd.device-bound=no", "BindsTo", 257), []);
    assert.deepEqual(mount("x-systemd.device-bound=no", "StopPropagatedFrom", 257), []);
    assert.deepEqual(mount("defaults", "StopPropagatedFrom", 257), ["dev-sdb1.device"]);
  });

  test("quotas were the manager's business up to 255", () => {
    assert.deepEqual(mount("quota", "Wants", 252), ["quotaon.service", "systemd-quotacheck.service"]);
    assert.deepEqual(mount("quota", "Wants", 257), []);
  });

  test("a swap is after the device that a line names, not after the one that its name tells", () => {
    assert.deepEqual(relations("dev-sdb1.swap", "[Swap]\nWhat=/dev/sdb1\n", "Requires"), [
      "dev-sdb1.device",
      "system.slice",
    ]);
    assert.deepEqual(relations("dev-sdb1.swap", "[Swap]\nPriority=1\n", "Requires"), ["system.slice"]);
  });
});

describe("timers and paths", () => {
  test("start what the first Unit= says that is not the unit itself", () => {
    const text = (lines: string) => `[Timer]\nOnBootSec=1\n${lines}\n`;
    assert.deepEqual(relations("app.timer", text("Unit=app.timer\nUnit=a.service\nUnit=b.service"), "Triggers"), [
      "a.service",
    ]);
    assert.deepEqual(relations("app.timer", text(""), "Triggers"), ["app.service"]);
  });
});

describe("a file that systemd does not read to its end", () => {
  test("what stands above the broken line is said", () => {
    const text = "[Unit]\nWants=b.service\n[Service\nSlice=app.slice\n[Unit]\nWants=c.service\n";
    assert.deepEqual(relations("app.service", text, "Wants"), ["b.service"]);
    assert.deepEqual(relations("app.service", text, "Conflicts"), []);
  });
});
