/** Which files fixes may edit: those that are linted, and lie where the arguments say. */
import type { SourceFile } from "../text/source-file.ts";
import type { FileHost } from "../workspace/file-host.ts";
import { isWithin } from "../workspace/path.ts";
import type { LintFile } from "../workspace/unit-groups.ts";
import { standardInputPath } from "./inputs.ts";
import type { LintArguments } from "./options.ts";

/**
 * Why a file may not be edited, as the end of a sentence that begins with `it would`: it is not among the linted ones, or links lead to it out of the
 * folders that were named, and out of those in which the named files lie. Standard input is printed, whatever its name.
 */
export function forbiddenEdits(
  host: FileHost,
  files: readonly LintFile[],
  args: Pick<LintArguments, "paths" | "root" | "stdin" | "stdinFilename">,
): (file: SourceFile) => string | undefined {
  const linted = new Set(files.map(({ source }) => source.path));
  const trees = treesOf(host, args);
  const known = new Map<string, string | undefined>();
  const verdict = (path: string): string | undefined => {
    if (path === standardInputPath(args)) return undefined;
    if (!linted.has(path)) return `change ${path}, which is not among the linted files`;
    const real = host.realPath(path);
    const isInside = real === undefined || trees.some(tree => isWithin(tree, real));
    return isInside ? undefined : `write through a link to ${real}, which lies elsewhere`;
  };
  return ({ path }) => {
    if (!known.has(path)) known.set(path, verdict(path));
    return known.get(path);
  };
}

/** The folders that were named, without links. */
function treesOf(host: FileHost, { paths, root }: Pick<LintArguments, "paths" | "root">): readonly string[] {
  const folders = paths.length === 0 ? (root.length === 0 ? ["."] : root) : paths.map(path => folderOf(host, path));
  return folders.flatMap(folder => host.realPath(folder) ?? []);
}

/** Of a pattern, the folder before its first sign. */
function folderOf(host: FileHost, path: string): string {
  const kind = host.kind(path);
  if (kind === "folder") return path;
  const plain = kind === "missing" ? path.replace(/[*?[\]{}!].*$/s, "") : path;
  const slash = plain.lastIndexOf("/");
  return slash < 0 ? "." : plain.slice(0, slash) || "/";
}
