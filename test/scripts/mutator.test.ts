/** The mutator repeats itself by seed, and each of its mutations does something. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { render, toDraft } from "../../server/scripts/oracle/draft.ts";
import { type MutatorInput, mutantAt, mutate, mutations } from "../../server/scripts/oracle/mutator.ts";
import { Random } from "../../server/scripts/oracle/random.ts";
import { ownSeeds } from "../../server/scripts/oracle/seeds.ts";
import { readVocabulary } from "../../server/scripts/oracle/vocabulary.ts";

const words = readVocabulary();
const input: MutatorInput = { seed: 7, seeds: ownSeeds, words };
const some = (count: number, of = input) => Array.from({ length: count }, (_, index) => mutantAt(index, of));

test("the same seed gives the same mutants, in any order", () => {
  const forwards = some(50);
  const backwards = Array.from({ length: 50 }, (_, index) => mutantAt(49 - index, input)).reverse();
  assert.deepEqual(backwards, forwards);
});

test("another seed gives other mutants", () => {
  const texts = (seed: number) =>
    some(50, { ...input, seed }).map(({ bytes }) => Buffer.from(bytes).toString("latin1"));
  assert.notDeepEqual(texts(8), texts(7));
});

test("the sequence of a seed does not depend on the machine", () => {
  const random = new Random(7);
  assert.deepEqual(
    Array.from({ length: 6 }, () => random.below(1000)),
    [11, 61, 976, 699, 521, 405],
  );
});

test("a mutant has one to twenty mutations, each of a known kind", () => {
  const kinds = new Set(mutations.map(({ kind }) => kind));
  const counts = some(300).map(mutant => mutant.mutations.length);
  assert.equal(Math.min(...counts), 1);
  assert.ok(Math.max(...counts) <= 20);
  assert.deepEqual(
    some(300).flatMap(mutant => mutant.mutations.filter(kind => !kinds.has(kind))),
    [],
  );
});

test("among some thousand mutants, every kind occurs", () => {
  const seen = new Set(some(4000).flatMap(mutant => mutant.mutations));
  assert.deepEqual(
    mutations.map(({ kind }) => kind).filter(kind => !seen.has(kind)),
    [],
  );
});

test("mutants come of ten unit types, as fragments, templates and drop-ins", () => {
  const mutants = some(500);
  assert.deepEqual([...new Set(mutants.map(({ type }) => type))].sort(), [
    "automount",
    "device",
    "mount",
    "path",
    "service",
    "slice",
    "socket",
    "swap",
    "target",
    "timer",
  ]);
  assert.deepEqual([...new Set(mutants.map(({ role }) => role))].sort(), ["drop-in", "fragment", "template"]);
});

for (const mutation of mutations) {
  test(`${mutation.kind} changes the text`, () => {
    const changed = ownSeeds.filter(({ type, text }, index) => {
      const draft = toDraft(type, text);
      return mutate(draft, mutation, new Random(index), words) && render(draft) !== text;
    });
    assert.ok(changed.length > ownSeeds.length / 4, `only ${changed.length} of ${ownSeeds.length} seeds`);
  });
}

test("a seed without mutations stays as it is", () => {
  for (const { type, text } of ownSeeds) assert.equal(render(toDraft(type, text)), text);
});

test("only one group of mutations on request", () => {
  const kinds = some(50, { ...input, only: "mark:" }).flatMap(mutant => mutant.mutations);
  assert.deepEqual(
    kinds.filter(kind => !kind.startsWith("mark:")),
    [],
  );
});
