/** What a start would do: which jobs, what fails, what is dropped. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogAt } from "../../../server/src/catalog/catalog.ts";
import { buildGraph } from "../../../server/src/model/graph.ts";
import { idleManager, install, transact } from "../../../server/src/model/transaction/transaction.ts";
import { openUnitSet } from "../../../server/src/model/unit-set.ts";
import { unitsOf } from "../../support/unit-folder.ts";

/** Each line is a unit and what stands in its [Unit]: `a.service: Requires=b.service After=b.service`. */
function units(text: string): string {
  return text
    .trim()
    .split("\n")
    .map(line => {
      const [name = "", rest = ""] = line.trim().split(/:\s*/);
      const own = name.endsWith(".service") ? "[Service]\nExecStart=/bin/x\nSlice=-.slice\nStandardOutput=null\n" : "";
      return `-- ${name} --\n[Unit]\nDefaultDependencies=no\n${rest.split(" ").join("\n").replaceAll(",", " ")}\n${own}`;
    })
    .join("");
}

/** What starting the first unit of a text does, in words. */
function start(text: string, version = 262): string[] {
  const { folders, manager } = unitsOf(units(text));
  const set = openUnitSet(folders, manager, catalogAt(version));
  const name = text.trim().split(":")[0] ?? "";
  const { jobs, deleted, skipped, failure, cycles } = transact(
    buildGraph(set, [name]),
    { unit: set.unit(name), type: "start" },
    idleManager(version),
  );
  return [
    ...jobs.filter(({ unit }) => unit.id !== "-.slice").map(({ unit, type }) => `${type} ${unit.id}`),
    ...cycles.map(
      ({ steps, deletable }) =>
        `cycle ${steps.map(({ first }) => first.unit.id).sort()}, deletable ${deletable.map(({ unit }) => unit.id).sort()}`,
    ),
    ...deleted.map(({ unit, type }) => `deleted ${type} ${unit.id}`),
    ...skipped.map(({ unit }) => `skipped ${unit.id}`),
    ...(failure === undefined ? [] : [`fails: ${failure.kind}${"unit" in failure ? ` ${failure.unit.id}` : ""}`]),
  ];
}

test("what is required and wanted starts too", () => {
  assert.deepEqual(start("a.service: Requires=b.service Wants=c.service\nb.service:\nc.service:"), [
    "start a.service",
    "start b.service",
    "start c.service",
  ]);
});

test("a required unit that is not found fails the start; a wanted one is skipped", () => {
  assert.deepEqual(start("a.service: Requires=gone.service"), ["fails: unit gone.service"]);
  assert.deepEqual(start("a.service: Wants=gone.service"), ["start a.service", "skipped gone.service"]);
});

test("what a wanted unit requires in vain does not start it; releases before 256 started it all the same", () => {
  const chain = "a.service: Wants=b.service\nb.service: Requires=gone.service";
  assert.deepEqual(start(chain), ["start a.service", "skipped b.service"]);
  assert.deepEqual(start(chain, 252), ["start a.service", "start b.service", "skipped b.service"]);
});

test("a unit that must be started and stopped fails the start", () => {
  assert.match(
    start("a.service: Requires=b.service Conflicts=b.service\nb.service:").join(),
    /^fails: conflicting [ab]\.service$/,
  );
});

test("of two wanted units that conflict, one is dropped", () => {
  const jobs = start("a.service: Wants=b.service,c.service\nb.service: Conflicts=c.service\nc.service:");
  assert.deepEqual(
    jobs.filter(job => job.startsWith("start")),
    ["start a.service", "start b.service"],
  );
  assert.ok(jobs.includes("deleted start c.service"));
});

test("a cycle is broken by deleting a job that nothing requires", () => {
  assert.deepEqual(start("a.service: Wants=b.service After=b.service\nb.service: After=a.service"), [
    "start a.service",
    "cycle a.service,b.service, deletable b.service",
    "deleted start b.service",
  ]);
});

test("a cycle of required units cannot be broken", () => {
  assert.deepEqual(start("a.service: Requires=b.service After=b.service\nb.service: After=a.service"), [
    "cycle a.service,b.service, deletable ",
    "fails: cyclic",
  ]);
});

test("an order alone closes no cycle: the other unit does not start", () => {
  assert.deepEqual(start("a.service: After=b.service\nb.service: After=a.service"), ["start a.service"]);
});

test("a chain of ten thousand requirements is no problem", () => {
  const chain = Array.from(
    { length: 10_000 },
    (_, i) => `u${i}.service: Requires=u${i + 1}.service After=u${i + 1}.service`,
  );
  assert.equal(start(`${chain.join("\n")}\nu10000.service:`).length, 10_001);
});

test("jobs that wait from an earlier request close cycles that cannot be broken", () => {
  const set = unitsOf(units("a.service: After=b.service\nb.service: After=a.service"));
  const graph = buildGraph(set, ["a.service", "b.service"]);
  const idle = idleManager(262);
  const first = transact(graph, { unit: set.unit("a.service"), type: "start" }, idle);
  const second = transact(graph, { unit: set.unit("b.service"), type: "start" }, install(first, idle));
  assert.equal(second.failure?.kind, "cyclic");
});

test("isolating a unit stops what is active and not needed", () => {
  const set = unitsOf(units("a.target: Requires=b.service\nb.service:\nc.service:"));
  const graph = buildGraph(set, ["a.target", "c.service"]);
  const active = new Set([set.unit("b.service"), set.unit("c.service")]);
  const { jobs } = transact(
    graph,
    { unit: set.unit("a.target"), type: "start", isolate: true },
    { ...idleManager(262), active },
  );
  assert.deepEqual(
    jobs.map(({ unit, type }) => `${type} ${unit.id}`).filter(job => !job.includes(".slice")),
    ["start a.target", "stop c.service"],
  );
});
