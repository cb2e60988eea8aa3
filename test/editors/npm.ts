/** Clients and what drives them from npm, in the versions that `package-lock.json` beside this file pins; and unitlint itself, packed. */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Kit } from "./client.ts";
import { output } from "./commands.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const server = fileURLToPath(new URL("../../server", import.meta.url));

/** The `node_modules` with everything that `package.json` beside this file asks for. */
export function installFromNpm(kit: Kit): string {
  const folder = join(kit.cache, "npm");
  const files = ["package.json", "package-lock.json"];
  const wanted = digest(files.map(name => join(here, name)));
  if (!isComplete(folder, wanted)) {
    kit.say("installing from npm");
    mkdirSync(folder, { recursive: true });
    for (const name of files) copyFileSync(join(here, name), join(folder, name));
    output(["npm", "ci", ...QUIET], { cwd: folder });
    writeFileSync(join(folder, "complete"), wanted);
  }
  return join(folder, "node_modules");
}

/** Packs the built server and installs it as people do, `npm install --global`; gives the folder of its commands. */
export function installUnitlint(kit: Kit): string {
  const packs = join(kit.cache, "pack");
  rmSync(packs, { recursive: true, force: true });
  mkdirSync(packs, { recursive: true });
  output(["npm", "pack", "--silent", "--pack-destination", packs], { cwd: server });
  const tarballs = readdirSync(packs).map(name => join(packs, name));
  const prefix = join(kit.cache, "unitlint");
  const wanted = digest(tarballs);
  if (!isComplete(prefix, wanted)) {
    kit.say("installing unitlint, packed");
    rmSync(prefix, { recursive: true, force: true });
    output(["npm", "install", "--global", "--prefix", prefix, ...QUIET, ...tarballs]);
    writeFileSync(join(prefix, "complete"), wanted);
  }
  return join(prefix, "bin");
}

const QUIET = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"];

function digest(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}

function isComplete(folder: string, wanted: string): boolean {
  const stamp = join(folder, "complete");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
}
