/** Names and values that would steer a terminal, a log or a report, and names that are not UTF-8. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { lintFormats } from "../../server/src/cli/reporters/formats.ts";
import { decodeUtf8 } from "../../server/src/text/utf8.ts";
import { pathOfUri, uriOfPath } from "../../server/src/workspace/file-uri.ts";
import { inFolder, write } from "../support/cli-folder.ts";
import { bug, hasControls, runIn, service, treeCommands } from "../support/hostile.ts";
import { assertSarif } from "../support/sarif.ts";
import { readXml } from "../support/xml.ts";

const onLinux = { skip: process.platform !== "linux" && "this system has no such names" };

const odd = "x\x1b]0;title\x07\n::error::‮\u009b31m%0A]";
const steering = `${service}Foo\x1b[2J=1\nType=\x1b[31m\u009b1m::stop-commands::x\nDescription\u202e=##vso[task.complete]\n`;

function makeOddNames(folder: string): void {
  write(folder, "a.service", steering);
  write(folder, `a.service.d/${odd}.conf`, steering);
  write(folder, `${odd}/b.service`, steering);
  write(folder, `${odd}.service`, steering);
}

test("no command sends on what a terminal would obey", onLinux, async () => {
  await inFolder({}, folder => {
    makeOddNames(folder);
    for (const words of treeCommands) {
      const { stdout, stderr } = runIn(folder, words);
      assert.doesNotMatch(stdout + stderr, bug);
      const isData = words[0] === "--diff";
      assert.ok(isData || !hasControls(stdout), `${words.join(" ")}: ${JSON.stringify(stdout)}`);
      assert.ok(!hasControls(stderr), `${words.join(" ")}: ${JSON.stringify(stderr)}`);
    }
  });
});

test("no format lets a name or a value out of its place", onLinux, async () => {
  await inFolder({}, async folder => {
    makeOddNames(folder);
    for (const format of lintFormats) {
      const { stdout } = runIn(folder, ["--format", format, "."]);
      assert.ok(!hasControls(stdout), `${format}: ${JSON.stringify(stdout)}`);
      const commands = stdout.split("\n").filter(line => /^(?:::|##)/.test(line));
      if (format === "github") assert.ok(commands.every(line => /^::(?:error|warning|notice) file=/.test(line)));
      if (format === "azure") assert.ok(commands.every(line => /^##vso\[task\.logissue /.test(line)));
      if (format === "teamcity") assert.ok(commands.every(line => /^##teamcity\[/.test(line)));
      if (format === "checkstyle" || format === "junit") readXml(stdout);
      if (format === "sarif") assertSarif(JSON.parse(stdout));
      if (["json", "gitlab"].includes(format)) JSON.parse(stdout);
    }
  });
});

/** A path with the byte FF for each `?`. */
function bytes(path: string): Buffer {
  return Buffer.from(path.replaceAll("?", "\xff"), "latin1");
}

test("names that are not UTF-8 are read, shown by their bytes, and written back", onLinux, async () => {
  await inFolder({ "a.service": service }, folder => {
    mkdirSync(bytes(`${folder}/sub?`));
    mkdirSync(bytes(`${folder}/sub?/a.service.d`));
    const old = "[Service]\nPIDFile=/var/run/a.pid\nFoo=1\n";
    writeFileSync(bytes(`${folder}/sub?/a.service.d/x?.conf`), old);
    writeFileSync(bytes(`${folder}/bad?.service`), service);
    const { stdout, status } = runIn(folder, ["--format", "compact", "."]);
    assert.match(stdout, /^sub\\xff\/a\.service\.d\/x\\xff\.conf:3:1: error\[unknown-directive\]/m);
    assert.equal(status, 1);
    assert.match(runIn(folder, ["."]).stdout, /skipped 1 unit with a name that systemd passes over: bad\\xff\.service/);
    runIn(folder, ["--fix", "."]);
    const written = readFileSync(bytes(`${folder}/sub?/a.service.d/x?.conf`), "utf8");
    assert.equal(written, old.replace("/var/run", "/run"));
    assert.equal(readdirSync(bytes(`${folder}/sub?/a.service.d`)).length, 1);
    const [run] = JSON.parse(runIn(folder, ["--format", "sarif", "."]).stdout).runs;
    assert.equal(run.results[0].locations[0].physicalLocation.artifactLocation.uri, "sub%FF/a.service.d/x%FF.conf");
  });
});

test("the URI of a path says each of its bytes", () => {
  const path = decodeUtf8(Buffer.from("/a\xff/\u00e9 b", "latin1"));
  const uri = uriOfPath(path);
  assert.equal(uri, "file:///a%FF/%E9%20b");
  assert.equal(pathOfUri(uri ?? ""), path);
  assert.equal(uriOfPath("/\ud800x"), "file:///%EF%BF%BDx");
});

test("a name that is an option is one only without a folder before it", onLinux, async () => {
  await inFolder({ "--help.service": service, "-rf.service": service }, folder => {
    assert.match(runIn(folder, ["."]).stdout, /No problems in 2 unit files/);
    assert.equal(runIn(folder, ["--", "--help.service"]).status, 0);
    assert.equal(spawnSync("ls", ["-A"], { cwd: folder, encoding: "utf8" }).stdout.split("\n").length, 3);
  });
});
