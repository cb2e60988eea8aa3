/** `--baseline` and `--since`: old findings pass, new ones do not. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
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

function git(folder: string, ...words: string[]): void {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"];
  const { status, stderr } = spawnSync("git", [...identity, ...words], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

/** A repository with one commit on its branch `main`. */
async function inRepository(files: Readonly<Record<string, string>>, check: (folder: string) => void): Promise<void> {
  await inFolder(files, folder => {
    git(folder, "init", "-q", "-b", "main");
    git(folder, "add", "-A");
    git(folder, "commit", "-qm", "one");
    check(folder);
  });
}

/** The files that findings are told of since a revision. */
function toldSince(folder: string, revision: string, ...words: string[]): string[] {
  const { stdout, stderr } = unitlint(folder, ["--since", revision, "--format", "json", ...words]);
  assert.notEqual(stdout, "", stderr);
  const { findings }: { findings: { path: string }[] } = JSON.parse(stdout);
  return [...new Set(findings.map(({ path }) => path))];
}

test("since a revision: changed, renamed and new files, committed or not", async () => {
  await inRepository(units, folder => {
    assert.deepEqual(toldSince(folder, "HEAD"), []);
    write(folder, "units/b.service", `${good}Foo=2\n`);
    assert.deepEqual(toldSince(folder, "HEAD"), ["units/b.service"]);
    git(folder, "commit", "-qam", "two");
    assert.deepEqual(toldSince(folder, "HEAD"), []);
    assert.deepEqual(toldSince(folder, "HEAD~1"), ["units/b.service"]);
    write(folder, "ü x/new.service", `${good}Foo=1\n`);
    assert.deepEqual(toldSince(folder, "HEAD"), ["ü x/new.service"]);
    renameSync(join(folder, "units/a.service"), join(folder, "units/z.service"));
    assert.deepEqual(toldSince(folder, "main", "units/z.service"), ["units/z.service"]);
    assert.deepEqual(toldSince(join(folder, "units"), "main", "z.service"), ["z.service"]);
    symlinkSync(join(folder, "units"), join(folder, "alias"));
    assert.deepEqual(toldSince(folder, "main", "alias"), ["alias/z.service"]);
  });
});

test("since a branch: what came on it later does not count", async () => {
  await inRepository(units, folder => {
    git(folder, "checkout", "-qb", "topic");
    write(folder, "units/b.service", `${good}Foo=2\n`);
    git(folder, "commit", "-qam", "ours");
    git(folder, "checkout", "-q", "main");
    write(folder, "units/a.service", `${good}Restar=on\n`);
    git(folder, "commit", "-qam", "theirs");
    git(folder, "checkout", "-q", "topic");
    assert.deepEqual(toldSince(folder, "main"), ["units/b.service"]);
  });
});

test("findings in files that did not change are told where a change concerns them", async () => {
  const files = {
    "a.service": `[Unit]\nAfter=b.service\n\n${good}`,
    "b.service": good,
    "d.socket": "[Socket]\nListenStream=80\n",
    "d.service": good,
    "e.service": "[Service]\nType=oneshot\nRemainAfterExit=yes\n",
    "e.service.d/x.conf": "[Service]\nExecStart=/bin/e\n",
    "f.service": `${good}Foo=1\n`,
  };
  await inRepository(files, folder => {
    write(folder, "b.service", `[Unit]\nAfter=a.service\n\n${good}`);
    const cycle = unitlint(folder, ["--since", "HEAD", "--format", "json"]);
    assert.match(cycle.stdout, /"rule": "ordering-cycle"/);
    assert.match(cycle.stderr, /1 finding not told, of what did not change since HEAD/);
    git(folder, "checkout", "-q", ".");
    rmSync(join(folder, "d.service"));
    assert.deepEqual(toldSince(folder, "HEAD"), ["d.socket"]);
    git(folder, "checkout", "-q", ".");
    rmSync(join(folder, "e.service.d"), { recursive: true });
    assert.deepEqual(toldSince(folder, "HEAD"), ["e.service"]);
  });
});

test("where git cannot tell, that is told", async () => {
  await inFolder(units, folder => {
    const say = (cwd: string, revision: string) => unitlint(cwd, [`--since=${revision}`, "."]);
    const outside = say(folder, "HEAD");
    assert.deepEqual(
      [outside.status, outside.stderr],
      [2, "unitlint: --since HEAD: this folder is in no git repository\n"],
    );
    git(folder, "init", "-q", "-b", "main");
    git(folder, "add", "-A");
    git(folder, "commit", "-qm", "one");
    git(folder, "commit", "-qm", "two", "--allow-empty");
    for (const revision of ["nope", "--output=x", "HEAD:units"])
      assert.equal(say(folder, revision).stderr, `unitlint: --since ${revision}: no such revision\n`);
    git(folder, "clone", "-q", "--depth=1", `file://${folder}`, "shallow");
    assert.match(say(join(folder, "shallow"), "HEAD~1").stderr, /no such revision in this shallow clone; fetch more/);
  });
});

test("fixes with a revision leave other files alone", async () => {
  const old = `[Unit]\nBindTo=a.service\n${good}`;
  await inRepository({ "a.service": good, "b.service": old, "c.service": old }, folder => {
    write(folder, "c.service", `# changed\n${old}`);
    assert.match(unitlint(folder, ["--fix", "--since", "HEAD"]).stderr, /fixed 1 in 1 file/);
    assert.equal(readFileSync(join(folder, "b.service"), "utf8"), old);
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
