/** Chaos, for some seconds: `npm run chaos` goes on for longer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runChaos } from "../../../server/bench/chaos/run.ts";

for (const seed of [1, 7]) {
  test(`800 random messages leave the server as right as a fresh one (seed ${seed})`, async () => {
    const { tally, differences, findings } = await runChaos({ seed, messages: 800, pause: 0 });
    assert.deepEqual(tally.failures, []);
    assert.deepEqual(differences, []);
    assert.deepEqual([...tally.open.values()], []);
    assert.ok(tally.answered > 200, `${tally.answered}`);
    assert.ok(findings > 5, `${findings}`);
  });
}

test("requests without an answer are failures", async () => {
  const flags = ["--require", fileURLToPath(new URL("../../support/lost-answers.cjs", import.meta.url))];
  const { tally } = await runChaos({ seed: 1, messages: 800, pause: 0, patience: 2000, flags });
  assert.ok(tally.open.size > 5, `${tally.open.size}`);
  for (const { method } of tally.open.values())
    assert.ok(tally.failures.some(failure => failure.startsWith(`${method} has no answer: `)));
});
