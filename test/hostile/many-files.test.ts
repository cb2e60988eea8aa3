/** Tens of thousands of drop-ins for one unit: the time that they take grows as they do. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inFolder } from "../support/cli-folder.ts";
import { runIn, service } from "../support/hostile.ts";

/** A hundred thousand took half a minute where this was written; what tries each against all others takes hours. */
const MANY = 12_000;

test("a unit with many drop-ins is judged in a minute", async () => {
  const dropIns = Array.from({ length: MANY }, (_, i) => [
    `a.service.d/${i}.conf`,
    `[Service]\nEnvironment=A${i}=1\nNice=1\n`,
  ]);
  await inFolder({ "a.service": service, ...Object.fromEntries(dropIns) }, folder => {
    const { stdout } = runIn(folder, ["--format", "json", "."]);
    assert.equal(JSON.parse(stdout).files, MANY + 1);
    const effective = runIn(folder, ["cat", "--effective", "a.service"]).stdout;
    assert.ok(effective.includes(`A${MANY - 1}=1`));
  });
});
