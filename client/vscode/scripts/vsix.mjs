/**
 * `npm run vsix`: packs `client/vscode/unitlint.vsix`, and writes the bill of materials beside it. One tree gives the same bytes wherever, whenever and
 * by whomever it is packed: all is copied into a fresh folder with modes of its own, and times and the order of files are fixed.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { billOfMaterials } from "../../../server/scripts/bundling/bill-of-materials.mjs";
import { bundledPackages, notices } from "../../../server/scripts/bundling/bundled-packages.mjs";
import { withInside } from "../../../server/scripts/bundling/inside.mjs";
import { buildExtension } from "./build.mjs";

const client = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));

/** What is packed besides the bundles; the licence is the project's. */
const files = [
  ["README.md", "client/vscode/README.md"],
  ["CHANGELOG.md", "client/vscode/CHANGELOG.md"],
  ["LICENSE", "LICENSE"],
  ["images/icon.png", "client/vscode/images/icon.png"],
  ...["new", "read", "graph", "exposure", "targets"].map(step => [
    `walkthrough/${step}.md`,
    `client/vscode/walkthrough/${step}.md`,
  ]),
];

/** The beginning of what a zip file can say. */
const EPOCH = "315532800";

const packed = resolve(process.argv[2] ?? `${client}unitlint.vsix`);
const folder = mkdtempSync(join(tmpdir(), "unitlint-vsix-"));
try {
  const metafiles = await buildExtension(`${folder}/dist`);
  const packages = withInside(bundledPackages(metafiles, root), root);
  for (const [name, from] of files) put(name, readFileSync(root + from));
  put("THIRD-PARTY.txt", notices(packages));
  put("package.json", `${JSON.stringify(manifest(), null, 2)}\n`);
  makeUniform(folder);
  pack(`${folder}/unitlint.vsix`);
  mkdirSync(dirname(packed), { recursive: true });
  copyFileSync(`${folder}/unitlint.vsix`, packed);
  writeFileSync(`${packed}.cdx.json`, billOfMaterials(manifest(), packages, readFileSync(packed)));
  process.stdout.write(`${packed}: ${Math.ceil(readFileSync(packed).length / 1024)} KiB\n`);
} finally {
  rmSync(folder, { recursive: true });
}

/** Without what only those who build it need. */
function manifest() {
  const { devDependencies, private: _, scripts, ...rest } = JSON.parse(readFileSync(`${client}package.json`, "utf8"));
  return rest;
}

function put(name, content) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Modes come from the umask of whoever packs. */
function makeUniform(path) {
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), 0o644);
}

/** The zip's times are local ones, and the order of its entries is that of a language. */
function pack(to) {
  const vsce = join(dirname(createRequire(import.meta.url).resolve("@vscode/vsce/package.json")), "vsce");
  const args = [
    vsce,
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
    "-o",
    to,
  ];
  const env = { ...process.env, SOURCE_DATE_EPOCH: EPOCH, TZ: "UTC", LC_ALL: "C" };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  throw new Error("vsce cannot pack the extension");
}
