/** What others wrote and we pass on: what it may do when it is installed, under which terms it comes, and why it is there. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
}

const locked: Readonly<Record<string, Locked>> = JSON.parse(read("package-lock.json")).packages;
const foreign = Object.entries(locked).filter(([path, { link }]) => path.includes("node_modules/") && link !== true);

/** The packages whose code is in what is published, with their licences. */
const bundled: readonly { name: string; version: string; licence: string; url?: string }[] = JSON.parse(
  read("server/dist/.bundled.json"),
);

test("every locked package is known by its hash, wherever it comes from", () => {
  assert.ok(foreign.length > 100);
  const without = foreign.filter(([, { integrity }]) => integrity === undefined);
  assert.deepEqual(
    without.map(([path]) => path),
    [],
  );
});

test("no package runs a script when it is installed; those that would are tools of ours", () => {
  assert.match(read(".npmrc"), /^ignore-scripts=true$/m);
  const scripted = foreign.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  assert.deepEqual(
    scripted,
    ["@vscode/vsce-sign", "esbuild", "keytar"].map(name => `node_modules/${name}`),
  );
  const names = new Set(bundled.map(({ name }) => `node_modules/${name}`));
  assert.deepEqual(
    scripted.filter(path => names.has(path)),
    [],
  );
});

test("what is bundled may be passed on, and is told with its terms", () => {
  const allowed = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "Eclipse Public License"]);
  assert.deepEqual(
    bundled.filter(({ licence }) => !allowed.has(licence)),
    [],
  );
  const notices = read("server/dist/THIRD-PARTY.txt");
  for (const { name, version, licence } of bundled)
    assert.ok(notices.includes(`${name} ${version} (${licence})`), name);
  assert.ok(bundled.length >= 20);
});

test("who installs a package of ours installs nothing else", () => {
  for (const path of ["server/package.json", "client/vscode/package.json"]) {
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(read(path));
    assert.deepEqual([dependencies, optionalDependencies, peerDependencies], [undefined, undefined, undefined], path);
  }
});

test("each package that is asked for has its reason in CONTRIBUTING.md, and each reason its package", () => {
  const asked = ["package.json", "server/package.json", "client/vscode/package.json"].flatMap(path =>
    Object.keys(JSON.parse(read(path)).devDependencies ?? {}),
  );
  const [, table = ""] = read("CONTRIBUTING.md").split("## Dependencies");
  const reasons = [...table.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  assert.deepEqual([...new Set(reasons)].sort(), [...new Set(asked)].sort());
});
