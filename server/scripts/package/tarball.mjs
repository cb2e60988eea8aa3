/** The package for npm. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Packs the server's folder, and tells the file's name. npm sets times to a fixed one, but takes modes from the disk, where they follow the umask:
 * it packs a copy whose modes are plain.
 */
export function writeTarball(server, folder) {
  const work = mkdtempSync(join(tmpdir(), "unitlint-tarball-"));
  try {
    const [{ files }] = JSON.parse(npm(["pack", "--json", "--dry-run"], server));
    for (const { path } of files) cpSync(join(server, path), join(work, path));
    cpSync(join(server, "../LICENSE"), join(work, "LICENSE"));
    for (const entry of readdirSync(work, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      chmodSync(path, entry.isDirectory() || path.includes("/bin/unitlint") ? 0o755 : 0o644);
    }
    return npm(["pack", "--pack-destination", folder], work).trim();
  } finally {
    rmSync(work, { recursive: true });
  }
}

function npm(args, cwd) {
  const packed = spawnSync("npm", ["--silent", ...args], {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (packed.status !== 0) throw new Error(`npm pack: ${packed.stderr}`);
  return packed.stdout;
}
