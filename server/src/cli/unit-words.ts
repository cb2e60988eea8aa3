/** The words behind a command that looks at units: names of units, or paths of files and folders that hold them. */
import { isUnitType } from "../catalog/unit-types.ts";
import { type UnitFileName, unitFileName } from "../model/unit-file-name.ts";
import { readUnitName } from "../values/unit-name.ts";
import type { FileKind } from "../workspace/file-host.ts";
import { nameIn } from "../workspace/path.ts";

/** Words, sorted. */
export interface UnitWords {
  /** The names of units, and of those whose files were named. */
  readonly units: readonly string[];
  /** Files and folders. */
  readonly paths: readonly string[];
}

/**
 * A word with a slash is a path, and so is one that names a folder. A mere name is a file of the working directory only where `besides` is
 * false: nothing else says where the units are.
 */
export function readUnitWords(words: readonly string[], kind: (path: string) => FileKind, besides: boolean): UnitWords {
  const units: string[] = [];
  const paths: string[] = [];
  for (const word of words) {
    const isFile = word.includes("/") || (!besides && kind(word) === "file");
    const isFolder = (isFile || !isUnitName(word)) && kind(word) === "folder";
    if (isFile || isFolder) paths.push(word);
    if (!isFolder) units.push(isFile ? (unitFileName(word)?.unit ?? nameIn(word)) : word);
  }
  return { units, paths };
}

function isUnitName(word: string): boolean {
  return readUnitName(word) !== undefined;
}

/** The folder of the search path that a file lies in: above `app.service.d` for a drop-in. */
export function unitFolderOf(path: string, { role }: UnitFileName): string {
  const folder = parentOf(path);
  return role === "drop-in" ? parentOf(folder) : folder;
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash) || "/";
}

/** A name as systemctl completes it: `nginx` is `nginx.service`. systemd: unit_name_mangle(), src/basic/unit-name.c */
export function completeName(word: string): string {
  return isUnitType(word.slice(word.lastIndexOf(".") + 1)) && word.includes(".") ? word : `${word}.service`;
}
