/** An unpacked systemd source tree: its version, and its files with a record of what was read. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SystemdVersion } from "../../src/catalog/directive.ts";
import { GeneratorStop } from "./stop.ts";

/** A source tree; every file read through it is remembered for the provenance. */
export interface SourceTree {
  readonly version: SystemdVersion;
  /** The full version as the tree names it: `257.13`. */
  readonly release: string;
  /** The text of one file, by its path in the tree; undefined where there is no such file. */
  read(path: string): string | undefined;
  /** The names of the files in a folder of the tree, sorted. */
  list(folder: string): readonly string[];
  /** What was read so far: path in the tree to text. */
  readonly consumed: ReadonlyMap<string, string>;
}

/** Opens the tree in a directory; stops when the directory is not a systemd tree. */
export function openTree(directory: string): SourceTree {
  const consumed = new Map<string, string>();
  const read = (path: string): string | undefined => {
    const text = readText(join(directory, path));
    if (text !== undefined) consumed.set(path, text);
    return text;
  };
  const release = releaseOf(path => readText(join(directory, path)));
  if (release === undefined) throw new GeneratorStop(`${directory} is no systemd source tree: it names no version`);
  const list = (folder: string) => readdirSync(join(directory, folder)).sort();
  return { version: Number.parseInt(release, 10), release, read, list, consumed };
}

/** The text of a file that the tree must have. */
export function mustRead(tree: SourceTree, path: string): string {
  const text = tree.read(path);
  if (text === undefined) throw new GeneratorStop(`systemd ${tree.release}: ${path} is missing`);
  return text;
}

/** The hex SHA-256 of a text. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The text of a file that must exist, with Unix line ends. */
export function textOf(path: string): string {
  return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
}

/** The text of a file with Unix line ends, or undefined where it does not exist. */
export function readText(path: string): string | undefined {
  try {
    return textOf(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return;
    throw error;
  }
}

/** `meson.version` names the release since 254; before, the first lines of `meson.build` do. */
function releaseOf(read: (path: string) => string | undefined): string | undefined {
  const release = read("meson.version")?.trim() ?? /\bversion\s*:\s*'([^']+)'/.exec(read("meson.build") ?? "")?.[1];
  return release !== undefined && /^\d/.test(release) ? release : undefined;
}
