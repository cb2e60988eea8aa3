/** The catalog's answers, against facts that a person knows of systemd. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import type { Directive } from "../../server/src/catalog/directive.ts";

const catalog = catalogAt(262);

/** Checks some fields of directives: `Section.Name` to what must be so. */
function checkDirectives(expected: Readonly<Record<string, Partial<Directive>>>): void {
  for (const [key, fields] of Object.entries(expected)) {
    const [section = "", name = ""] = key.split(".");
    const found = catalog.directive(section, name);
    assert.ok(found, `${key} is in the catalog`);
    assert.deepEqual({ ...found, ...fields }, found, key);
    assert.deepEqual([found.section, found.name], [section, name]);
  }
}

test("a directive tells its grammar", () => {
  checkDirectives({
    "Automount.Where": { kind: "path" },
    "Install.DefaultInstance": { kind: "instance-name" },
    "Mount.Options": { kind: "mount-options" },
    "Path.PathExistsGlob": { kind: "path-glob" },
    "Service.ExecStart": { kind: "command-line" },
    "Service.Group": { kind: "group" },
    "Service.LimitCPU": { kind: "resource-limit-seconds" },
    "Service.LimitNOFILE": { kind: "resource-limit" },
    "Service.LimitMEMLOCK": { kind: "resource-limit-size" },
    "Service.PrivateDevices": { kind: "boolean" },
    "Service.Restart": { kind: "restart" },
    "Service.Type": { kind: "service-type" },
    "Service.User": { kind: "user" },
    "Socket.ListenNetlink": { kind: "netlink-address" },
    "Socket.ListenStream": { kind: "socket-address" },
    "Socket.SocketMode": { kind: "mode" },
    "Timer.OnBootSec": { kind: "time-span" },
    "Timer.OnCalendar": { kind: "calendar-event" },
    "Unit.AssertVirtualization": { kind: "condition-virtualization" },
    "Unit.ConditionPathExists": { kind: "condition-path" },
    "Unit.Description": { kind: "string" },
    "Unit.Wants": { kind: "unit-list" },
  });
});

test("a directive tells what a second assignment does", () => {
  checkDirectives({
    "Install.Also": { repeat: "append-only" },
    "Install.WantedBy": { repeat: "list" },
    "Service.CapabilityBoundingSet": { repeat: "list" },
    "Service.Environment": { repeat: "list" },
    "Service.ExecStart": { repeat: "list" },
    "Service.LimitNOFILE": { repeat: "last-wins" },
    "Service.Sockets": { repeat: "append-only" },
    "Service.SuccessExitStatus": { repeat: "list" },
    "Service.SystemCallFilter": { repeat: "list" },
    "Service.TasksMax": { repeat: "last-wins" },
    "Service.WorkingDirectory": { repeat: "last-wins" },
    "Socket.ListenDatagram": { repeat: "list" },
    "Timer.OnCalendar": { repeat: "list" },
    "Unit.After": { repeat: "append-only" },
    "Unit.ConditionACPower": { repeat: "list" },
    "Unit.Description": { repeat: "last-wins" },
    "Unit.Documentation": { repeat: "list" },
    "Unit.RequiresMountsFor": { repeat: "append-only" },
  });
});

test("a directive tells its manual page and the release that brought it", () => {
  checkDirectives({
    "Mount.ProtectSystem": { page: "systemd.exec" },
    "Scope.KillMode": { page: "systemd.kill" },
    "Service.DynamicUser": { page: "systemd.exec", since: 232 },
    "Service.ExecCondition": { page: "systemd.service", since: 243 },
    "Service.MemoryMax": { page: "systemd.resource-control", since: 231 },
    "Slice.ConcurrencySoftMax": { page: "systemd.slice", since: 258 },
    "Socket.FileDescriptorName": { page: "systemd.socket", since: 227 },
    "Unit.Upholds": { page: "systemd.unit", since: 249 },
    "Unit.StartLimitIntervalSec": { page: "systemd.unit", since: 230 },
  });
  assert.equal(catalog.directive("Service", "ReadOnlyDirectories")?.page, undefined);
});

test("a key is known in its own sections only, and in exact case", () => {
  assert.equal(catalog.directive("Service", "OnCalendar"), undefined);
  assert.equal(catalog.directive("Unit", "ExecStart"), undefined);
  assert.equal(catalog.directive("Service", "execstart"), undefined);
  assert.equal(catalog.directive("X-Mine", "ExecStart"), undefined);
  assert.equal(catalog.directive("__proto__", "constructor"), undefined);
  assert.equal(catalog.directive("Service", "constructor"), undefined);
});

test("sectionsWith names every section of a key, [Unit] first and [Install] last", () => {
  assert.deepEqual(catalog.sectionsWith("ExecStart"), ["Service"]);
  assert.deepEqual(catalog.sectionsWith("WantedBy"), ["Install"]);
  assert.deepEqual(catalog.sectionsWith("StartLimitBurst"), ["Unit", "Service"]);
  assert.deepEqual(catalog.sectionsWith("DirectoryMode"), ["Socket", "Mount", "Automount", "Path"]);
  assert.deepEqual(catalog.sectionsWith("MemoryMax"), ["Service", "Socket", "Mount", "Swap", "Slice", "Scope"]);
  assert.deepEqual(catalog.sectionsWith("NoSuchKey"), []);
});

test("directivesIn lists a section by name", () => {
  const names = catalog.directivesIn("Install").map(directive => directive.name);
  assert.deepEqual(names, ["Alias", "Also", "DefaultInstance", "RequiredBy", "UpheldBy", "WantedBy"]);
  assert.deepEqual(catalog.directivesIn("Target"), []);
  assert.deepEqual(catalog.directivesIn("X-Mine"), []);
});

test("unit types and sections find each other", () => {
  assert.equal(catalog.unitTypes.length, 11);
  assert.deepEqual(catalog.sectionsOf("service"), ["Unit", "Service", "Install"]);
  assert.deepEqual(catalog.sectionsOf("target"), ["Unit", "Target", "Install"]);
  assert.deepEqual(catalog.unitTypesWith("Automount"), ["automount"]);
  assert.deepEqual(catalog.unitTypesWith("Install"), catalog.unitTypes);
  assert.deepEqual(catalog.unitTypesWith("X-Mine"), []);
});

test("every listed directive is found again under its section and name", () => {
  const sections = [...new Set(catalog.unitTypes.flatMap(type => catalog.sectionsOf(type)))];
  const listed = sections.flatMap(section => catalog.directivesIn(section));
  assert.ok(listed.length > 1400);
  for (const directive of listed) {
    assert.equal(catalog.directive(directive.section, directive.name), directive);
    assert.ok(catalog.sectionsWith(directive.name).includes(directive.section));
  }
});
