/** The steps of `action.yml`, run as a runner of GitHub runs those of a composite action. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { packedTarball } from "../support/packed.ts";
import { needing } from "../support/program.ts";
import { badUnit, goodUnit, type Project, project, type Run } from "../support/project.ts";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: "composite"; readonly steps: readonly Step[] };
}

interface Step {
  readonly name: string;
  readonly shell: "bash";
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
  readonly "working-directory"?: string;
}

const file = fileURLToPath(new URL("../../action.yml", import.meta.url));
const action: Action = parse(readFileSync(file, "utf8"));
let tarball = "";

before(() => {
  tarball = packedTarball();
});

test("every input is described, has a default and is used", () => {
  const text = JSON.stringify(action.runs);
  for (const [name, input] of Object.entries(action.inputs)) {
    assert.ok(input.description.length > 10 && typeof input.default === "string", name);
    assert.ok(text.includes(`\${{ inputs.${name} }}`), name);
  }
});

test("inputs never become part of a script", () => {
  for (const { run } of action.runs.steps) assert.doesNotMatch(run, /\$\{\{/);
});

test("a mistake fails the step, with an annotation on its line", needing("bash"), t => {
  const { stdout, status } = runAction(project(t, { "units/app.service": badUnit }), { paths: "units" });
  assert.match(stdout, /^::error .*file=units\/app\.service,line=3,.*::Unknown directive Restrat=/m);
  assert.equal(status, 1);
});

test("a clean tree passes, several paths and more arguments included", needing("bash"), t => {
  const files = { "a b/app.service": goodUnit, "c/app.socket": "[Socket]\nListenStream=80\n" };
  const { stderr, status } = runAction(project(t, files), { paths: "a b\nc\n", args: "--rule\nunknown-unit=off\n" });
  assert.deepEqual([stderr, status], ["", 0]);
});

test("only the paths that are named are checked", needing("bash"), t => {
  const files = { "deploy/app.service": goodUnit, "examples/broken.service": badUnit };
  const { stdout, status } = runAction(project(t, files), { paths: "deploy" });
  assert.deepEqual([stdout, status], ["No problems in 1 unit file (systemd 262)\n", 0]);
});

test("a SARIF report is written beside the annotations", needing("bash"), t => {
  const folder = project(t, { "app.service": badUnit });
  runAction(folder, { sarif: "report.sarif", "fail-on": "never", target: "debian-12" });
  const report = JSON.parse(readFileSync(join(folder.folder, "report.sarif"), "utf8"));
  assert.equal(report.version, "2.1.0");
  assert.equal(report.runs[0].results[0].ruleId, "unknown-directive");
});

/** Runs step after step until one fails; the last one's output counts. */
function runAction(project: Project, given: Readonly<Record<string, string>>): Run {
  const inputs = Object.entries(action.inputs).map(([name, { default: usual }]) => [name, given[name] ?? usual]);
  const values = new Map([...inputs, ["package", tarball]] as [string, string][]);
  const fill = (text: string) => text.replaceAll(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name) => values.get(name) ?? "");
  let last: Run = { stdout: "", stderr: "no step", status: 1 };
  for (const step of action.runs.steps) {
    const env = Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, fill(value)]));
    const temp = join(project.folder, ".runner");
    last = project.run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
      ...env,
      RUNNER_TEMP: temp,
      GITHUB_ACTIONS: "true",
    });
    if (last.status !== 0) break;
  }
  return last;
}
