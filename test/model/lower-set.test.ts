/** Units that sets share with the stock folder below, against the same units loaded alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import { stockFolder } from "../../server/src/model/stock-folder.ts";
import type { Unit } from "../../server/src/model/unit.ts";
import type { UnitFolder } from "../../server/src/model/unit-folder.ts";
import { changeText, openUnitSet, type UnitSet, withFolder } from "../../server/src/model/unit-set.ts";
import { virtualFolder } from "../../server/src/model/virtual-folder.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import { link, type Tree } from "../support/memory-host.ts";
import { unitSet } from "../support/unit-set.ts";

const catalog = catalogAt(262);
const stock = stockFolder(262, "system");

test("sets share the units of the stock folder that nothing else concerns", () => {
  const [one, other] = [above({ "lib/a.service": "" }), above({ "etc/basic.target": "[Unit]\nDescription=x\n" })];
  assert.equal(one.unit("sysinit.target"), other.unit("sysinit.target"));
  assert.notEqual(one.unit("basic.target"), other.unit("basic.target"));
});

test("what a further folder does not concern is the same unit, and is loaded for both", () => {
  const set = above({ "lib/a.service": "[Unit]\nAfter=b.service\n", "lib/b.service": "" });
  const links = virtualFolder("links", "config", [["a.service.d/x.conf", new SourceFile("x.conf", "")]]);
  const upper = withFolder(set, links);
  assert.equal(upper.unit("b.service"), set.unit("b.service"));
  assert.notEqual(upper.unit("a.service"), set.unit("a.service"));
});

test("a unit whose text changes differs above a further folder too", () => {
  const set = above({ "lib/a.service": "[Unit]\nDescription=old\n" });
  const upper = withFolder(set, virtualFolder("links", "config", []));
  const before = set.unit("a.service").fragment?.source;
  assert.ok(before);
  const changed = changeText(upper, before, new SourceFile(before.path, "[Unit]\nDescription=new\n"));
  assert.equal(changed.unit("a.service").settings.all[0]?.effective[0]?.entry.value.text, "new");
  assert.equal(upper.unit("a.service").settings.all[0]?.effective[0]?.entry.value.text, "old");
});

const shipped = [
  "sysinit.target",
  "dbus.service",
  "autovt@.service",
  "getty@.service",
  "syslog.service",
  "user-.slice",
];
const names = [...shipped, "a.service", "a@.service", "system-x.slice"];
const anyName = fc.constantFrom(...names);
const text = fc.constantFrom("[Unit]\nAfter=a.service\n", "[Unit]\nDefaultDependencies=no\n", "");
const file = fc.tuple(
  fc.constantFrom("etc", "lib"),
  fc.oneof(
    anyName,
    anyName.map(name => `${name}.d/x.conf`),
    fc.tuple(anyName, anyName).map(([owner, name]) => `${owner}.wants/${name}`),
    fc.constantFrom("service.d/x.conf", "target.d/x.conf", "getty@tty1.service.d/x.conf", "modprobe@x.service"),
  ),
  fc.oneof(text, anyName.map(link), fc.constant(link("/dev/null"))),
);
const tree = fc
  .array(file, { maxLength: 5 })
  .map((files): Tree => Object.fromEntries(files.map(([folder, path, content]) => [`${folder}/${path}`, content])));
const asked = ["getty@tty1.service", "autovt@tty2.service", "modprobe@x.service", "a@i.service", "user-1000.slice"];

test("a shared unit is what it is when it is loaded alone", () => {
  const all = [...stock.units.keys()].filter(name => !name.includes("@."));
  fc.assert(
    fc.property(tree, files => {
      const [shared, alone] = [above(files), unshared(files)];
      for (const name of [...all, ...asked, "a.service", "system-x.slice"])
        assert.deepEqual(summary(shared.unit(name)), summary(alone.unit(name)));
    }),
    { numRuns: 60, seed: 41 },
  );
});

function above(files: Tree): UnitSet {
  return openUnitSet([...unitSet(files).folders, stock], "system", catalog);
}

/** A folder that is not known as the stock one is not shared. */
function unshared(files: Tree): UnitSet {
  const vendor: UnitFolder = { ...stock, role: "vendor" };
  return openUnitSet([...unitSet(files).folders, vendor], "system", catalog);
}

function summary({ id, names, load, entry, dropIns, links, settings }: Unit): unknown {
  return {
    id,
    names: [...names].sort(),
    load,
    path: entry?.path,
    dropIns: dropIns.map(({ source }) => source.path),
    links: links.map(({ kind, name }) => `${kind} ${name}`),
    settings: settings.all.map(({ section, name, effective }) => [
      section,
      name,
      ...effective.map(({ entry }) => entry.value.text),
    ]),
  };
}
