/** What is published of the server: what the packages hold, and that they run where nothing else is. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const packages = join(root, "server/dist/packages");
const script = join(root, "server/scripts/package.mjs");
const hasDpkg = spawnSync("dpkg-deb", ["--version"]).status === 0;
const kinds = ["tarball", "bundle", ...(hasDpkg ? ["deb"] : [])];
let work = "";

before(() => {
  work = mkdtempSync(join(tmpdir(), "unitlint-package-"));
  run(process.execPath, [script, ...kinds], root);
});
after(() => rmSync(work, { recursive: true }));

const wanted = [
  /^(LICENSE|README\.md|package\.json)$/,
  /^bin\/(load|lsp|unitlint|unitlint-language-server)\.cjs$/,
  /^dist\/(cli|glob|jsonc|lsp|viz|yaml)\.cjs$/,
  /^dist\/(index\.js|texts\.json|THIRD-PARTY\.txt)$/,
  /^dist\/types\/[a-z0-9/-]+\.d\.ts$/,
  /^docs\/([a-z]+\.schema\.json|unitlint\.1)$/,
  /^docs\/rules\/([a-z-]+|README)\.md$/,
];

test("the tarball holds what runs, and nothing else", () => {
  const names = run("tar", ["tzf", tarball()], root).trim().split("\n");
  const paths = names.map(name => name.replace(/^package\//, ""));
  assert.deepEqual(
    paths.filter(path => !wanted.some(pattern => pattern.test(path))),
    [],
  );
  for (const pattern of wanted)
    assert.ok(
      paths.some(path => pattern.test(path)),
      `nothing like ${pattern}`,
    );
});

test("no package runs a script when it is installed, or needs another one", () => {
  const manifest = JSON.parse(run("tar", ["xzOf", tarball(), "package/package.json"], root));
  assert.equal(manifest.scripts, undefined);
  assert.equal(manifest.dependencies, undefined);
});

test("the tarball installs into an empty folder and runs there; so do the README's examples", () => {
  const folder = emptyFolder("installed");
  writeFileSync(join(folder, "package.json"), "{}");
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball()], folder);
  assertLints(join(folder, "node_modules/.bin/unitlint"), [], folder);
  for (const { code, prints } of examples()) {
    writeFileSync(join(folder, "example.mjs"), code);
    assert.equal(run(process.execPath, ["example.mjs"], folder).trim(), prints);
  }
});

test("compiled code is kept for the next run, and only where it is wanted", () => {
  const folder = emptyFolder("cached");
  run("tar", ["xzf", tarball()], folder);
  const program = join(folder, "package/bin/unitlint.cjs");
  const environment = { HOME: folder, XDG_CACHE_HOME: join(folder, "cache") };
  run(process.execPath, [program, "rules"], folder, { ...environment, NODE_DISABLE_COMPILE_CACHE: "1" });
  assert.equal(readdirSync(folder).includes("cache"), false);
  const first = run(process.execPath, [program, "rules"], folder, environment);
  const [kept = ""] = readdirSync(join(folder, "cache/unitlint"));
  assert.match(kept, /^cli\.cjs-v\d+/);
  assert.equal(run(process.execPath, [program, "rules"], folder, environment), first);
  assert.deepEqual(readdirSync(join(folder, "cache/unitlint")), [kept]);
});

test("the bundle is one file that runs by itself, texts and drawings included", () => {
  const folder = emptyFolder("bundle");
  const bundle = join(folder, "unitlint.mjs");
  cpSync(join(packages, "unitlint.mjs"), bundle);
  assertLints(process.execPath, [bundle], folder);
  assert.match(run(process.execPath, [bundle, "explain", "Restart="], folder), /^Restart= in \[Service\]/);
  assert.match(run(process.execPath, [bundle, "graph", ".", "--format", "svg"], folder), /<svg/);
});

test("the Debian package unpacks into a tree that runs", {
  skip: hasDpkg ? false : "dpkg-deb is not installed",
}, () => {
  const folder = emptyFolder("debian");
  run("dpkg-deb", ["-x", deb(), join(folder, "root")], folder);
  assertLints(process.execPath, [join(folder, "root/usr/bin/unitlint")], folder);
  const page = join(folder, "root/usr/share/man/man1/unitlint.1.gz");
  assert.match(run("gzip", ["-cd", page], folder), /^\.Dt UNITLINT 1$/m);
  const completion = readFileSync(join(folder, "root/usr/share/bash-completion/completions/unitlint"), "utf8");
  assert.match(completion, /complete .*unitlint/);
  assert.ok(!completion.includes(root));
  const all = readdirSync(join(folder, "root"), { recursive: true, withFileTypes: true });
  const paths = all.filter(entry => !entry.isDirectory()).map(entry => join(entry.parentPath, entry.name));
  const owned =
    /\/root\/usr\/(?:bin\/unitlint|lib\/unitlint\/(?:bin|dist|docs\/rules|package\.json)|share\/(?:man|doc\/unitlint|bash-completion|zsh)\b)/;
  assert.deepEqual(
    paths.filter(path => !owned.test(path) || /test|fixture|\.map$/i.test(path.slice(folder.length))),
    [],
  );
});

test("the single executable runs without any other Node", () => {
  run(process.execPath, [script, "executable"], root);
  const name = process.platform === "win32" ? "unitlint.exe" : "unitlint";
  assertLints(join(packages, name), [], emptyFolder("executable"));
  for (const made of [name, `${name}.cdx.json`]) rmSync(join(packages, made));
});

test("tools that judge packages have nothing to say", () => {
  const bin = join(root, "node_modules/.bin");
  assert.match(run(join(bin, "publint"), ["run", "server", "--strict"], root), /All good/);
  run(join(bin, "attw"), ["--profile", "esm-only", tarball()], root);
});

test("a bill of materials lies beside each package, and names what is bundled with it", () => {
  const notices = readFileSync(join(root, "server/dist/THIRD-PARTY.txt"), "utf8");
  for (const packed of readdirSync(packages).filter(name => /\.(?:tgz|mjs|deb)$/.test(name))) {
    const { components, metadata } = JSON.parse(readFileSync(join(packages, `${packed}.cdx.json`), "utf8"));
    const sha256 = createHash("sha256")
      .update(readFileSync(join(packages, packed)))
      .digest("hex");
    assert.equal(metadata.component.hashes[0].content, sha256);
    const named = components.map(({ name, version }: { name: string; version: string }) => `${name} ${version}`);
    assert.deepEqual(
      named,
      [...notices.matchAll(/^(\S+ \d\S*) \(/gm)].map(([, one]) => one),
    );
    for (const name of ["yargs", "vscode-languageserver", "yaml", "graphviz", "expat"])
      assert.ok(
        components.some((one: { name: string }) => one.name === name),
        name,
      );
  }
});

test("packages are the same bytes when they are made again", () => {
  const first = digests();
  rmSync(packages, { recursive: true });
  run("sh", ["-c", `umask 077; TZ=Asia/Tokyo exec "$0" "$@"`, process.execPath, script, ...kinds], root);
  assert.deepEqual(digests(), first);
});

function emptyFolder(name: string): string {
  const folder = join(work, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "app.service"), "[Service]\nExecStart=/usr/bin/app\nRestrat=always\n");
  return folder;
}

function assertLints(command: string, args: readonly string[], cwd: string): void {
  const { stdout, stderr, status } = spawnSync(command, [...args, "app.service"], { cwd, encoding: "utf8", env: {} });
  assert.match(stdout, /app\.service:3:1: error\[unknown-directive\]/);
  assert.deepEqual([stderr, status], ["", 1]);
}

function tarball(): string {
  return join(packages, readdirSync(packages).find(name => name.endsWith(".tgz")) ?? "");
}

function deb(): string {
  return join(packages, readdirSync(packages).find(name => name.endsWith(".deb")) ?? "");
}

function digests(): Readonly<Record<string, string>> {
  const names = readdirSync(packages).filter(name => /\.(tgz|mjs|deb)(\.cdx\.json)?$/.test(name));
  const digest = (name: string) =>
    createHash("sha256")
      .update(readFileSync(join(packages, name)))
      .digest("hex");
  return Object.fromEntries(names.map(name => [name, digest(name)]));
}

/** The programs of the package's README, and what they say that they print. */
function examples(): { code: string; prints: string }[] {
  const text = readFileSync(join(root, "server/README.md"), "utf8");
  return [...text.matchAll(/```js\n(.*?)```/gs)].map(([, code = ""]) => ({
    code,
    prints: [...code.matchAll(/^\/\/ prints: (.*)$/gm)].map(([, line]) => line).join("\n"),
  }));
}

function run(command: string, args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>): string {
  const result = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
    ...(env && { env: { PATH: process.env.PATH, ...env } }),
  });
  assert.equal(result.status, 0, `${command} ${args.join(" ")}: ${result.error ?? result.stderr}`);
  return result.stdout;
}
