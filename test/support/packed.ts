/** The package for npm, made of what is built. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The absolute path of the tarball. */
export function packedTarball(): string {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "server/scripts/package.mjs"), "tarball"]);
  if (status !== 0) throw new Error(String(stderr));
  const packages = join(root, "server/dist/packages");
  return join(packages, readdirSync(packages).find(name => name.endsWith(".tgz")) ?? "");
}
