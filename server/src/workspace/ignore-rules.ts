/** Which files and folders git is told to ignore, by `.gitignore` files from a checkout's root down and `.git/info/exclude`. */
import { decodeUtf8 } from "../text/utf8.ts";
import type { FileHost, FolderEntry } from "./file-host.ts";
import { folderOf, joinPath } from "./path.ts";

/** The patterns of one ignore file. */
export interface IgnoreRules {
  /**
   * The verdict of the last pattern that matches a path itself, undefined if none does. The path is relative to the
   * folder of the file; a folder's ends with `/`. The folders it lies in count as kept, whatever the patterns say.
   */
  verdict(path: string): "ignored" | "kept" | undefined;
}

/** Reads the text of an ignore file. */
export type ReadIgnoreRules = (text: string) => IgnoreRules;

/** The ignore files that apply to a folder. */
export interface IgnoreScope {
  /** The real path of the folder whose ignore files these are. */
  readonly base: string;
  /** The strongest first. */
  readonly rules: readonly IgnoreRules[];
  /** That of the folder above, up to the root of the checkout. */
  readonly outer?: IgnoreScope;
}

/**
 * What applies in a named folder from above it; undefined outside of a git checkout. As in ripgrep, a named folder is
 * walked even if git ignores it or a folder above it; the patterns still apply to each file and folder in it, so that
 * with `build/` ignored, `unitlint build` finds all, and with `*.tmp.service` ignored too, all but those. A user's own
 * global ignore file has no say: a result must not depend on who runs unitlint.
 */
export function scopeAbove(host: FileHost, realPath: string, read: ReadIgnoreRules): IgnoreScope | undefined {
  if (realPath === "/") return undefined;
  const folder = folderOf(realPath);
  const isRoot = isPresent(host, joinPath(folder, ".git"));
  const outer = isRoot ? undefined : scopeAbove(host, folder, read);
  if (!isRoot && outer === undefined) return undefined;
  return scopeOf(host, folder, { isRoot, outer, read });
}

/** What applies to the entries of a folder, given what applies from above; a checkout within a checkout starts anew. */
export function scopeIn(
  host: FileHost,
  realPath: string,
  entries: readonly FolderEntry[],
  above: IgnoreScope | undefined,
  read: ReadIgnoreRules,
): IgnoreScope | undefined {
  const isRoot = entries.some(entry => entry.name === ".git");
  if (!isRoot && (above === undefined || !entries.some(entry => entry.name === ".gitignore"))) return above;
  return scopeOf(host, realPath, { isRoot, outer: isRoot ? undefined : above, read });
}

/** Whether git ignores an entry of a folder that itself is not ignored; the innermost ignore file decides. */
export function isIgnored(scope: IgnoreScope | undefined, realPath: string, isFolder: boolean): boolean {
  for (let at = scope; at !== undefined; at = at.outer) {
    const path = relativeTo(at.base, realPath) + (isFolder ? "/" : "");
    for (const rules of at.rules) {
      const verdict = rules.verdict(path);
      if (verdict !== undefined) return verdict === "ignored";
    }
  }
  return false;
}

interface ScopeParts {
  readonly isRoot: boolean;
  readonly outer: IgnoreScope | undefined;
  readonly read: ReadIgnoreRules;
}

function scopeOf(host: FileHost, base: string, { isRoot, outer, read }: ScopeParts): IgnoreScope {
  const files = [joinPath(base, ".gitignore"), ...(isRoot ? excludeFiles(host, base) : [])];
  const texts = files.map(file => textOf(host, file)).filter(text => text !== undefined);
  return { base, rules: texts.map(read), ...(outer && { outer }) };
}

/** Where a checkout keeps its private patterns; that of a worktree lies in the repository that it belongs to. */
function excludeFiles(host: FileHost, checkout: string): string[] {
  const entry = joinPath(checkout, ".git");
  const pointer = /^gitdir: *(.+?)\s*$/.exec(textOf(host, entry) ?? "")?.[1];
  const own = pointer === undefined ? entry : joinPath(checkout, pointer);
  const common = textOf(host, joinPath(own, "commondir"))?.trim();
  return [joinPath(common === undefined ? own : joinPath(own, common), "info/exclude")];
}

function textOf(host: FileHost, path: string): string | undefined {
  if (host.kind(path) !== "file") return undefined;
  const outcome = host.read(path);
  return "bytes" in outcome ? decodeUtf8(outcome.bytes) : undefined;
}

function isPresent(host: FileHost, path: string): boolean {
  const kind = host.kind(path);
  return kind === "file" || kind === "folder";
}

function relativeTo(base: string, realPath: string): string {
  return realPath.slice(base === "/" ? 1 : base.length + 1);
}
