/** A gate in CI, from the first day to the last: what a team does with unitlint, in the order in which it happens. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { needing } from "../support/program.ts";
import { project } from "../support/project.ts";
import { assertSarif } from "../support/sarif.ts";

const clean = `[Unit]
Description=An app

[Service]
ExecStart=/usr/bin/app
Restart=on-failure

[Install]
WantedBy=multi-user.target
`;

test("a gate in CI", needing("git"), async t => {
  const { run, write, folder } = project(t, { "units/app.service": clean, ".gitignore": ".bin\n" });
  const gate = (...args: string[]) => run("unitlint", [...args, "units"]);
  const git = (...args: string[]) => run("git", ["-c", "user.name=A", "-c", "user.email=a@localhost", ...args]);
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "Begin");

  await t.test("a clean tree passes", () => {
    const { stdout, status } = gate();
    assert.deepEqual([stdout, status], ["No problems in 1 unit file (systemd 262)\n", 0]);
  });

  await t.test("a typo fails, with an annotation on its line", () => {
    write("units/app.service", clean.replace("Restart=", "Restrat="));
    const { stdout, status } = gate("--format", "github");
    assert.match(stdout, /^::error .*file=units\/app\.service,line=6,.*::Unknown directive Restrat= in \[Service\]/m);
    assert.equal(status, 1);
  });

  await t.test("the report for code scanning is valid SARIF", async () => {
    gate("--output-file", "sarif=report.sarif");
    assertSarif(JSON.parse(readFileSync(join(folder, "report.sarif"), "utf8")));
  });

  await t.test("only what changed is asked for", () => {
    write("units/old.service", `${clean}Unknown=1\n`);
    git("add", "units/old.service");
    git("commit", "--quiet", "--message", "Add what was always wrong");
    const { stdout, status } = gate("--since", "HEAD", "--format", "compact");
    assert.match(stdout, /^units\/app\.service:6:1: error\[unknown-directive\]/m);
    assert.doesNotMatch(stdout, /old\.service/);
    assert.equal(status, 1);
  });

  await t.test("a baseline lets old findings through", () => {
    gate("--baseline", "baseline.json", "--update-baseline");
    assert.equal(gate("--baseline", "baseline.json").status, 0);
  });

  await t.test("and stops a new one, wherever the old ones moved", () => {
    write("units/app.service", `# A comment above.\n${clean.replace("Restart=", "Restrat=")}`);
    assert.equal(gate("--baseline", "baseline.json").status, 0);
    write("units/new.service", clean.replace("[Install]", "[Instal]"));
    const { stdout, status } = gate("--baseline", "baseline.json", "--format", "compact");
    assert.match(stdout, /^units\/new\.service:8:1: error\[unknown-section\]/m);
    assert.doesNotMatch(stdout, /Restrat/);
    assert.equal(status, 1);
  });

  await t.test("--fix repairs what it can", () => {
    write("units/new.service", clean.replace("/usr/bin/app", "/usr/bin/app\nPIDFile=/var/run/app.pid"));
    const { status } = gate("--baseline", "baseline.json", "--fix");
    assert.equal(readFileSync(join(folder, "units/new.service"), "utf8").includes("PIDFile=/run/app.pid"), true);
    assert.equal(status, 0);
  });

  await t.test("a suppression with a reason passes", () => {
    const suppressed = "# unitlint-disable-next-line unknown-directive -- read by our own tool\nOurOwn=1\n[Install]";
    write("units/new.service", clean.replace("[Install]", suppressed));
    assert.equal(gate("--baseline", "baseline.json").status, 0);
  });

  await t.test("one without a reason does not, where reasons are asked for", () => {
    write(".unitlint.json", `{ "requireReasons": true }\n`);
    write("units/new.service", readFileSync(join(folder, "units/new.service"), "utf8").replace(/ -- .*/, ""));
    const { stdout, status } = gate("--baseline", "baseline.json", "--max-warnings", "0");
    assert.match(stdout, /units\/new\.service:8:/);
    assert.equal(status, 1);
  });
});
