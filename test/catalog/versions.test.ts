/** What changes from release to release, against facts that a person knows of systemd's history. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  catalogAt,
  certainty,
  everKnown,
  isRemoved,
  knownVersions,
  newestVersion,
  withAdditions,
} from "../../server/src/catalog/catalog.ts";
import type { Directive, Replacement } from "../../server/src/catalog/directive.ts";

/** Checks for each `Section.Name` in which of the given releases a file may use it. */
function checkReleases(expected: Readonly<Record<string, { known?: readonly number[]; unknown?: readonly number[] }>>) {
  for (const [key, { known = [], unknown = [] }] of Object.entries(expected)) {
    const [section = "", name = ""] = key.split(".");
    const has = (version: number) => catalogAt(version).directive(section, name) !== undefined;
    assert.deepEqual([known.filter(version => !has(version)), unknown.filter(has)], [[], []], key);
  }
}

function ever(key: string): Directive {
  const [section = "", name = ""] = key.split(".");
  const row = everKnown(section, name);
  assert.ok(row, `${key} is in the catalog`);
  return row;
}

test("there is a catalog of each release from 219 to 262, always the same, and of no other", () => {
  assert.deepEqual([knownVersions.at(0), knownVersions.at(-1), knownVersions.length], [219, 262, 44]);
  assert.equal(newestVersion, 262);
  for (const version of knownVersions) assert.equal(catalogAt(version).version, version);
  assert.equal(catalogAt(249), catalogAt(249));
  assert.throws(() => catalogAt(99), new RangeError("No catalog of systemd 99: known are 219 to 262"));
  assert.throws(() => catalogAt(250.5), RangeError);
});

test("a directive is known from its first release on", () => {
  checkReleases({
    "Service.ExecStart": { known: [219, 230, 247, 262] },
    "Service.TasksMax": { known: [227, 262], unknown: [226] },
    "Service.ReadWritePaths": { known: [231], unknown: [230] },
    "Service.DynamicUser": { known: [232, 262], unknown: [219, 231] },
    "Service.ExecCondition": { known: [243], unknown: [242] },
    "Service.ProtectProc": { known: [247], unknown: [246] },
    "Service.ExtensionImages": { known: [248, 262], unknown: [219, 247] },
    "Unit.Upholds": { known: [249], unknown: [248] },
    "Install.UpheldBy": { known: [254], unknown: [253] },
    "Service.LoadCredentialEncrypted": { known: [250], unknown: [249] },
    "Service.OpenFile": { known: [253], unknown: [252] },
    "Service.RestartMode": { known: [254], unknown: [253] },
    "Service.DelegateSubgroup": { known: [254, 255, 256], unknown: [253] },
    "Service.PrivatePIDs": { known: [257], unknown: [256] },
    "Slice.ConcurrencySoftMax": { known: [258], unknown: [257] },
    "Unit.ConditionVersion": { known: [258], unknown: [257] },
  });
});

test("a condition that its release forgot to put into the table is known from the release that did", () => {
  checkReleases({ "Unit.ConditionCPUFeature": { known: [251], unknown: [248, 249, 250] } });
});

test("a directive is known in other sections from other releases on", () => {
  checkReleases({
    "Service.StartLimitBurst": { known: [219, 262] },
    "Unit.StartLimitBurst": { known: [229], unknown: [228] },
    "Unit.StartLimitIntervalSec": { known: [230], unknown: [229] },
    "Service.FailureAction": { known: [219, 262] },
    "Unit.FailureAction": { known: [236], unknown: [235] },
  });
  assert.deepEqual(catalogAt(219).sectionsWith("StartLimitBurst"), ["Service"]);
  assert.deepEqual(catalogAt(257).sectionsWith("StartLimitBurst"), ["Unit", "Service"]);
});

test("a directive that was dropped is unknown afterwards", () => {
  checkReleases({
    "Slice.ManagedOOMMemoryPressureLimitPercent": { known: [247], unknown: [246, 248, 262] },
    "Slice.ManagedOOMMemoryPressureLimit": { known: [248], unknown: [247] },
    "Unit.ConditionNull": { known: [219, 246], unknown: [247] },
  });
  assert.deepEqual([ever("Unit.ConditionNull").until, ever("Unit.After").until], [246, undefined]);
});

test("a directive whose support was removed stays known, and is not offered any more", () => {
  const limit = ever("Service.MemoryLimit");
  for (const version of [219, 252, 257]) assert.equal(isRemoved(limit, version), false);
  for (const version of [258, 262]) assert.equal(isRemoved(limit, version), true);
  assert.equal(catalogAt(262).directive("Service", "MemoryLimit"), limit);
  assert.equal(catalogAt(252).directive("Service", "MemoryLimit"), limit);
  assert.ok(catalogAt(252).namesIn("Service").includes("MemoryLimit"));
  assert.ok(!catalogAt(262).namesIn("Service").includes("MemoryLimit"));
  assert.ok(catalogAt(262).directivesIn("Service").includes(limit));
  assert.equal(isRemoved(ever("Service.Capabilities"), 229), false);
  assert.equal(isRemoved(ever("Service.Capabilities"), 230), true);
  assert.equal(isRemoved(ever("Unit.IgnoreOnSnapshot"), 247), true);
  assert.equal(isRemoved(ever("Service.CPUWeight"), 262), false);
});

test("a removed directive tells what its value was", () => {
  const kinds = ["MemoryLimit", "CPUShares", "CPUAccounting"].map(name => ever(`Service.${name}`).kind);
  assert.deepEqual(kinds, ["memory-limit", "cpu-shares", "boolean"]);
  assert.deepEqual(
    [ever("Service.BlockIODeviceWeight").repeat, ever("Service.CPUShares").repeat],
    ["list", "last-wins"],
  );
});

test("an old name tells what took over, since when, and whether the value stays", () => {
  const expected: Readonly<Record<string, Replacement>> = {
    "Service.MemoryLimit": { to: pair("Service.MemoryMax"), since: 231, values: "same", notedSince: 252 },
    "Slice.CPUShares": { to: pair("Slice.CPUWeight"), since: 232, values: "different", notedSince: 252 },
    "Scope.BlockIOWeight": { to: pair("Scope.IOWeight"), since: 230, values: "different" },
    "Mount.ReadOnlyDirectories": { to: pair("Mount.ReadOnlyPaths"), since: 231, values: "same" },
    "Service.StartLimitInterval": { to: pair("Unit.StartLimitIntervalSec"), since: 230, values: "same" },
    "Unit.StartLimitInterval": { to: pair("Unit.StartLimitIntervalSec"), since: 230, values: "same" },
    "Unit.BindTo": { to: pair("Unit.BindsTo"), since: 187, values: "same" },
    "Unit.RequiresOverridable": { to: pair("Unit.Requires"), since: 228, values: "same", notedSince: 228 },
    "Unit.OnFailureIsolate": { to: pair("Unit.OnFailureJobMode"), since: 209, values: "different", notedSince: 219 },
    "Service.PermissionsStartOnly": { since: 240, values: "different" },
  };
  for (const [key, replacement] of Object.entries(expected)) assert.deepEqual(ever(key).replacedBy, replacement, key);
  for (const key of ["Service.TimeoutSec", "Service.RootDirectoryStartOnly", "Unit.StartLimitBurst"]) {
    assert.equal(ever(key).replacedBy, undefined, key);
  }
});

test("everKnown finds what any release knows, and nothing else", () => {
  assert.equal(ever("Service.RestartMode"), catalogAt(254).directive("Service", "RestartMode"));
  assert.equal(everKnown("Service", "ExecStrat"), undefined);
  assert.equal(everKnown("BusName", "Name"), undefined);
  assert.equal(everKnown("__proto__", "constructor"), undefined);
});

test("withAdditions gives a catalog that knows some directives ahead of its time", () => {
  const plain = catalogAt(252);
  const patched = withAdditions(plain, ["Service.RestartMode", "Service.ExecStart"]);
  assert.equal(patched.version, 252);
  assert.deepEqual([...patched.additions], ["Service.RestartMode", "Service.ExecStart"]);
  assert.equal(patched.directive("Service", "RestartMode")?.since, 254);
  assert.deepEqual(patched.sectionsWith("RestartMode"), ["Service"]);
  assert.deepEqual(
    patched.namesIn("Service").filter(name => !plain.namesIn("Service").includes(name)),
    ["RestartMode"],
  );
  assert.equal(patched.directive("Service", "PrivatePIDs"), undefined);
  assert.equal(plain.directive("Service", "RestartMode"), undefined);
  const more = withAdditions(patched, ["Service.PrivatePIDs"]);
  assert.deepEqual([...more.additions], ["Service.RestartMode", "Service.ExecStart", "Service.PrivatePIDs"]);
  assert.throws(
    () => withAdditions(plain, ["Service.Flavour"]),
    new RangeError("No release of systemd knows Service.Flavour"),
  );
  assert.throws(() => withAdditions(plain, ["RestartMode"]), RangeError);
});

test("a catalog says how certain it is", () => {
  assert.deepEqual(
    knownVersions.filter(version => certainty(version) === "exact"),
    [247, 248, 249, 250, 251, 252, 253, 254, 255, 256, 257, 262],
  );
  assert.equal(certainty(219), "derived");
  assert.equal(certainty(300), "derived");
});

/** Measured: `systemd --dump-configuration-items` of these releases names this many, the removed ones left out. */
test("a release offers as many directives as its own program lists", () => {
  assert.deepEqual([252, 257, 262].map(offered), [1191, 1328, 1377]);
});

function offered(version: number): number {
  const catalog = catalogAt(version);
  const sections = new Set(catalog.unitTypes.flatMap(type => catalog.sectionsOf(type)));
  return [...sections].reduce((sum, section) => sum + catalog.namesIn(section).length, 0);
}

function pair(key: string): { section: string; name: string } {
  const { section, name } = ever(key);
  return { section, name };
}
