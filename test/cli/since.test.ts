/** `--since`: findings that have nothing to do with what changed are not told, and git runs nothing of a stranger's. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inFolder, namesIn, unitlint, write } from "../support/cli-folder.ts";

const good = "[Service]\nExecStart=/bin/a\n";
const units = { "units/a.service": `${good}Restar=no\nRestar=no\n`, "units/b.service": `${good}Foo=1\n` };

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

test("no filter, hook or transport of a repository is run", async () => {
  const files = { "units/a.service": good, "units/.gitattributes": "*.service filter=x\nb.conf filter=y.z\n" };
  await inRepository(files, folder => {
    const trap = `touch ${join(folder, "run")}; cat`;
    const traps = {
      "filter.x.clean": trap,
      "filter.x.process": trap,
      "filter.x.required": "true",
      "filter.y.z.clean": trap,
      "core.fsmonitor": trap,
      "core.sshCommand": trap,
      "extensions.partialClone": "origin",
      "remote.origin.url": "ssh://nowhere.invalid/x",
      "remote.origin.promisor": "true",
    };
    for (const [name, value] of Object.entries(traps)) git(folder, "config", name, value);
    git(folder, "config", "core.repositoryFormatVersion", "1");
    write(folder, "units/a.service", `${good}Foo=1\n`);
    assert.deepEqual(toldSince(folder, "HEAD"), ["units/a.service"]);
    assert.match(unitlint(folder, ["--since", "1".repeat(40)]).stderr, /no such revision/);
    assert.deepEqual(namesIn(folder), [".git", "units"]);
    git(folder, "config", "filter.a=b.clean", trap);
    const { stderr, status } = unitlint(folder, ["--since", "HEAD"]);
    assert.equal(
      stderr,
      "unitlint: --since HEAD: the configuration of git has a filter that cannot be turned off: filter.a=b\n",
    );
    assert.equal(status, 2);
  });
});

test("files are asked after in the repository that they lie in", async () => {
  await inRepository(units, folder =>
    inFolder({}, outside => {
      write(folder, "units/b.service", `${good}Foo=2\n`);
      const path = join(folder, "units");
      assert.deepEqual(toldSince(outside, "HEAD", path), [join(path, "b.service")]);
      const { stderr, status } = unitlint(folder, ["--since", "HEAD", "units", outside]);
      assert.deepEqual([stderr, status], [`unitlint: --since HEAD: ${outside} is in no git repository\n`, 2]);
      git(outside, "init", "-q", "-b", "main");
      write(outside, "c.service", `${good}Foo=1\n`);
      assert.equal(
        unitlint(folder, ["--since", "HEAD", "units", outside]).stderr,
        `unitlint: --since HEAD: ${outside}: no such revision\n`,
      );
      git(outside, "add", "-A");
      git(outside, "commit", "-qm", "one");
      write(outside, "c.service", `${good}Foo=3\n`);
      assert.deepEqual(toldSince(folder, "HEAD", ".", outside), ["units/b.service", join(outside, "c.service")]);
    }),
  );
});

test("files in a repository inside another one count as its folder", async () => {
  await inRepository(units, folder => {
    write(folder, "inner/c.service", `${good}Foo=1\n`);
    git(join(folder, "inner"), "init", "-q", "-b", "main");
    git(join(folder, "inner"), "add", "-A");
    git(join(folder, "inner"), "commit", "-qm", "one");
    assert.deepEqual(toldSince(folder, "HEAD"), ["inner/c.service"]);
    assert.deepEqual(toldSince(folder, "HEAD", "inner"), []);
  });
});

test("a configuration that changes, comes or goes concerns the files that it counts for", async () => {
  const off = '{ "rules": { "unknown-directive": "off" } }';
  const files = { ".unitlint.json": off, "near/.unitlint.json": "{}", "near/n.service": `${good}Foo=1\n`, ...units };
  const both = ["units/a.service", "units/b.service"];
  await inRepository(files, folder => {
    assert.deepEqual(toldSince(folder, "HEAD"), []);
    write(folder, ".unitlint.json", '{ "rules": { "unknown-directive": "error" } }');
    assert.deepEqual(toldSince(folder, "HEAD"), both);
    rmSync(join(folder, ".unitlint.json"));
    assert.deepEqual(toldSince(folder, "HEAD"), both);
    assert.deepEqual(toldSince(folder, "HEAD", "--no-config"), []);
    git(folder, "checkout", "-q", ".");
    write(folder, "near/.unitlint.json", '{ "extends": "../.unitlint.json" }');
    git(folder, "commit", "-qam", "two");
    write(folder, ".unitlint.json", "{}");
    assert.deepEqual(toldSince(folder, "HEAD"), ["near/n.service", ...both]);
  });
  await inRepository(
    { ...units, "package.json": '{ "name": "x" }', "units/package.json": `{ "unitlint": ${off} }` },
    folder => {
      write(folder, "package.json", '{ "name": "y" }');
      assert.deepEqual(toldSince(folder, "HEAD"), []);
      rmSync(join(folder, "units/package.json"));
      assert.deepEqual(toldSince(folder, "HEAD"), both);
    },
  );
});
