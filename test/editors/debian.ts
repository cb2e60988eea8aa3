/** Clients from Debian: installed where we may, else unpacked beside the system and started with their own loader. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Kit, NotAvailable } from "./client.ts";
import { isInstalled, output } from "./commands.ts";

/** Packages that lie unpacked in a folder. */
export interface Tree {
  readonly root: string;
  /** The words that start one of its programs. */
  start(program: string): string[];
}

/** Has packages installed in the system, from Debian as root; without root it must be here already. */
export function installFromDebian(kit: Kit, packages: readonly string[], programs: readonly string[]): void {
  const missing = packages.filter(name => !isPackageInstalled(name));
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && isInstalled("apt-get")) {
    kit.say(`installing ${missing.join(", ")}`);
    update([]);
    output(["apt-get", ...LOCKS, "install", "-y", "-qq", "--no-install-recommends", ...missing], { env: quiet() });
    return;
  }
  const lacking = programs.filter(program => !isInstalled(program));
  if (lacking.length > 0) throw new NotAvailable(`${lacking.join(", ")}: not installed, and only root may install it`);
}

/** Packages of another release of Debian with all that they need, below the cache; the system stays as it is. */
export function unpackFromDebian(kit: Kit, suite: string, packages: readonly string[]): Tree {
  const folder = join(kit.cache, "debian", `${suite}-${packages.join("-")}`);
  if (!existsSync(join(folder, "complete"))) {
    if (!isInstalled("apt-get")) throw new NotAvailable("there is no apt-get here");
    kit.say(`downloading ${packages.join(", ")} of Debian ${suite}`);
    rmSync(folder, { recursive: true, force: true });
    const options = foreignSuite(folder, suite);
    update(options);
    download(folder, options, packages);
    for (const file of readdirSync(join(folder, "debs"))) {
      output(["dpkg-deb", "-x", join(folder, "debs", file), join(folder, "root")]);
    }
    for (const part of ["debs", "lists", "cache"]) rmSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, "complete"), "");
  }
  const root = join(folder, "root");
  return { root, start: program => [...loader(root), join(root, "usr/bin", program)] };
}

/** The loader of a tree's own C library, told where the tree's libraries are. */
function loader(root: string): string[] {
  for (const folder of ["usr/lib", "lib"].map(name => join(root, name)).filter(name => existsSync(name))) {
    const triplet = readdirSync(folder).find(name => name.endsWith("-linux-gnu"));
    const found = triplet && readdirSync(join(folder, triplet)).find(name => /^ld-linux.*\.so\.\d+$/.test(name));
    if (!triplet || !found) continue;
    const libraries = ["usr/lib", "lib"].map(name => join(root, name, triplet)).join(":");
    return [join(folder, triplet, found), "--library-path", libraries];
  }
  throw new NotAvailable("the downloaded packages hold no loader");
}

/** apt's options for a suite of its own, which leave those of the system alone. */
function foreignSuite(folder: string, suite: string): string[] {
  for (const part of ["lists/partial", "cache/archives/partial", "debs", "root"]) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  const sources = join(folder, "sources.list");
  writeFileSync(sources, `deb [signed-by=${KEYRING}] ${mirror()} ${suite} main\n`);
  const settings = [
    `Dir::Etc::sourcelist=${sources}`,
    "Dir::Etc::sourceparts=/dev/null",
    `Dir::State::lists=${join(folder, "lists")}`,
    `Dir::Cache=${join(folder, "cache")}`,
    "Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false",
    "Acquire::Languages=none",
    ...(process.getuid?.() === 0 ? ["APT::Sandbox::User=root"] : []),
  ];
  return settings.flatMap(setting => ["-o", setting]);
}

const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** The first mirror of Debian itself that the system uses. */
function mirror(): string {
  const folder = "/etc/apt/sources.list.d";
  const files = [
    "/etc/apt/sources.list",
    ...(existsSync(folder) ? readdirSync(folder).map(name => join(folder, name)) : []),
  ];
  const lines = files.filter(file => existsSync(file)).flatMap(file => readFileSync(file, "utf8").split("\n"));
  const found = lines.map(line => /^(?:URIs:|deb(?: \[.*?\])?)\s+(\S+\/debian)\/?(?:\s|$)/.exec(line)?.[1]);
  const first = found.find(uri => uri !== undefined);
  if (first === undefined || !existsSync(KEYRING))
    throw new NotAvailable("the system has no source of Debian packages");
  return first;
}

function update(options: readonly string[]): void {
  // Another apt may hold the lists for a moment, and a mirror may be in the midst of a change.
  for (let attempt = 1; ; attempt += 1) {
    try {
      output(["apt-get", ...options, "update", "-qq"], { env: quiet() });
      return;
    } catch (error) {
      if (attempt === 5) throw error;
      spawnSync("sleep", ["3"]);
    }
  }
}

function download(folder: string, options: readonly string[], packages: readonly string[]): void {
  const needed = output(["apt-cache", ...options, "depends", "--recurse", ...ONLY_NEEDED, ...packages])
    .split("\n")
    .filter(line => /^[a-z0-9]/.test(line) && !NOT_UNPACKED.test(line));
  output(["apt-get", ...options, "download", "-qq", ...new Set(needed)], { cwd: join(folder, "debs"), env: quiet() });
}

const ONLY_NEEDED = "recommends suggests conflicts breaks replaces enhances".split(" ").map(kind => `--no-${kind}`);

/** What a package needs only to be installed. */
const NOT_UNPACKED =
  /^(debconf.*|cdebconf.*|dpkg|perl.*|python3.*|install-info|tzdata|ucf|sensible-utils|emacsen-common|adduser|passwd|coreutils|bash|binutils.*|.*-dev|lib.san\d)$/;

const LOCKS = ["-o", "DPkg::Lock::Timeout=120"];

function quiet(): NodeJS.ProcessEnv {
  return { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
}

function isPackageInstalled(name: string): boolean {
  const { stdout } = spawnSync("dpkg-query", ["-W", "-f", "${Status}", name], { encoding: "utf8" });
  return stdout === "install ok installed";
}
