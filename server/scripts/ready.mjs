/**
 * What `npm start`, `npm test` and `npm run check` run on any checkout, a fresh one included: installs and builds what is out of
 * date, then does the asked.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [task, ...rest] = process.argv.slice(2);

const tasks = { start, test, "test:editors": testEditors, check, "check:rest": checkRest, package: packages, vsix };
if (tasks[task] === undefined) fail(`usage: node server/scripts/ready.mjs ${Object.keys(tasks).join("|")}`, 2);
install();
build();
process.exitCode = tasks[task](rest);

/** Lints what the arguments name; without any, the examples, whose findings are the point and no failure. */
function start(args) {
  const wanted = args.length > 0 ? args : ["--fail-on", "never", "fixtures/examples"];
  const cwd = args.length > 0 ? (process.env.INIT_CWD ?? root) : root;
  return run(process.execPath, [join(root, "server/bin/unitlint.cjs"), ...wanted], cwd);
}

/** Runs every test file, or those named. */
function test(args) {
  const files =
    args.length > 0 ? args.map(file => resolve(process.env.INIT_CWD ?? root, file)) : testFiles(join(root, "test"));
  return run(process.execPath, ["--import", "tsx", "--test", "--test-reporter", "spec", ...files], root);
}

/** Drives the language server with real editors, all or those named. */
function testEditors(args) {
  return run(process.execPath, ["--import", "tsx", join(root, "test/editors/run.ts"), ...args], root);
}

/** Everything that has to hold before a change lands; the first thing that does not ends it. */
function check() {
  return checkRest() || test([]);
}

/** Everything but the tests. */
function checkRest() {
  for (const step of ["types", "lint", "dead-code", "docs -- --check"]) {
    const status = run("npm", ["run", "--silent", ...step.split(" ")], root);
    if (status !== 0) return status;
  }
  return 0;
}

/** Makes what is published. */
function packages(args) {
  return run(process.execPath, [join(root, "server/scripts/package.mjs"), ...args], root);
}

/** Makes the extension for VS Code. */
function vsix(args) {
  return run(process.execPath, [join(root, "client/vscode/scripts/vsix.mjs"), ...args], root);
}

function install() {
  const stamp = join(root, "node_modules/.unitlint-install");
  const manifests = ["package.json", "server/package.json", "client/vscode/package.json"].map(file => join(root, file));
  const inputs = [...manifests, join(root, "package-lock.json")];
  upToDate(stamp, inputs, () => run("npm", ["ci", "--no-fund", "--no-audit"], root, "installing"), wantedOf);
}

/** What npm installs by; the rest of a manifest, such as generated settings, changes more often. */
function wantedOf(file) {
  const text = readFileSync(file);
  if (!file.endsWith("package.json")) return text;
  const { name, version, workspaces, bin, engines, overrides, ...manifest } = JSON.parse(text);
  const dependencies = Object.entries(manifest).filter(([key]) => /dependencies/i.test(key));
  return JSON.stringify({ name, version, workspaces, bin, engines, overrides, dependencies });
}

function build() {
  const stamp = join(root, "server/dist/.built");
  const folders = ["server/src", "server/data", "server/bin", "fixtures/examples", "fixtures/oracle"].flatMap(folder =>
    allFiles(join(root, folder)),
  );
  const scripts = ["server/scripts/build.mjs", "package-lock.json", "tsconfig.json", "server/tsconfig.json"];
  const inputs = [...folders, ...scripts.map(file => join(root, file))];
  upToDate(stamp, inputs, () => run(process.execPath, [join(root, "server/scripts/build.mjs")], root, "building"));
}

/** Does the work unless the stamp holds the digest of the inputs, as they are read, and of this Node. */
function upToDate(stamp, inputs, work, read = file => readFileSync(file)) {
  const digest = createHash("sha256").update(process.version);
  for (const file of inputs) digest.update(file.slice(root.length)).update("\0").update(read(file));
  const wanted = digest.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const status = work();
  if (status !== 0) fail(`exit status ${status}`, status);
  if (existsSync(dirname(stamp))) writeFileSync(stamp, wanted);
}

function run(command, args, cwd, what) {
  if (what !== undefined) process.stderr.write(`${what} …\n`);
  const path = `${join(root, "node_modules/.bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}`;
  const stdio = what === undefined ? "inherit" : ["ignore", 2, 2];
  return (
    spawnSync(command, args, { cwd, stdio, env: { ...process.env, PATH: path }, shell: process.platform === "win32" })
      .status ?? 1
  );
}

function allFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .sort();
}

/** The tests below a folder; those of real editors have a command of their own. */
function testFiles(folder) {
  const editors = join(folder, "editors", "/");
  return allFiles(folder).filter(file => file.endsWith(".test.ts") && !file.startsWith(editors));
}

function fail(message, status) {
  process.stderr.write(`ready: ${message}\n`);
  process.exit(status);
}
