/** Jobs that nothing asks for any more. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { buildGraph } from "../../../server/src/model/graph.ts";
import { idleManager, transact } from "../../../server/src/model/transaction/transaction.ts";
import { unitSet } from "../../support/unit-set.ts";

function unit(lines: string): string {
  return `[Unit]\nDefaultDependencies=no\n${lines}\n[Service]\nExecStart=/bin/true\nSlice=-.slice\nStandardOutput=null\n`;
}

/** How starting a.service ends. */
function startOfA(files: Readonly<Record<string, string>>): string {
  const set = unitSet(files);
  const graph = buildGraph(set, ["a.service"]);
  const { failure } = transact(graph, { unit: set.unit("a.service"), type: "start" }, idleManager(262));
  return failure?.kind ?? "started";
}

test("an older job of a unit stays behind a newer one, and contradicts it", () => {
  const files = {
    "lib/a.service": unit("Requires=b.service\nRequisite=c.service"),
    "lib/b.service": unit("Conflicts=d.service"),
    "lib/c.service": unit("Requires=d.service"),
    "lib/d.service": unit(""),
  };
  assert.equal(startOfA(files), "conflicting");
});

test("a job that stands alone goes with what asked for it", () => {
  const files = {
    "lib/a.service": unit("Requires=b.service"),
    "lib/b.service": unit("Conflicts=d.service"),
    "lib/c.service": unit("Requires=d.service"),
    "lib/d.service": unit(""),
  };
  assert.equal(startOfA(files), "started");
});
