/** Dependencies from both sides, and those that systemd adds or drops because of the other unit. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { buildGraph } from "../../server/src/model/graph.ts";
import type { Tree } from "../support/memory-host.ts";
import { related, unitSet } from "../support/unit-set.ts";

const service = "[Service]\nExecStart=/bin/true\n";

test("a target comes after what it pulls in, unless that comes after it", () => {
  const files = {
    "lib/a.target": "[Unit]\nWants=b.service c.service d.service\n",
    "lib/b.service": service,
    "lib/c.service": `[Unit]\nAfter=a.target\n${service}`,
    "lib/d.service": `[Unit]\nDefaultDependencies=no\n${service}`,
  };
  assert.deepEqual(related(unitSet(files), "a.target", "After"), ["b.service"]);
});

test("targets can fail, slices cannot", () => {
  assert.deepEqual(related(unitSet({ "lib/a.target": "[Unit]\nOnFailure=b.service\n" }), "a.target", "OnFailure"), [
    "b.service",
  ]);
  assert.deepEqual(dropped({ "lib/a.slice": "[Unit]\nOnFailure=b.service\n" }, "a.slice"), ["OnFailure b.service"]);
});

test("a unit is not its own dependency, and a device waits for nothing", () => {
  const files = { "lib/a.service": `[Unit]\nAfter=a.service\nBefore=dev-sda.device\n${service}` };
  assert.deepEqual(dropped(files, "a.service"), ["After a.service", "Before dev-sda.device"]);
});

function dropped(files: Tree, name: string): string[] {
  const graph = buildGraph(unitSet(files), [name]);
  return graph.dropped.map(({ to, dependency }) => `${dependency.kind} ${to.id}`).sort();
}

test("joining a namespace is mutual since 254", () => {
  const files = { "lib/a.service": `[Unit]\nJoinsNamespaceOf=b.service\n${service}`, "lib/b.service": service };
  const joins = (version: number) => {
    const set = unitSet(files, version);
    const graph = buildGraph(set, ["a.service"]);
    return graph.related(set.unit("b.service"), "JoinsNamespaceOf").size;
  };
  assert.deepEqual([joins(252), joins(254)], [0, 1]);
});

test("a path needs the mounts that it lies on, and only those with a file are required", () => {
  const files = {
    "lib/a.service": `[Unit]\nRequiresMountsFor=/srv/data/x\n${service}`,
    "lib/srv.mount": "[Mount]\nWhat=/dev/sdb1\nWhere=/srv\n",
    "lib/srv-data.mount": "[Mount]\nWhat=/dev/sdb2\nWhere=/wrong\n",
  };
  const set = unitSet(files);
  assert.deepEqual(
    related(set, "a.service", "Requires").filter(name => name.endsWith(".mount")),
    ["srv.mount"],
  );
  assert.deepEqual(
    related(set, "a.service", "After").filter(name => name.endsWith(".mount")),
    ["-.mount", "srv.mount"],
  );
});

test("of a unit that is refused only its place among others is left: neither slice nor mounts are asked for", () => {
  const files = { "lib/a.service": "[Unit]\nAfter=b.service\n[Service]\nType=oneshot\nWorkingDirectory=/srv\n" };
  const set = unitSet(files);
  assert.equal(set.unit("a.service").load, "bad-setting");
  assert.deepEqual(related(set, "a.service", "InSlice"), ["system.slice"]);
  assert.deepEqual(
    related(set, "a.service", "Requires").filter(name => name.endsWith(".slice")),
    [],
  );
});
