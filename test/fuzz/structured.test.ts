/** A short run of every target from a fixed seed, and all finds of the past once more. Long runs are made by hand: `npm run fuzz`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Random, seedOf } from "../../server/scripts/oracle/random.ts";
import { brokenAgain, brokenBy } from "./engines/structured.ts";
import { findsIn, keptFinds } from "./finds.ts";
import { shrink } from "./shrink.ts";
import { must, type Target } from "./target.ts";
import { targets } from "./targets/index.ts";

const SEED = 2026;

/** The whole way of a unit takes a hundred times as long as its parsing. */
const runs: Readonly<Record<string, number>> = {
  ...{ syntax: 500, values: 4000, calendar: 1000, format: 300, config: 300 },
  ...{ merge: 40, rules: 80, suppression: 80, fixes: 60, reporters: 60, pipeline: 60 },
};

for (const target of targets) {
  test(`${target.name}: the laws hold for inputs of the seed ${SEED}`, () => {
    const count = runs[target.name] ?? 0;
    assert.ok(count > 0, "every target is run");
    for (let index = 0; index < count; index++) {
      const input = target.draw(new Random(seedOf(SEED, index)));
      assert.equal(brokenBy(target, input), undefined, JSON.stringify(input));
    }
  });
}

test("what was found in the past holds now", t => {
  const finds = findsIn(keptFinds);
  assert.ok(finds.length > 0);
  for (const find of finds) {
    const target = targets.find(({ name }) => name === find.target);
    assert.ok(target, find.target);
    // How long a text takes is for long runs: here it is only read, without the limit of time.
    const { limit: _, ...timeless } = target;
    assert.equal(brokenAgain(timeless, find), undefined, find.broken);
  }
  t.diagnostic(`${finds.length} finds`);
});

test("a law that is broken is found, and the input made small", () => {
  const target: Target = {
    name: "broken",
    about: "a law that does not hold",
    draw: random => ({ text: `a${random.below(10)}\nb!\nc` }),
    fromBytes: () => ({ text: "" }),
    work: () => undefined,
    check: ({ text = "" }) => must(!text.includes("!"), "there is no !"),
  };
  const input = target.draw(new Random(1));
  assert.equal(brokenBy(target, input), "BrokenLaw: there is no !");
  assert.deepEqual(
    shrink(input, target, candidate => brokenBy(target, candidate)),
    { text: "!" },
  );
});
