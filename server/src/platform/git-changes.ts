/** What git knows of changes in a working tree. */
import { git, gitWord, withoutFilters } from "./git.ts";

/** The changes of one checkout. */
export interface GitChanges {
  /** Its top folder, absolute and without links. */
  readonly root: string;
  /** Absolute paths without links; of a repository inside this one, its folder. */
  readonly paths: readonly string[];
  /** The text of such a path before, where it was a file. */
  readonly textBefore: (path: string) => string | undefined;
}

/**
 * What is otherwise now than at a revision, or where the branch of now left the one that the revision is of: files that were changed, made (also
 * those that git does not know yet) or removed, committed or not. Or why git cannot tell (one line, no final period).
 */
export function changedSince(folder: string, revision: string): GitChanges | { readonly problem: string } {
  const top = git(folder, ["rev-parse", "--show-toplevel"]);
  if ("problem" in top) return top;
  const root = top.output.replace(/\n$/, "");
  const commit = revision.startsWith("-")
    ? undefined
    : gitWord(root, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  if (commit === undefined) return { problem: unknownRevision(root) };
  const base = gitWord(root, ["merge-base", commit, "HEAD"]) ?? commit;
  const filters = withoutFilters(root);
  if ("problem" in filters) return filters;
  const changed = git(root, [...filters.options, ...diffWords, base, "--"]);
  const unknown = git(root, ["ls-files", "--others", "--exclude-standard", "-z"]);
  if ("problem" in changed) return changed;
  if ("problem" in unknown) return unknown;
  const names = [...changed.output.split("\0"), ...unknown.output.split("\0")].filter(name => name !== "");
  const above = root === "/" ? "" : root;
  return {
    root,
    paths: names.map(name => `${above}/${name.replace(/\/$/, "")}`),
    textBefore: path => gitWord(root, ["cat-file", "blob", `${base}:${path.slice(above.length + 1)}`]),
  };
}

/** No other program is asked for differences, and none looks into submodules, whose configurations name programs, too. */
const diffWords = [
  "diff",
  "--name-only",
  "--no-renames",
  "--no-ext-diff",
  "--no-textconv",
  "--ignore-submodules=dirty",
  "-z",
];

function unknownRevision(root: string): string {
  const isShallow = gitWord(root, ["rev-parse", "--is-shallow-repository"]) === "true";
  return isShallow
    ? "no such revision in this shallow clone; fetch more of its history (git fetch --unshallow, or fetch-depth: 0 in a workflow)"
    : "no such revision";
}
