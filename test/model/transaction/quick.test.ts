/** The quick look for cycles against the long one, where links and drop-ins change what is known of the stock units. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { worldOf } from "../../../server/src/lint/world.ts";
import { stockFolder } from "../../../server/src/model/stock-folder.ts";
import { mayClose } from "../../../server/src/model/transaction/quick.ts";
import { searchCycles } from "../../../server/src/model/transaction/search.ts";
import { openUnitSet } from "../../../server/src/model/unit-set.ts";
import { link, type Tree } from "../../support/memory-host.ts";
import { unitSet } from "../../support/unit-set.ts";

const service = "[Service]\nExecStart=/bin/true\n";

test("a link below a stock target alone closes nothing", () => {
  assert.equal(
    look({ "lib/a.service": service, "lib/multi-user.target.wants/a.service": link("../a.service") }),
    false,
  );
});

test("a link below a target for which the unit waits closes a cycle", () => {
  const late = `[Unit]\nAfter=network.target\n${service}`;
  assert.equal(look({ "lib/a.service": late, "lib/sysinit.target.wants/a.service": link("../a.service") }), true);
});

test("so does a drop-in of a stock unit, of a template's instance, and of all that begin alike", () => {
  const dropIn = "[Unit]\nAfter=a.service\n";
  const early = `[Unit]\nDefaultDependencies=no\nBefore=sysinit.target\nAfter=modprobe@configfs.service\n${service}`;
  assert.equal(look({ "lib/a.service": early, "etc/modprobe@.service.d/x.conf": dropIn }), true);
  assert.equal(look({ "lib/a.service": early, "etc/multi-user.target.d/x.conf": dropIn }), false);
  const late = `[Unit]\nAfter=multi-user.target\n${service}`;
  assert.equal(look({ "lib/a.service": late, "etc/network.target.d/x.conf": dropIn }), true);
  assert.equal(look({ "lib/a.service": late, "etc/network-.target.d/x.conf": dropIn }), true);
});

test("a link that stock units have as well counts as the tree's own units say", () => {
  const name = "systemd-update-utmp-runlevel.service";
  const withUnit = (text: string) => ({
    "lib/a.service": service,
    [`lib/multi-user.target.wants/${name}`]: link(`../${name}`),
    [`lib/${name}`]: `[Unit]\nAfter=graphical.target\n${text}${service}`,
  });
  assert.equal(look(withUnit("DefaultDependencies=no\n"), 252), false);
  assert.equal(look(withUnit("Before=shutdown.target\n"), 252), true);
});

const stock = ["sysinit.target", "basic.target", "network.target", "multi-user.target", "dbus.service", "tmp.mount"];
const own = ["a.service", "b.service", "c@1.service", "d.target"];
const anyName = fc.constantFrom(...stock, ...own);
const lines = fc.array(
  fc.tuple(fc.constantFrom("After", "Before", "Wants", "Requires", "DefaultDependencies"), anyName),
  { maxLength: 3 },
);
const unitText = lines.map(found => {
  const said = found.map(([key, name]) => (key === "DefaultDependencies" ? `${key}=no\n` : `${key}=${name}\n`));
  return `[Unit]\n${said.join("")}`;
});
const linkOf = fc.tuple(
  fc.constantFrom("wants", "requires"),
  fc.constantFrom(...stock, "d.target"),
  fc.constantFrom("a.service", "b.service", "c@1.service", "dbus.service"),
);
const root = fc.record({
  a: unitText,
  b: unitText,
  c: unitText,
  d: unitText,
  links: fc.array(linkOf, { maxLength: 3 }),
  dropIns: fc.array(fc.tuple(fc.constantFrom(...stock, "c@.service", "network-.target"), unitText), { maxLength: 2 }),
});

test("where the quick look sees none, there is none", () => {
  let clear = 0;
  fc.assert(
    fc.property(root, ({ a, b, c, d, links, dropIns }) => {
      const world = worldFor({
        "lib/a.service": a + service,
        "lib/b.service": b + service,
        "lib/c@.service": c + service,
        "lib/d.target": d,
        ...Object.fromEntries(links.map(([kind, owner, name]) => [`lib/${owner}.${kind}/${name}`, linkTo(name)])),
        ...Object.fromEntries(dropIns.map(([owner, text], i) => [`etc/${owner}.d/${i}.conf`, text])),
      });
      if (mayClose(world.set, world.units)) return;
      clear++;
      assert.deepEqual(searchCycles(world.enabled, world.units), []);
    }),
    { numRuns: 150, seed: 26 },
  );
  assert.ok(clear > 15, `only ${clear} sets were clear`);
});

function linkTo(name: string) {
  return link(`../${name.replace("@1.", "@.")}`);
}

function look(files: Tree, version?: number): boolean {
  const { set, units } = worldFor(files, version);
  return mayClose(set, units);
}

function worldFor(files: Tree, version?: number) {
  const names = ["a.service", "b.service", "c@.service", "d.target"].filter(name => `lib/${name}` in files);
  const { folders, manager, catalog } = unitSet(files, version);
  const set = openUnitSet([...folders, stockFolder(catalog.version, manager)], manager, catalog);
  return worldOf({ set, names, preset: "recommended", isLinted: () => true });
}
