/** A package for Debian and its like, made by dpkg-deb. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** Writes the package of what is built; throws where dpkg-deb is missing. `time` is that of all files, in seconds since 1970. */
export function writeDeb(root, outfile, time) {
  const work = mkdtempSync(join(tmpdir(), "unitlint-deb-"));
  try {
    fill(root, work);
    setModesAndTimes(work, time);
    const options = ["--root-owner-group", "-Zxz", "--threads-max=1", "--build", work, outfile];
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(time) };
    const { status, stderr, error } = spawnSync("dpkg-deb", options, { encoding: "utf8", env });
    if (error !== undefined) throw new Error("dpkg-deb is not installed here; it comes with Debian's package dpkg");
    if (status !== 0) throw new Error(`dpkg-deb: ${stderr}`);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function fill(root, work) {
  const server = join(root, "server");
  const manifest = JSON.parse(readFileSync(join(server, "package.json"), "utf8"));
  const lib = join(work, "usr/lib/unitlint");
  const share = join(work, "usr/share");
  const built = ["cli.cjs", "lsp.cjs", "glob.cjs", "viz.cjs", "jsonc.cjs", "yaml.cjs", "texts.json"].map(
    name => `dist/${name}`,
  );
  for (const path of ["bin", "docs/rules", "package.json", ...built]) copy(join(server, path), join(lib, path));
  mkdirSync(join(work, "usr/bin"), { recursive: true });
  for (const name of Object.keys(manifest.bin))
    symlinkSync(`../lib/unitlint/bin/${name}.cjs`, join(work, "usr/bin", name));
  const page = readFileSync(join(server, "docs/unitlint.1"));
  write(join(share, "man/man1/unitlint.1.gz"), gzipSync(page, { level: 9 }));
  const changes = readFileSync(join(root, "CHANGELOG.md"));
  write(join(share, "doc/unitlint/changelog.gz"), gzipSync(changes, { level: 9 }));
  copy(join(root, "README.md"), join(share, "doc/unitlint/README.md"));
  const licence = readFileSync(join(root, "LICENSE"), "utf8");
  const others = readFileSync(join(server, "dist/THIRD-PARTY.txt"), "utf8");
  write(join(share, "doc/unitlint/copyright"), `${licence}\n${others}`);
  for (const [shell, path] of completions) write(join(share, path), completion(server, shell));
  write(join(work, "DEBIAN/control"), control(manifest, size(work)));
}

const completions = [
  ["/bin/bash", "bash-completion/completions/unitlint"],
  ["/bin/zsh", "zsh/vendor-completions/_unitlint"],
];

/** The script that `unitlint completion` prints for a shell. */
function completion(server, shell) {
  const env = { ...process.env, SHELL: shell, ZSH_NAME: shell.endsWith("zsh") ? "zsh" : "" };
  const program = join(server, "bin/unitlint.cjs");
  const { stdout, status } = spawnSync(process.execPath, [program, "completion"], { encoding: "utf8", env });
  if (status !== 0) throw new Error("unitlint completion failed");
  return stdout.replaceAll(program, "unitlint");
}

/** In the shape of deb-control(5); the size is in KiB. */
function control({ version, description }, size) {
  const [synopsis, details] = description.split(": ");
  return `Package: unitlint
Version: ${version}
Section: devel
Priority: optional
Architecture: all
Depends: nodejs (>= 20.19)
Installed-Size: ${size}
Maintainer: The unitlint developers <unitlint@localhost>
Description: ${synopsis[0].toLowerCase()}${synopsis.slice(1)}
 ${details}.
`;
}

function copy(from, to) {
  cpSync(from, to, { recursive: true });
}

function write(file, data) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, data);
}

function entries(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true });
}

function size(work) {
  const bytes = entries(work).map(entry => (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0));
  return Math.ceil(bytes.reduce((sum, one) => sum + one, 0) / 1024);
}

function setModesAndTimes(work, time) {
  for (const entry of entries(work)) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(path, entry.isDirectory() || isProgram(path) ? 0o755 : 0o644);
    lutimesSync(path, time, time);
  }
  chmodSync(work, 0o755);
  lutimesSync(work, time, time);
}

function isProgram(path) {
  return path.includes("/unitlint/bin/unitlint");
}
