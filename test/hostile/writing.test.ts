/** Full disks, signals and readers that go away: what is written is whole or as it was, and what is lost is told. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inFolder, program, write } from "../support/cli-folder.ts";
import { bug, runIn, service } from "../support/hostile.ts";

const onPosix = { skip: process.platform === "win32" && "Windows has neither such limits nor such signals" };
const onLinux = { skip: process.platform !== "linux" && "this system has no /dev/full" };

const old = `${service}PIDFile=/var/run/a.pid\n`;
const mended = old.replace("/var/run", "/run");

/** Runs the command line where no file may grow over so many blocks of 512 bytes, or of 1,024 in some shells. */
function withSmallFiles(cwd: string, blocks: number, words: readonly string[]) {
  const script = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`;
  return spawnSync("sh", ["-c", script, process.execPath, program, ...words], {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: cwd, NODE_DISABLE_COMPILE_CACHE: "1" },
  });
}

test("what cannot be written whole is not written at all", onPosix, async () => {
  const large = `${old}${`# ${"x".repeat(78)}\n`.repeat(2000)}`;
  await inFolder(
    { "a.service": large, "report.json": "old", "known.json": '{ "unitlintBaseline": 1, "findings": [] }' },
    folder => {
      for (let i = 0; i < 60; i++) write(folder, `many/u${i}.service`, `${service}${"Foo=1\n".repeat(50)}`);
      const before = readdirSync(folder).sort();
      for (const [words, reason] of [
        [["--fix", "a.service"], /^unitlint: a\.service: it is larger than files may be here; the file is as it was$/m],
        [
          ["--format", "json", "--output-file", "report.json", "many"],
          /--output-file report\.json: it is larger than files may be here/,
        ],
        [["--output-file", "json=new.json", "many"], /--output-file new\.json: it is larger than files may be here/],
        [
          ["--baseline", "known.json", "--update-baseline", "many"],
          /--baseline known\.json: it is larger than files may be here; the file is as it was/,
        ],
        [
          ["--baseline", "new.json", "--update-baseline", "many"],
          /--baseline new\.json: it is larger than files may be here/,
        ],
        [["graph", "many", "--output", "report.json"], /--output report\.json: it is larger than files may be here/],
        [["init"], undefined],
      ] as const) {
        const { stdout, stderr, status } = withSmallFiles(folder, 8, words);
        assert.doesNotMatch(stdout + stderr, bug);
        if (reason === undefined) continue;
        assert.match(stderr, reason, words.join(" "));
        assert.equal(status, 2, words.join(" "));
      }
      assert.equal(readFileSync(join(folder, "a.service"), "utf8"), large);
      assert.equal(readFileSync(join(folder, "report.json"), "utf8"), "old");
      assert.deepEqual(readdirSync(folder).sort(), [...before, ".unitlint.jsonc"].sort());
    },
  );
});

const mayMount = process.platform === "linux" && process.geteuid?.() === 0;

test("a full disk leaves every file as it was", {
  skip: !mayMount && "only root may mount a small disk",
}, async t => {
  await inFolder({ "disk/x": "" }, folder => {
    const disk = join(folder, "disk");
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], { encoding: "utf8" });
    if (mounted.status !== 0) return t.skip(`nothing can be mounted here: ${mounted.stderr.trim()}`);
    try {
      const text = `${old}${"#\n".repeat(10_000)}`;
      write(disk, "a.service", text);
      fill(join(disk, "filler"));
      const { stderr, status } = runIn(disk, ["--fix", "."]);
      assert.match(stderr, /^unitlint: a\.service: the disk is full; the file is as it was$/m);
      assert.equal(status, 2);
      assert.equal(readFileSync(join(disk, "a.service"), "utf8"), text);
      const report = runIn(disk, ["--format", "sarif", "--output-file", "r.sarif", "."]);
      assert.match(report.stderr, /--output-file r\.sarif: there is no space left for it/);
      assert.deepEqual(readdirSync(disk).sort(), ["a.service", "filler"]);
    } finally {
      spawnSync("umount", [disk]);
    }
  });
});

/** Writes until the disk is full. */
function fill(path: string): void {
  assert.throws(() => {
    for (let i = 0; i < 1000; i++) appendFileSync(path, "x".repeat(4096));
  }, /ENOSPC/);
}

test("a link is followed to the file that is written, also where there is none yet", onPosix, async () => {
  await inFolder({ "a.service": service, "there/old.json": "{}", "elsewhere/deep/x": "" }, folder => {
    const links = {
      "old.json": "there/old.json",
      "new.json": "there/new.json",
      "there/far.json": "../elsewhere/far.json",
      "two.json": "there/far.json",
      folder: "elsewhere/deep",
      "over.json": "folder/../over.json",
      "nowhere.json": "gone/x.json",
      "loop.json": "loop.json",
    };
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
    const report = (name: string) => runIn(folder, ["--output-file", `json=${name}`, "a.service"]);
    for (const [name, written] of [
      ["old.json", "there/old.json"],
      ["new.json", "there/new.json"],
      ["two.json", "elsewhere/far.json"],
      ["over.json", "elsewhere/over.json"],
    ] as const) {
      assert.equal(report(name).stderr, "", name);
      assert.equal(JSON.parse(readFileSync(join(folder, written), "utf8")).findings.length, 0, name);
    }
    assert.match(report("nowhere.json").stderr, /--output-file nowhere\.json: its folder does not exist\n/);
    assert.match(report("loop.json").stderr, /--output-file loop\.json: is a link that leads back to itself\n/);
    for (const [name, target] of Object.entries(links)) assert.equal(readlinkSync(join(folder, name)), target);
    assert.deepEqual(readdirSync(join(folder, "there")).sort(), ["far.json", "new.json", "old.json"]);
  });
});

/** Begins a run, sends it a signal as soon as it is seen to write, and gives the one that ended it. */
async function signalled(cwd: string, words: readonly string[], signal: NodeJS.Signals, isWriting: () => boolean) {
  const run = spawn(process.execPath, [program, ...words], { cwd, stdio: "ignore" });
  const ended = new Promise<string | null>(resolve => run.on("close", (_, by) => resolve(by)));
  while (!isWriting() && run.exitCode === null) await new Promise(setImmediate);
  run.kill(signal);
  return ended;
}

const untidy = `${old} Nice=1\n`;
const count = 400;
const many = Object.fromEntries(Array.from({ length: count }, (_, i) => [`u/u${i}.service`, untidy]));

for (const [words, signal, after] of [
  [["--fix", "u"], "SIGINT", `${mended} Nice=1\n`],
  [["fmt", "u"], "SIGTERM", `${old}Nice=1\n`],
] as const)
  test(`${signal} in the midst of ${words.join(" ")} ends it between two files`, onPosix, async () => {
    await inFolder(many, async folder => {
      const textOf = (name: string) => readFileSync(join(folder, name), "utf8");
      assert.equal(await signalled(folder, words, signal, () => textOf("u/u0.service") === after), signal);
      const texts = Object.keys(many).map(textOf);
      const written = texts.filter(text => text === after).length;
      const kept = texts.filter(text => text === untidy).length;
      assert.ok(written > 0 && kept > 0, `${written} were written, ${kept} were not`);
      assert.equal(written + kept, count);
      assert.equal(readdirSync(join(folder, "u")).length, count);
    });
  });

for (const [words, name] of [
  [["--baseline", "known.json", "--update-baseline", "u"], "known.json"],
  [["--output-file", "json=report.json", "u"], "report.json"],
] as const)
  test(`a signal while ${name} is written ends the run behind a whole file`, onPosix, async () => {
    const before = '{ "unitlintBaseline": 1, "findings": [] }';
    const faults = "Foo=1\n".repeat(30);
    const files = Object.fromEntries(Object.keys(many).map(file => [file, service + faults]));
    await inFolder({ ...files, [name]: before }, async folder => {
      const isDraft = (entry: string) => entry.endsWith(".unitlint");
      const isWriting = () => readdirSync(folder).some(isDraft);
      let by: string | null = null;
      // A draft may come and go between two looks.
      for (let tries = 0; by === null && tries < 5; tries++) {
        write(folder, name, before);
        by = await signalled(folder, words, "SIGTERM", isWriting);
        assert.deepEqual(readdirSync(folder).sort(), [name, "u"]);
        assert.ok(JSON.parse(readFileSync(join(folder, name), "utf8")).findings.length > 0);
      }
      assert.equal(by, "SIGTERM");
    });
  });

test("a reader that goes away ends the run in silence", onPosix, async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`u${i}.service`, "[Service]\nFoo=1\nBar=2\n"]),
  );
  await inFolder(files, folder => {
    const run = (script: string) =>
      spawnSync("sh", ["-c", script, process.execPath, program], { cwd: folder, encoding: "utf8", timeout: 60_000 });
    const first = run('{ "$0" "$1" . ; echo "status $?" >&2; } | head -n 1');
    assert.match(first.stdout, /^u0\.service:1:1: error/);
    assert.equal(first.stderr, "status 1\n");
    const both = run('{ "$0" "$1" . 2>&1; echo "status $?" >status; } | head -c 1; cat status');
    assert.match(both.stdout, /^u?status 1\n$|^ustatus 1\n$/);
  });
});

test("a full disk behind standard output is told, one behind standard error changes nothing", onLinux, async () => {
  await inFolder({ "a.service": service }, folder => {
    const run = (words: string) =>
      spawnSync("sh", ["-c", `"$0" "$1" ${words}`, process.execPath, program], { cwd: folder, encoding: "utf8" });
    for (const words of ["a.service", "rules", "explain Restart=", "--format json ."]) {
      const { stderr, status } = run(`${words} >/dev/full`);
      assert.equal(stderr, "unitlint: standard output cannot be written: there is no space left for it\n");
      assert.equal(status, 2, words);
    }
    assert.equal(run("gone.service 2>/dev/full").status, 2);
    assert.equal(run("a.service 2>/dev/full").status, 0);
  });
});
