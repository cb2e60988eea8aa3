/** `--baseline`: old findings pass, new ones do not. */
import assert from "node:assert/strict";
import { chmodSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type BaselineEntry, baselineText, parseBaseline } from "../../server/src/cli/baseline.ts";
import { inFolder, unitlint, write } from "../support/cli-folder.ts";

const good = "[Service]\nExecStart=/bin/a\n";
const units = { "units/a.service": `${good}Restar=no\nRestar=no\n`, "units/b.service": `${good}Foo=1\n` };
const baseline = ["--baseline", "known.json"];

function entry(path: string, rule: string, fingerprint: string): BaselineEntry {
  return { path, rule, message: "Wrong", fingerprint };
}

test("a baseline is the same for the same findings in any order, a line each", () => {
  const entries = [entry("b.service", "x", "1"), entry("a.service", "y", "3"), entry("a.service", "x", "2")];
  const text = baselineText(entries);
  assert.equal(text, baselineText([...entries].reverse()));
  assert.equal(
    text,
    `{
  "unitlintBaseline": 1,
  "findings": [
    {"path":"a.service","rule":"x","message":"Wrong","fingerprint":"2"},
    {"path":"a.service","rule":"y","message":"Wrong","fingerprint":"3"},
    {"path":"b.service","rule":"x","message":"Wrong","fingerprint":"1"}
  ]
}
`,
  );
  assert.deepEqual(parseBaseline(text), [entries[2], entries[1], entries[0]]);
  assert.deepEqual(parseBaseline(baselineText([])), []);
});

test("what is no baseline is told", () => {
  const problems = [
    ["{", "is no JSON"],
    ["<<<<<<< HEAD\n{}", "holds the marks of a merge conflict"],
    ["[]", "is no baseline of unitlint"],
    ['{ "unitlintBaseline": 2 }', "is a baseline of another release of unitlint"],
    ['{ "unitlintBaseline": 1 }', "lacks its list of findings"],
    ['{ "unitlintBaseline": 1, "findings": [{}] }', "entry 1 lacks its path, rule, message or fingerprint"],
  ] as const;
  for (const [text, problem] of problems) assert.deepEqual(parseBaseline(text), { problem });
});

test("known findings pass though lines move; new ones fail; gone ones are told", async () => {
  await inFolder(units, folder => {
    assert.deepEqual(unitlint(folder, [...baseline, "--update-baseline", "units"]), {
      stdout: "No new problems in 2 unit files (systemd 262)\n",
      stderr: "unitlint: note: known.json holds 3 findings: 3 new, 0 gone\n",
      status: 0,
    });
    write(folder, "units/a.service", `# moved\n${good}Type=simple\nRestar=no\nRestar=no\n`);
    write(folder, "units/c.service", good);
    const moved = unitlint(folder, [...baseline, "units"]);
    assert.deepEqual([moved.status, moved.stderr], [0, "unitlint: note: 3 findings let through by known.json\n"]);
    write(folder, "units/a.service", `${good}Restar=no\nRestar=no\nRestar=no\n`);
    const third = unitlint(folder, [...baseline, "units"]);
    assert.deepEqual([third.status, third.stdout.match(/error\[/g)?.length], [1, 1]);
    write(folder, "units/a.service", `${good}Restar=no\n`);
    const fewer = unitlint(folder, [...baseline, "units"]);
    assert.equal(fewer.status, 0);
    assert.match(fewer.stderr, /1 finding of known\.json is gone; run --update-baseline\n/);
    const updated = unitlint(folder, [...baseline, "--update-baseline", "units"]);
    assert.equal(updated.stderr, "unitlint: note: known.json holds 2 findings: 0 new, 1 gone\n");
  });
});

test("paths count from the baseline, from wherever it is used", async () => {
  await inFolder(units, folder => {
    unitlint(folder, ["--baseline", "units/known.json", "--update-baseline", "units"]);
    assert.match(readFileSync(join(folder, "units/known.json"), "utf8"), /"path":"a\.service"/);
    assert.equal(unitlint(join(folder, "units"), [...baseline, "."]).status, 0);
    assert.equal(unitlint("/", ["--baseline", join(folder, "units/known.json"), join(folder, "units")]).status, 0);
  });
});

test("a run over some files neither misses the others nor forgets them", async () => {
  await inFolder(units, folder => {
    unitlint(folder, [...baseline, "--update-baseline", "units"]);
    assert.doesNotMatch(unitlint(folder, [...baseline, "units/a.service"]).stderr, /gone/);
    const before = readFileSync(join(folder, "known.json"), "utf8");
    unitlint(folder, [...baseline, "--update-baseline", "units/a.service"]);
    assert.equal(readFileSync(join(folder, "known.json"), "utf8"), before);
    rmSync(join(folder, "units/b.service"));
    assert.match(unitlint(folder, [...baseline, "units/a.service"]).stderr, /1 finding of known\.json is gone/);
  });
});

test("a run of some rules neither misses the others nor forgets them", async () => {
  const files = {
    "a.service": `${good}Foo=1\nMemoryLimit=1G\n`,
    "b.service": `${good}ExecStop=/bin/kill -9 $MAINPID\n`,
  };
  await inFolder(files, folder => {
    const update = (...words: string[]) => {
      const { stderr } = unitlint(folder, [...baseline, "--update-baseline", ...words, "."]);
      return stderr.replace("unitlint: note: known.json holds ", "");
    };
    assert.equal(update(), "3 findings: 3 new, 0 gone\n");
    const all = readFileSync(join(folder, "known.json"), "utf8");
    for (const words of [
      ["--rule", "removed-directive=off"],
      ["--preset", "verify"],
    ]) {
      const { stderr, status } = unitlint(folder, [...baseline, ...words]);
      assert.deepEqual([stderr.match(/gone/), status], [null, 0]);
    }
    assert.equal(
      update("--rule", "removed-directive=off", "--rule", "exec-stop-sigkill=off"),
      "3 findings: 0 new, 0 gone\n",
    );
    assert.equal(readFileSync(join(folder, "known.json"), "utf8"), all);
    assert.equal(update("--preset", "verify"), "3 findings: 0 new, 0 gone\n");
    write(folder, "b.service", good);
    assert.equal(update("--preset", "verify"), "3 findings: 0 new, 0 gone\n");
    assert.match(update("--preset", "all"), /, 1 gone\n/);
    write(folder, "a.service", good);
    assert.match(update("--preset", "all"), /: 0 new, 2 gone\n/);
  });
});

test("a baseline that is missing, broken or read-only fails, and so does updating from half a run", async () => {
  await inFolder({ ...units, "known.json": "{" }, folder => {
    const missing = unitlint(folder, ["--baseline", "gone.json", "units"]);
    assert.deepEqual(
      [missing.status, missing.stderr],
      [2, "unitlint: --baseline gone.json: no such file; --update-baseline makes it\n"],
    );
    for (const more of [[], ["--update-baseline"]]) {
      const { status, stderr } = unitlint(folder, [...baseline, ...more, "units"]);
      assert.deepEqual(
        [status, stderr],
        [2, "unitlint: --baseline known.json: is no JSON; mend it, or remove it and run --update-baseline\n"],
      );
    }
    rmSync(join(folder, "known.json"));
    const half = unitlint(folder, [...baseline, "--update-baseline", "units", "gone.service"]);
    assert.equal(half.status, 2);
    assert.match(half.stderr, /known\.json stays as it is, as not all could be read/);
    assert.equal(statSync(join(folder, "known.json"), { throwIfNoEntry: false }), undefined);
    unitlint(folder, [...baseline, "--update-baseline", "units"]);
    chmodSync(join(folder, "known.json"), 0o444);
    write(folder, "units/c.service", `${good}Bar=1\n`);
    assert.match(unitlint(folder, [...baseline, "--update-baseline", "units"]).stderr, /known\.json: is read-only/);
  });
});

test("standard input and fixes go with a baseline", async () => {
  await inFolder(units, folder => {
    unitlint(folder, [...baseline, "--update-baseline", "units"]);
    const { status, stdout } = unitlint(
      folder,
      [...baseline, "--stdin-filename", "units/b.service", "-"],
      `${good}Foo=1\nBar=1\n`,
    );
    assert.deepEqual([status, stdout.match(/Unknown directive \w+/g)], [1, ["Unknown directive Bar"]]);
    const { stderr } = unitlint(folder, [...baseline, "--fix", "--unsafe-fixes", "units"]);
    assert.match(stderr, /fixed 1 in 1 file: 1 unknown-directive\n(?:.*\n)*.*1 finding of known\.json is gone/);
  });
});

test("mistakes of a configuration are let through by nothing", async () => {
  await inFolder({ ...units, ".unitlint.json": '{ "presett": "all" }' }, folder => {
    const { status, stdout } = unitlint(folder, [...baseline, "--update-baseline", "units"]);
    assert.equal(status, 2);
    assert.match(stdout, /error\[invalid-config\]/);
    assert.doesNotMatch(readFileSync(join(folder, "known.json"), "utf8"), /invalid-config/);
  });
});
