/** The names of commands are those that the command line declares. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { commandNames } from "../../server/src/cli/command-names.ts";

const program = fileURLToPath(new URL("../../server/bin/unitlint.cjs", import.meta.url));

test("every declared command has its name in the list", () => {
  const { stdout } = spawnSync(process.execPath, [program, "--help"], { encoding: "utf8" });
  const declared = [...(stdout.split("Positionals:")[0] ?? "").matchAll(/^ {2}unitlint ([a-z][a-z-]*) (?=.*$)/gm)].map(
    ([, name]) => name,
  );
  assert.deepEqual([...new Set(declared)].sort(), [...commandNames]);
});

test("paths alone are linted as they are with options that say the same", () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [program, ...words], {
      encoding: "utf8",
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
    }).stdout;
  const plain = run("fixtures/examples");
  assert.match(plain, /errors/);
  assert.equal(run("--preset", "recommended", "fixtures/examples"), plain);
});
