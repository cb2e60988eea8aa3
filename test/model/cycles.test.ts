/** Ordering cycles, on graphs written as `a>b`: a leads to b. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cyclesOf } from "../../server/src/model/cycles.ts";

function check(steps: string, cycles: readonly string[]): void {
  const pairs = steps.split(" ").map(step => step.split(">"));
  const nodes = [...new Set(pairs.flat())];
  const next = (node: string) => pairs.filter(([from]) => from === node).map(([, to]) => to ?? "");
  assert.deepEqual(
    cyclesOf(nodes, next).map(cycle => cycle.join(">")),
    cycles,
  );
}

test("what never comes back is no cycle, nor is a node that leads to itself", () => {
  check("a>b b>c a>c d>d", []);
});

test("a cycle is told as the way round it", () => {
  check("a>b b>c c>a c>d", ["a>b>c"]);
});

test("of tangled cycles the shortest comes first, then what is left without its steps", () => {
  check("a>b b>c c>d d>a b>a", ["a>b"]);
  check("a>b b>a b>c c>b", ["a>b", "b>c"]);
});

test("a chain of a hundred thousand units needs no deep stack", () => {
  const size = 100_000;
  const nodes = Array.from({ length: size }, (_, i) => i);
  assert.deepEqual(
    cyclesOf(nodes, node => (node + 1 < size ? [node + 1] : [])),
    [],
  );
});
