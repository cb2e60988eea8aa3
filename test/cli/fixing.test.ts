/** `--fix` and `--diff` in folders of their own: what is written, what is not, and what is said. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, readlinkSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inFolder, namesIn, program, unitlint, write } from "../support/cli-folder.ts";

const service = "[Service]\nExecStart=/bin/a\n";
const old = `[Unit]\nBindTo=b.service\nAfter=b.service\n${service}PIDFile=/var/run/a.pid\n`;
const mended = old.replace("BindTo", "BindsTo").replace("/var/run", "/run");
const units = { "a.service": old, "b.service": service };

function textOf(...path: string[]): string {
  return readFileSync(join(...path), "latin1");
}

test("what is safe to fix is fixed, the rest is told", async () => {
  await inFolder({ ...units, "c.service": `${service}Restar=no\n` }, folder => {
    const { stdout, stderr, status } = unitlint(folder, ["--fix"]);
    assert.equal(textOf(folder, "a.service"), mended);
    assert.match(stdout, /^c\.service:3:1: error\[unknown-directive\] .*\n(?:.*\n)*1 error in 1 of 3 files/);
    assert.equal(
      stderr,
      "unitlint: fixed 2 in 1 file: 1 deprecated-directive, 1 deprecated-value\nunitlint: 1 more finding could be mended with --unsafe-fixes\n",
    );
    assert.equal(status, 1);
    assert.deepEqual(namesIn(folder), ["a.service", "b.service", "c.service"]);
    const again = unitlint(folder, ["--fix", "--unsafe-fixes"]);
    assert.equal(again.stderr, "unitlint: fixed 1 in 1 file: 1 unknown-directive\n");
    assert.deepEqual([again.status, textOf(folder, "c.service")], [0, `${service}Restart=no\n`]);
  });
});

test("a diff is printed for patch, and nothing is written", async () => {
  await inFolder(units, folder => {
    const { stdout, stderr, status } = unitlint(folder, ["--diff"]);
    assert.deepEqual(
      [stderr, status],
      ["unitlint: would fix 2 in 1 file: 1 deprecated-directive, 1 deprecated-value\n", 1],
    );
    assert.equal(textOf(folder, "a.service"), old);
    assert.equal(spawnSync("git", ["apply", "-p0"], { cwd: folder, input: stdout }).status, 0);
    assert.equal(textOf(folder, "a.service"), mended);
    assert.deepEqual(unitlint(folder, ["--diff"]), { stdout: "", stderr: "unitlint: nothing to fix\n", status: 0 });
  });
});

test("standard input is printed as it should be, findings go elsewhere", async () => {
  await inFolder({}, folder => {
    const { stdout, stderr } = unitlint(folder, ["--fix", "--stdin-filename", "a.service", "-"], `${old}Restar=no`);
    assert.equal(stdout, `${mended}Restar=no`);
    assert.match(stderr, /a\.service:7:1: error\[unknown-directive\]/);
    assert.equal(unitlint(folder, ["--fix", "--as", "a.service", "-"], service).stdout, service);
    assert.deepEqual(namesIn(folder), []);
  });
});

test("standard input comes out as it came in where it is not judged", async () => {
  const files = { ".unitlint.json": '{ "ignores": ["old.service"] }', "sub/.unitlint.json": "{" };
  const binary = Buffer.from("7f454c46020101000000ff00", "hex");
  await inFolder(files, folder => {
    const fix = (name: string, input: string | Buffer, ...more: string[]) =>
      spawnSync(process.execPath, [program, "--fix", "--stdin-filename", name, ...more, "-"], { cwd: folder, input });
    const ignored = fix("old.service", old, "--format", "json");
    assert.deepEqual([String(ignored.stdout), ignored.status], [old, 0]);
    assert.equal(JSON.parse(String(ignored.stderr).replace(/^unitlint: .*\n/gm, "")).files, 0);
    const broken = fix("sub/a.service", old);
    assert.deepEqual([String(broken.stdout), broken.status], [old, 2]);
    assert.match(String(broken.stderr), /error\[invalid-config\]/);
    const none = fix("a.service", binary);
    assert.deepEqual([none.stdout, none.status], [binary, 2]);
    assert.match(String(none.stderr), /a\.service: is a binary file/);
  });
});

test("the name of standard input may be that of a file anywhere", async () => {
  await inFolder({ "units/a.service": service, "elsewhere/x": "" }, folder => {
    const { stdout } = unitlint(
      join(folder, "elsewhere"),
      ["--fix", "--stdin-filename", "../units/a.service", "-"],
      old,
    );
    assert.equal(stdout, mended);
    assert.equal(textOf(folder, "units/a.service"), service);
  });
});

test("line ends, marks, bytes that are no text and a missing last line end stay", async () => {
  const bytes = Buffer.from(
    "\xef\xbb\xbf# \xff\r\n[Unit]\r\nBindTo=b.service\r\n[Service]\r\nExecStart=/bin/a",
    "latin1",
  );
  await inFolder({ "a.service": bytes }, folder => {
    unitlint(folder, ["--fix"]);
    assert.equal(textOf(folder, "a.service"), bytes.toString("latin1").replace("BindTo", "BindsTo"));
  });
});

test("a fix that would change another setting, or lead to a finding, is told and not applied", async () => {
  const files = {
    "a.service": "[Service]\nExecStart=/bin/a\nTyp=forking\nType=simple\n",
    "b.socket": "[Socket]\nService=a.service\nListenDatagram=80\nListenStrem=\nListenFIFO=/run/b\n",
  };
  await inFolder(files, folder => {
    const { stderr } = unitlint(folder, ["--fix", "--unsafe-fixes"]);
    assert.deepEqual([textOf(folder, "a.service"), textOf(folder, "b.socket")], Object.values(files));
    assert.equal(
      stderr,
      `unitlint: nothing to fix
unitlint: not fixed: a.service:3 unknown-directive: Rename to Type=; it would lead to warning[duplicate-directive] at a.service:4: Type= was set at line 3 already; only this last value counts
unitlint: not fixed: b.socket:4 unknown-directive: Rename to ListenStream=; it would change ListenDatagram=
`,
    );
    const { notFixed } = JSON.parse(unitlint(folder, ["--fix", "--unsafe-fixes", "--format", "json"]).stdout);
    assert.deepEqual(notFixed[1], {
      rule: "unknown-directive",
      path: "b.socket",
      line: 4,
      message: "Unknown directive ListenStrem= in [Socket]; did you mean ListenStream=?",
      fix: "Rename to ListenStream=",
      reason: "it would change ListenDatagram=",
    });
  });
});

test("units are looked at with their drop-ins", async () => {
  const files = {
    "a.service": "[Service]\nType=oneshot\nExecStart=/bin/a\nExecStart=/bin/b\n",
    "a.service.d/x.conf": "[Service]\nTyp=notify\n",
  };
  await inFolder(files, folder => {
    const { stderr } = unitlint(folder, ["--fix", "--unsafe-fixes"]);
    assert.equal(textOf(folder, "a.service.d/x.conf"), files["a.service.d/x.conf"]);
    assert.match(stderr, /not fixed: a\.service\.d\/x\.conf:2 unknown-directive: Rename to Type=; it would /);
  });
});

test("links inside the named folder are followed, those that lead out of it are not", async () => {
  await inFolder({ "units/real.d/a.txt": "", "units/b.service": service, "outside/a.service": old }, folder => {
    write(folder, "units/sub/inside.service", old);
    symlinkSync("sub/inside.service", join(folder, "units/c.service"));
    symlinkSync("../outside/a.service", join(folder, "units/a.service"));
    const { stderr } = unitlint(folder, ["--fix", "units"]);
    assert.equal(textOf(folder, "outside/a.service"), old);
    assert.equal(textOf(folder, "units/sub/inside.service"), mended);
    assert.equal(readlinkSync(join(folder, "units/c.service")), "sub/inside.service");
    assert.match(
      stderr,
      /not fixed: units\/a\.service:2 deprecated-directive: .*; it would write through a link to \S+outside\/a\.service, which lies elsewhere\n/,
    );
    assert.match(unitlint(folder, ["--fix", "outside/a.service"]).stderr, /^unitlint: fixed 2 in 1 file/);
  });
});

test("what may not be written is told, and the run fails", async () => {
  await inFolder(units, folder => {
    chmodSync(join(folder, "a.service"), 0o444);
    const { stdout, stderr, status } = unitlint(folder, ["--fix", "--format", "json"]);
    assert.equal(status, 2);
    assert.equal(stderr, "unitlint: could not be written: 2 fixes in 1 file\nunitlint: a.service: is read-only\n");
    const { errors, fixed, findings } = JSON.parse(stdout);
    assert.deepEqual(errors, [{ path: "a.service", message: "is read-only" }]);
    assert.deepEqual([fixed, findings.length], [[], 2]);
    assert.equal(textOf(folder, "a.service"), old);
    assert.equal(statSync(join(folder, "a.service")).mode & 0o777, 0o444);
  });
});

test("beside what may not be written, the rest is told as ever", async () => {
  const files = { ...units, "c.service": old, "d.service": `${service}Restar=no\n` };
  await inFolder(files, folder => {
    chmodSync(join(folder, "a.service"), 0o444);
    assert.equal(
      unitlint(folder, ["--fix"]).stderr,
      `unitlint: fixed 2 in 1 file: 1 deprecated-directive, 1 deprecated-value
unitlint: could not be written: 2 fixes in 1 file
unitlint: 1 more finding could be mended with --unsafe-fixes
unitlint: a.service: is read-only
`,
    );
    write(folder, ".unitlint.json", '{ "ignores": ["d.service"] }');
    assert.equal(
      unitlint(folder, ["--fix", "d.service"]).stderr,
      "unitlint: note: d.service is ignored: .unitlint.json:1\n",
    );
    write(folder, ".unitlint.json", "{");
    assert.equal(unitlint(folder, ["--fix", "d.service"]).stderr, "");
  });
});

test("standard input and a file of its name are not mended at once", async () => {
  await inFolder(units, folder => {
    const { stdout, stderr, status } = unitlint(folder, ["--fix", "--stdin-filename", "a.service", "-", "."], old);
    const problem = "unitlint: a.service is named, and the name of standard input; fix one of both\n";
    assert.deepEqual([stdout, stderr, status], ["", problem, 2]);
    assert.equal(textOf(folder, "a.service"), old);
  });
});

test("a diff goes with no other report", async () => {
  await inFolder(units, folder => {
    for (const words of [["--format", "json"], ["--statistics"], ["--output-file", "x.txt"]]) {
      const { stdout, stderr, status } = unitlint(folder, ["--diff", ...words]);
      const problem = "unitlint: --diff prints a diff: leave out --format, --output-file and --statistics\n";
      assert.deepEqual([stdout, stderr, status], ["", problem, 2]);
    }
    assert.deepEqual(namesIn(folder), ["a.service", "b.service"]);
  });
});

test("a signal ends the run behind a whole file", async () => {
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`units/u${i}.service`, old]));
  await inFolder({ ...many, "units/b.service": service }, async folder => {
    const run = spawn(process.execPath, [program, "--fix", "units"], { cwd: folder });
    const isBegun = () => textOf(folder, "units/u0.service") === mended;
    while (!isBegun() && run.exitCode === null) await new Promise(resolve => setTimeout(resolve, 1));
    run.kill("SIGINT");
    const [code, signal] = await new Promise<[number | null, string | null]>(resolve =>
      run.on("close", (...ended) => resolve(ended)),
    );
    assert.deepEqual([code, signal], [null, "SIGINT"]);
    const texts = Object.keys(many).map(name => textOf(folder, name));
    const count = (text: string) => texts.filter(one => one === text).length;
    assert.ok(count(mended) > 0 && count(old) > 0, "it was in the middle");
    assert.equal(count(mended) + count(old), texts.length);
    assert.equal(namesIn(join(folder, "units")).length, 2001);
  });
});

test("options that make no sense together are refused", async () => {
  await inFolder({}, folder => {
    mkdirSync(join(folder, "units"));
    for (const [words, message] of [
      [["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff"],
      [["--update-baseline"], "--update-baseline needs --baseline FILE"],
      [["--watch", "--fix"], "--watch and --fix exclude each other"],
      [["--watch", "-"], "--watch and --stdin exclude each other"],
      [["--baseline", "b", "--update-baseline", "--since", "x"], "--update-baseline and --since exclude each other"],
    ] as const)
      assert.deepEqual(unitlint(folder, words), { stdout: "", stderr: `unitlint: ${message}\n`, status: 2 });
  });
});

test("what comments suppress and configurations leave out is not fixed", async () => {
  const files = {
    "a.service": `${service}# unitlint-disable-next-line deprecated-value -- known\nPIDFile=/var/run/a.pid\nStandardOutput=syslog\n`,
    "vendor/b.service": old,
    "old/c.service": old,
    ".unitlint.json": JSON.stringify({
      ignores: ["vendor/**"],
      overrides: [{ files: "old/**", rules: { "deprecated-directive": "off" } }],
    }),
  };
  await inFolder(files, folder => {
    const { stderr } = unitlint(folder, ["--fix", "--fail-on", "never"]);
    assert.match(stderr, /^unitlint: fixed 2 in 2 files: 2 deprecated-value\n/);
    assert.equal(textOf(folder, "a.service"), files["a.service"].replace("=syslog", "=journal"));
    assert.equal(textOf(folder, "vendor/b.service"), old);
    assert.equal(textOf(folder, "old/c.service"), old.replace("/var/run", "/run"));
  });
});

test("a fix must hold for all targets of its file", async () => {
  const unit = "[Service]\nExecStart=!!/bin/a\n";
  await inFolder({ "a.service": unit }, folder => {
    assert.match(unitlint(folder, ["--fix", "--target", "257,262"]).stderr, /^unitlint: nothing to fix\n/);
    assert.equal(textOf(folder, "a.service"), unit);
    assert.match(unitlint(folder, ["--fix", "--target", "262"]).stderr, /^unitlint: fixed 1 in 1 file/);
  });
});
