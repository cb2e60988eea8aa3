/** Live comparison with the systemd-analyze of this machine, where it has one of a release that was measured. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const compare = fileURLToPath(new URL("../../server/scripts/oracle/compare.ts", import.meta.url));
const meaning = fileURLToPath(new URL("../../server/scripts/oracle/compare-meaning.ts", import.meta.url));
const version = Number(
  /^systemd (\d+)/.exec(spawnSync("systemd-analyze", ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1],
);
const skip =
  ![252, 257, 262].includes(version) && `there is no systemd-analyze 252, 257 or 262, but ${version || "none"}`;

for (const [level, options] of [
  ["values", ["--values", "--mutants", "1500"]],
  ["syntax and vocabulary", ["--mutants", "300"]],
] as const) {
  test(`${level} draw the complaints of the installed systemd-analyze`, { skip }, t => {
    const printed = compared(options);
    const [, precision, recall] = /^all .* ([\d.]+) % +([\d.]+) %$/m.exec(printed) ?? [];
    t.diagnostic(`systemd ${version}: precision ${precision} %, recall ${recall} %`);
    assert.ok(Number(precision) >= 99.5 && Number(recall) >= 99.5, printed);
  });
}

test("the installed systemd-analyze reads the same before and after fmt and --fix", { skip }, () => {
  const printed = compared(["--mutants", "300"], meaning);
  assert.match(printed, /^0 units differ$/m);
  for (const treatment of ["fmt", "--fix"]) {
    const [, units] = new RegExp(`^${treatment} .* (\\d+)$`, "m").exec(printed) ?? [];
    assert.ok(Number(units) > 10, printed);
  }
});

function compared(options: readonly string[], script = compare): string {
  const words = ["--import", "tsx", script, "--systemd", String(version), "--seed", "3", ...options];
  const { stdout, stderr, error } = spawnSync(process.execPath, words, { encoding: "utf8" });
  assert.equal(error, undefined);
  assert.doesNotMatch(stderr, /^\s+at /m, "it runs to its end");
  return stdout;
}
