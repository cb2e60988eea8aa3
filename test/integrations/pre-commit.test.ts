/** The hooks of `.pre-commit-hooks.yaml`, and lint-staged. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { packedTarball } from "../support/packed.ts";
import { needing } from "../support/program.ts";
import { badUnit, goodUnit, project } from "../support/project.ts";

const hooks = readFileSync(fileURLToPath(new URL("../../.pre-commit-hooks.yaml", import.meta.url)), "utf8");
let tarball = "";

before(() => {
  tarball = packedTarball();
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

test("the hooks take unit files and drop-ins, and nothing else", () => {
  for (const { files } of parse(hooks, { merge: true }) as Hook[]) {
    const pattern = new RegExp(files);
    for (const name of ["a.service", "x/a@.socket", "a.service.d/b.conf", "service.d/b.conf"].map(name => `u/${name}`))
      assert.equal(pattern.test(name), true, name);
    for (const name of ["a.conf", "service", "a.services", "a.service.md", "a.network"])
      assert.equal(pattern.test(name), false, name);
  }
});

test("pre-commit runs a hook from npm on what is staged", needing("pre-commit", "git"), t => {
  const hook = (parse(hooks) as Hook[]).find(({ id }) => id === "unitlint");
  const local = { ...hook, additional_dependencies: [tarball] };
  const { run, write, folder } = project(t, {
    ".pre-commit-config.yaml": JSON.stringify({ repos: [{ repo: "local", hooks: [local] }] }),
    ".gitignore": ".bin\n.cache\n",
    "units/app.service": badUnit,
    "notes.txt": "Restrat=always\n",
  });
  const git = (...args: string[]) => run("git", ["-c", "user.name=A", "-c", "user.email=a@localhost", ...args]);
  const check = () => run("pre-commit", ["run"], { PRE_COMMIT_HOME: join(folder, ".cache") });
  git("init", "--quiet");
  git("add", ".");
  const first = check();
  assert.match(first.stdout, /units\/app\.service:3:1: error\[unknown-directive\]/);
  assert.equal(first.status, 1);
  write("units/app.service", goodUnit);
  git("add", ".");
  assert.equal(check().status, 0);
});
