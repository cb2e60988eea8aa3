/** Which folders to watch: those in which the files lie that a run looks at. */
import { unitFileName } from "../model/unit-file-name.ts";
import type { Configs } from "../workspace/config/configs.ts";
import type { FileHost } from "../workspace/file-host.ts";
import { joinPath } from "../workspace/path.ts";
import { rootFolders } from "../workspace/roots.ts";
import { newSources } from "../workspace/sources.ts";
import type { LintArguments } from "./options.ts";

/** Folders that were named with all below them, the folders of named files, those of roots, and those above, from where a folder may vanish, and those of configurations. */
export function watchedFolders(host: FileHost, args: LintArguments, configs?: Configs): ReadonlySet<string> {
  const { paths, root, unitPath, baseline } = args;
  const found = new Set<string>();
  const named = paths.length === 0 && root.length === 0 ? ["."] : paths;
  for (const path of named) {
    const plain = host.kind(path) === "missing" ? path.replace(/[*?[\]{}!].*$/s, "x") : path;
    if (host.kind(plain) === "folder") addTree(host, plain, found, new Set());
    else if (plain !== path) addTree(host, parentOf(plain), found, new Set());
    else addUnitFolder(host, parentOf(path), found);
    if (plain !== "." && host.kind(parentOf(plain)) === "folder") found.add(parentOf(plain));
  }
  for (const manager of ["system", "user"] as const) {
    const folders = rootFolders(host, { roots: root, unitPaths: unitPath }, manager, newSources());
    for (const { path } of folders) addUnitFolder(host, path, found);
  }
  if (baseline !== undefined) found.add(parentOf(baseline));
  for (const path of configs?.loaded().flatMap(({ rests }) => rests) ?? [])
    if (host.kind(parentOf(path)) === "folder") found.add(parentOf(path));
  return found;
}

/** A folder of units with the folders of drop-ins and links in it. */
function addUnitFolder(host: FileHost, path: string, found: Set<string>): void {
  if (host.kind(path) !== "folder") return;
  found.add(path);
  const listed = host.list(path);
  for (const { name } of "entries" in listed ? listed.entries : []) {
    const inside = joinPath(path, name);
    const isOwned = unitFileName(`${name}/x.conf`) !== undefined || isDependencyFolder(name);
    if (isOwned && host.kind(inside) === "folder") found.add(inside);
  }
}

/** Whether a folder holds links that are dependencies. */
export function isDependencyFolder(name: string): boolean {
  return /\.(?:wants|requires|upholds)$/.test(name);
}

/** As folders are walked for unit files: without hidden ones, each real folder once. */
function addTree(host: FileHost, path: string, found: Set<string>, seen: Set<string>): void {
  const real = host.realPath(path) ?? path;
  if (seen.has(real)) return;
  seen.add(real);
  found.add(path);
  const listed = host.list(path);
  for (const { name, kind } of "entries" in listed ? listed.entries : []) {
    if (name.startsWith(".") || name === "node_modules" || kind === "file" || kind === "other") continue;
    const inside = joinPath(path, name);
    if (kind === "folder" || host.kind(inside) === "folder") addTree(host, inside, found, seen);
  }
}

function parentOf(path: string): string {
  const slash = path.replace(/\/+$/, "").lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash) || "/";
}
