/** How the words of a command line are read: `--`, `-`, and options that are given twice. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inFolder, namesIn, unitlint } from "../support/cli-folder.ts";

const good = "[Service]\nExecStart=/bin/a\n";
const bad = `${good}Restrat=no\n`;
const unformed = "[Service]\nExecStart = /bin/a\n";

/** The files that a run tells findings of. */
function told(folder: string, ...words: string[]): string[] {
  const { stdout, stderr } = unitlint(folder, ["--format", "compact", ...words]);
  assert.equal(stderr, "");
  return [...stdout.matchAll(/^(.*?):\d+:/gm)].map(([, path]) => path ?? "");
}

test("all words behind -- are paths, whatever they look like", async () => {
  await inFolder({ "units/a.service": bad, "-f.service": bad, "cat/b.service": bad }, folder => {
    assert.deepEqual(told(folder, "--", "units"), ["units/a.service"]);
    assert.deepEqual(told(folder, "units", "--", "-f.service"), ["units/a.service", "-f.service"]);
    assert.deepEqual(told(folder, "--", "cat"), ["cat/b.service"]);
    assert.match(unitlint(folder, ["--", "-f.service"]).stdout, /^-f\.service:3:1: error/);
    assert.match(unitlint(folder, ["--", "--help"]).stderr, /^unitlint: --help: no such file or folder\n/);
  });
});

test("what is written is what was named behind --", async () => {
  await inFolder({ "-f.service": unformed, "other.service": unformed }, folder => {
    assert.equal(unitlint(folder, ["fmt", "--", "-f.service"]).stdout, "-f.service\n");
    assert.equal(readFileSync(join(folder, "other.service"), "utf8"), unformed);
  });
  const old = `[Unit]\nBindTo=b.service\nAfter=b.service\n${good}`;
  await inFolder({ "-x.service": old, "y.service": old, "b.service": good }, folder => {
    unitlint(folder, ["--fix", "--", "-x.service"]);
    assert.match(readFileSync(join(folder, "-x.service"), "utf8"), /BindsTo=/);
    assert.equal(readFileSync(join(folder, "y.service"), "utf8"), old);
  });
});

test("commands take words behind -- as their own, also those that they cannot do without", async () => {
  await inFolder({ "-f.service": good }, folder => {
    assert.equal(unitlint(folder, ["cat", "--", "-f.service"]).stdout, `# -f.service\n${good}`);
    assert.match(unitlint(folder, ["explain", "--", "inline-comment"]).stdout, /inline-comment/);
    assert.equal(unitlint(folder, ["simulate", "--", "start", "./-f.service"]).status, 0);
    assert.equal(unitlint(folder, ["simulate", "--", "stop", "./-f.service"]).status, 2);
  });
});

test("- is standard input where a path may stand, behind -- too, and a value where an option wants one", async () => {
  await inFolder({ "a.service": good }, folder => {
    for (const words of [["-"], ["--", "-"], ["--format", "compact", "-"]])
      assert.match(unitlint(folder, ["--stdin-filename", "x.service", ...words], bad).stdout, /^x\.service:3:1: error/);
    assert.equal(unitlint(folder, ["fmt", "--", "-"], unformed).stdout, good);
    assert.equal(
      unitlint(folder, ["-o", "-", "."]).stderr,
      "unitlint: --output-file -: name a file; --format prints\n",
    );
    assert.match(unitlint(folder, ["graph", "--format", "dot", "-o", "-", "."]).stdout, /^digraph/);
    const report = unitlint(folder, ["--format", "json", "a.service"]).stdout;
    assert.equal(unitlint(folder, ["merge", "--format", "json", "-"], report).stdout, report);
    assert.deepEqual(namesIn(folder), ["a.service"]);
  });
});

test("of an option with one value the last one counts, and lists add up", async () => {
  await inFolder({ "a.service": bad, "b.service": `${good}Foo=1\n`, ".unitlint.json": "{" }, folder => {
    const run = (...words: string[]) => unitlint(folder, ["--no-config", "--no-config", ...words]);
    assert.match(run("--format", "json", "--format", "compact").stdout, /^a\.service:3:1: /);
    assert.equal(run("--fail-on", "error", "--fail-on", "never").status, 0);
    assert.equal(run("--fail-on", "never", "--fail-on", "error").status, 1);
    assert.match(run("--preset", "all", "--preset", "verify", "--format", "json").stdout, /"preset": "verify"/);
    assert.equal(run("--as", "x.socket", "--as", "x.service", "--target", "257", "b.service").status, 1);
    const both = run("--rule", "unknown-directive=info", "--rule", "missing-exec-start=off", "--format", "compact");
    assert.match(both.stdout, /^a\.service:3:1: info(?:.*\n)*b\.service:3:1: info/);
    assert.match(run("security", "--format", "json", "--format", "human", "a.service").stdout, /→ .*a\.service/);
    assert.match(
      unitlint(folder, ["simulate", "start", "a.service", "--format", "json", "--format", "human"]).stdout,
      /^a\.service: /,
    );
    const targets = run("--target", "257", "--target", "262", "--format", "json").stdout;
    assert.deepEqual(JSON.parse(targets).targets, ["257", "262"]);
  });
});

test("words and options that a command has no use for are refused", async () => {
  await inFolder({ "a.service": good }, folder => {
    const refused = [
      [
        ["simulate", "boot", "nope"],
        "nope: no such file or folder; for a boot, name the folder or a file of a project",
      ],
      [["security", "--level", "strict", "a.service"], "--level goes with --suggest"],
      [["security", "--suggest", "--format", "json", "."], "--suggest makes a drop-in: leave out --format"],
    ] as const;
    for (const [words, problem] of refused)
      assert.deepEqual(unitlint(folder, words), { stdout: "", stderr: `unitlint: ${problem}\n`, status: 2 });
    assert.match(unitlint(folder, ["simulate", "boot", "a.service"]).stdout, /jobs in/);
  });
});

test("a binary file that is named like a unit is told wherever it lies", async () => {
  const files = { "units/a.service": good, "units/x.service": Buffer.from("7f454c46020101000000ff00", "hex") };
  await inFolder(files, folder => {
    const { stdout } = unitlint(folder, ["units"]);
    assert.equal(stdout, "No problems in 1 unit file (systemd 262); skipped 1 binary file: units/x.service\n");
    const { skipped } = JSON.parse(unitlint(folder, ["--format", "json", "units"]).stdout);
    assert.deepEqual(skipped, [{ path: "units/x.service", reason: "binary" }]);
    for (const words of [["security"], ["security", "--suggest"]]) {
      const { stderr, status } = unitlint(folder, [...words, "units/x.service"]);
      assert.deepEqual([stderr, status], ["unitlint: units/x.service: is a binary file, not a unit file\n", 2]);
    }
  });
});
