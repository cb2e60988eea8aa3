/** What git knows of a working tree, by its own program. */
import { spawnSync } from "node:child_process";

/** Absolute paths without links, or why there are none (one line, no final period). */
export type ChangedPaths = { readonly paths: readonly string[] } | { readonly problem: string };

/**
 * What is otherwise now than at a revision, or where the branch of now left the one that the revision is of: files that were changed, made (also
 * those that git does not know yet) or removed, committed or not.
 */
export function changedSince(folder: string, revision: string): ChangedPaths {
  const top = git(folder, ["rev-parse", "--show-toplevel"]);
  if ("problem" in top) return top;
  const root = top.output.replace(/\n$/, "");
  const commit = revision.startsWith("-")
    ? undefined
    : textOf(git(root, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]));
  if (commit === undefined) return { problem: unknownRevision(root) };
  const base = textOf(git(root, ["merge-base", commit, "HEAD"])) ?? commit;
  const changed = git(root, [
    "diff",
    "--name-only",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "-z",
    base,
    "--",
  ]);
  const unknown = git(root, ["ls-files", "--others", "--exclude-standard", "-z"]);
  if ("problem" in changed) return changed;
  if ("problem" in unknown) return unknown;
  const names = [...changed.output.split("\0"), ...unknown.output.split("\0")].filter(name => name !== "");
  return { paths: names.map(name => `${root === "/" ? "" : root}/${name}`) };
}

type GitOutcome = { readonly output: string } | { readonly problem: string };

/** No program that a repository's configuration names is run, and nothing is written. */
function git(folder: string, words: readonly string[]): GitOutcome {
  const { error, status, stdout, stderr } = spawnSync("git", ["-c", "core.fsmonitor=false", ...words], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: LARGEST_OUTPUT,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
  });
  if (error !== undefined)
    return { problem: "code" in error && error.code === "ENOENT" ? "git is not installed" : "git cannot be run" };
  if (status === 0) return { output: stdout };
  if (stderr.includes("not a git repository")) return { problem: "this folder is in no git repository" };
  return { problem: `git says: ${stderr.split("\n")[0]?.replace(/^fatal: /, "") || `status ${status}`}` };
}

const LARGEST_OUTPUT = 1024 ** 3;

function textOf(outcome: GitOutcome): string | undefined {
  const text = "output" in outcome ? outcome.output.trim() : "";
  return text === "" ? undefined : text;
}

function unknownRevision(root: string): string {
  const isShallow = textOf(git(root, ["rev-parse", "--is-shallow-repository"])) === "true";
  return isShallow
    ? "no such revision in this shallow clone; fetch more of its history (git fetch --unshallow, or fetch-depth: 0 in a workflow)"
    : "no such revision";
}
