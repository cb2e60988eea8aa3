/**
 * Runs the built command line as its golden reports tell. A `report.txt` holds `$ unitlint …` lines, each followed by what is printed (standard
 * error behind `! `) and by the exit status where it is not 0; the command runs in the folder of the report, for the examples in the
 * repository's root. UPDATE_EXPECT=1 writes the reports anew.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const program = join(repository, "server/bin/unitlint.cjs");
const roots = join(repository, "fixtures/roots");

check("examples", join(repository, "fixtures/examples/report.txt"), repository);
for (const name of readdirSync(roots).sort()) check(name, join(roots, name, "report.txt"), join(roots, name));

function check(name: string, report: string, cwd: string): void {
  test(name, () => {
    const expected = readFileSync(report, "utf8");
    const commands = expected.split("\n").filter(line => line.startsWith("$ unitlint"));
    assert.ok(commands.length > 0, "the report runs something");
    const actual = commands.map(command => run(command, cwd)).join("\n");
    if (process.env.UPDATE_EXPECT === "1") writeFileSync(report, actual);
    else assert.equal(actual, expected);
  });
}

function run(command: string, cwd: string): string {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: "C.UTF-8" };
  const { stdout, stderr, status } = spawnSync(
    "bash",
    ["-c", `unitlint() { "${process.execPath}" "${program}" "$@"; }; ${command.slice(2)}`],
    {
      cwd,
      env,
      encoding: "utf8",
    },
  );
  const problems = stderr.replace(/^(?=.)/gm, "! ");
  return `${command}\n${stdout}${problems}${status === 0 ? "" : `exit status ${status}\n`}`;
}
