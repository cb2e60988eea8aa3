/** `unitlint.vsix`: what is in it and what not, that its size is bearable, and that it comes out the same everywhere. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "../../server/src/rules/index.ts";
import { type Entry, entriesOf } from "../support/zip.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "unitlint-vsix-test-"));
after(() => rmSync(folder, { recursive: true }));

/** Packs a checkout, and reads what came out. */
function pack(checkout: string, name: string, shell = "", env: Readonly<Record<string, string>> = {}) {
  const file = join(folder, name);
  const command = `${shell} exec "${process.execPath}" "${checkout}client/vscode/scripts/vsix.mjs" "${file}"`;
  const { status, stderr } = spawnSync("/bin/sh", ["-c", command], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  return { bytes: readFileSync(file), bill: readFileSync(`${file}.cdx.json`, "utf8") };
}

const { bytes, bill } = pack(root, "first.vsix");
const entries = entriesOf(bytes);
const text = (name: string) =>
  entries
    .find(entry => entry.name === name)
    ?.read()
    .toString("utf8") ?? "";

test("it holds what runs, what is shown, and nothing else", () => {
  const bundles = ["browser.js", "extension.js", "lsp.js", "node.js", "server.js", "server.web.js", "viz.js"];
  const data = ["language-configuration.json", "systemd-unit.tmLanguage.json", "texts.json"];
  const pages = ["README", ...rules.map(({ id }) => id)].map(name => `rules/${name}.md`);
  const wanted = [
    "[Content_Types].xml",
    "extension.vsixmanifest",
    ...["LICENSE.txt", "THIRD-PARTY.txt", "changelog.md", "images/icon.png", "package.json", "readme.md"],
    ...["exposure", "graph", "new", "read", "targets"].map(name => `walkthrough/${name}.md`),
    ...["exposure", "graph"].flatMap(name => [`dist/webviews/${name}.css`, `dist/webviews/${name}.js`]),
    ...[...bundles, ...data, ...pages].map(name => `dist/${name}`),
  ].map((name, at) => (at < 2 ? name : `extension/${name}`));
  assert.deepEqual(entries.map(({ name }) => name).sort(), wanted.sort());
});

test("it is smaller than 2 MB", () => {
  assert.ok(bytes.length < 2_000_000, `${bytes.length} bytes`);
});

test("no map, no source, no path of a builder is in it", () => {
  const telling = entries.filter((entry: Entry) => {
    const content = entry.read().toString("latin1");
    return content.includes(root) || content.includes("sourceMappingURL=") || content.includes(process.cwd());
  });
  assert.deepEqual(
    telling.map(({ name }) => name),
    [],
  );
});

test("another checkout, umask, time zone and language give the same bytes", () => {
  const copy = join(folder, "elsewhere/");
  for (const part of [
    "client/vscode",
    "grammars",
    "server/bin",
    "server/data",
    "server/docs",
    "server/scripts",
    "server/src",
  ])
    cpSync(join(root, part), join(copy, part), {
      recursive: true,
      filter: path => !/\/(?:dist|node_modules)$/.test(path),
    });
  for (const file of ["LICENSE", "package.json", "tsconfig.json", "server/package.json"])
    cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const second = pack(copy, "second.vsix", "umask 077;", {
    TZ: "Asia/Tokyo",
    LANG: "sv_SE.UTF-8",
    SOURCE_DATE_EPOCH: "1",
  });
  assert.equal(hash(second.bytes), hash(bytes));
  assert.equal(second.bill, bill);
});

test("the bill of materials names what is bundled, each with version and licence", () => {
  const { components, metadata } = JSON.parse(bill);
  assert.equal(metadata.component.hashes[0].content, hash(bytes));
  const names = components.map(({ name }: { name: string }) => name);
  for (const name of ["vscode-languageclient", "vscode-languageserver", "ignore", "@viz-js/viz", "graphviz", "expat"])
    assert.ok(names.includes(name), name);
  for (const name of ["esbuild", "yargs", "typescript"]) assert.ok(!names.includes(name), name);
  for (const { name, version, licenses } of components) {
    assert.match(version, /^\d+\.\d+/, name);
    const [{ license, expression }] = licenses;
    assert.match(license?.id ?? license?.name ?? expression, /^\S/, name);
    assert.ok(text("extension/THIRD-PARTY.txt").includes(`${name} ${version} (`), name);
  }
});

test("its manifest runs nothing on installation, and what it names is in it", () => {
  const manifest = JSON.parse(text("extension/package.json"));
  assert.equal(manifest.scripts, undefined);
  assert.equal(manifest.dependencies, undefined);
  const named = JSON.stringify([manifest.main, manifest.browser, manifest.icon, manifest.contributes]).match(
    /"(?:\.\/)?(?:dist|images|media)\/[^"]+"/g,
  );
  const files = (named ?? []).map(path => path.slice(1, -1).replace(/^\.\//, ""));
  assert.ok(files.length >= 5);
  for (const path of files) assert.notEqual(text(`extension/${path}`), "", path);
});

test("nothing in it speaks to another host or measures its user", () => {
  const speaking = /\bfetch\(|XMLHttpRequest|sendBeacon|new WebSocket|node:https?"|require\("https?"\)/;
  const own = entries.filter(({ name }) => /dist\/(?:node|extension|browser|server|lsp|server\.web)\.js$/.test(name));
  assert.equal(own.length, 6);
  assert.deepEqual(
    own.filter(entry => speaking.test(entry.read().toString("utf8"))).map(({ name }) => name),
    [],
  );
});

function hash(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
