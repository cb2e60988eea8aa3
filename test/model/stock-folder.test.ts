/** The units that systemd and distributions ship load by themselves, and pull what they should. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt } from "../../server/src/catalog/catalog.ts";
import type { SystemdVersion } from "../../server/src/catalog/directive.ts";
import type { RelationKind } from "../../server/src/model/dependency.ts";
import { buildGraph, type DependencyGraph } from "../../server/src/model/graph.ts";
import { stockFolder } from "../../server/src/model/stock-folder.ts";
import type { Manager } from "../../server/src/model/unit-file-name.ts";
import { openUnitSet } from "../../server/src/model/unit-set.ts";

const versions = [252, 257, 262] as const;

function open(version: SystemdVersion, manager: Manager = "system") {
  return openUnitSet([stockFolder(version, manager)], manager, catalogAt(version));
}

/** The ids of the units on the other side of a relation, sorted. */
function related(graph: DependencyGraph, name: string, kind: RelationKind): string[] {
  return [...graph.related(graph.set.unit(name), kind).keys()].map(({ id }) => id).sort();
}

for (const version of versions) {
  test(`systemd ${version}: the default target and all that it pulls in is loaded`, () => {
    const set = open(version);
    const graph = buildGraph(set, ["multi-user.target", "default.target"]);
    assert.equal(set.unit("default.target").id, "graphical.target");
    const pulled = graph.units.filter(({ id }) => related(graph, id, "WantedBy").length > 0);
    assert.ok(pulled.length > 50);
    assert.deepEqual(
      pulled.filter(({ load, type }) => load !== "loaded" && type !== "device").map(({ id }) => id),
      [],
    );
  });

  test(`systemd ${version}: no unit of either manager is refused, and every line has a good value`, () => {
    for (const manager of ["system", "user"] as const) {
      const set = open(version, manager);
      const names = [...stockFolder(version, manager).units.keys()].map(name => name.replace("@.", "@x."));
      const { units, dropped } = buildGraph(set, names);
      const broken = units.filter(({ load }) => load !== "loaded" && load !== "not-found");
      assert.deepEqual([broken, dropped], [[], []]);
      const blocks = units.flatMap(({ fragment }) => fragment?.blocks ?? []);
      assert.deepEqual(
        blocks.flatMap(({ troubled }) => troubled.map(({ entry }) => entry)),
        [],
      );
      const unknown = blocks.flatMap(({ assignments }) =>
        assignments.filter(({ directive }) => directive === undefined),
      );
      assert.deepEqual(
        unknown.map(({ entry }) => entry.key.text),
        [],
      );
    }
  });

  test(`systemd ${version}: sysinit.target pulls what the early system is made of`, () => {
    const graph = buildGraph(open(version), ["sysinit.target"]);
    const wants = related(graph, "sysinit.target", "Wants");
    for (const name of [
      "local-fs.target",
      "swap.target",
      "systemd-udevd.service",
      "dev-mqueue.mount",
      "cryptsetup.target",
    ])
      assert.ok(wants.includes(name), name);
    const after = related(graph, "sysinit.target", "After");
    for (const name of ["local-fs.target", "systemd-journald.service", "systemd-tmpfiles-setup.service"])
      assert.ok(after.includes(name), name);
    assert.deepEqual(related(graph, "sysinit.target", "Requires"), []);
    assert.ok(!after.includes("basic.target"));
  });

  test(`systemd ${version}: an ordinary service of a user finds its surroundings`, () => {
    const graph = buildGraph(open(version, "user"), ["default.target", "pipewire.service"]);
    assert.deepEqual(related(graph, "default.target", "Requires"), ["basic.target"]);
    assert.deepEqual(related(graph, "pipewire.service", "InSlice"), ["app.slice"]);
    assert.ok(related(graph, "pipewire.service", "Requires").includes("pipewire.socket"));
  });
}

test("aliases and links have the texts of what they lead to", () => {
  const { units, folders } = stockFolder(262, "system");
  const read = units.get("ctrl-alt-del.target")?.read();
  assert.notEqual(read, undefined);
  assert.equal(read, units.get("reboot.target")?.read());
  const wanted = folders.get("sysinit.target.wants")?.get("systemd-udevd.service");
  assert.deepEqual(wanted?.link, { target: "../systemd-udevd.service", name: "systemd-udevd.service", alias: true });
  assert.equal(wanted?.read(), units.get("systemd-udevd.service")?.read());
});

test("the bus of the distributions is there for services that need it", () => {
  const graph = buildGraph(open(257), [
    "sockets.target",
    "NetworkManager.service",
    "NetworkManager-wait-online.service",
  ]);
  assert.ok(related(graph, "sockets.target", "Wants").includes("dbus.socket"));
  assert.ok(related(graph, "NetworkManager.service", "Requires").includes("dbus.socket"));
  assert.deepEqual(related(graph, "dbus.socket", "Triggers"), ["dbus.service"]);
  assert.ok(related(graph, "NetworkManager-wait-online.service", "Before").includes("network-online.target"));
});

test("paths say whose units they are, and are none of a disk", () => {
  const system = stockFolder(262, "system");
  assert.deepEqual([system.path, system.role, system.volatile], ["systemd 262", "stock", false]);
  assert.equal(system.units.get("basic.target")?.read()?.path, "systemd 262/basic.target");
  assert.equal(system.units.get("nginx.service")?.path, "distributions/nginx.service");
  assert.equal(stockFolder(255, "user").path, "systemd 252 --user");
});

test("a folder and its texts are made once", () => {
  assert.equal(stockFolder(255, "system"), stockFolder(252, "system"));
  const entry = stockFolder(252, "system").units.get("basic.target");
  assert.equal(entry?.read(), entry?.read());
  assert.equal(entry?.masks(), false);
});
