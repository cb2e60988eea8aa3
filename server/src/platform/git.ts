/** Git's own program, kept from running any other: a repository, and with it its configuration, may be a stranger's. */
import { spawnSync } from "node:child_process";

/** What git prints, or why it prints nothing (one line, no final period). */
export type GitOutcome = { readonly output: string } | { readonly problem: string };

/** Runs git in a folder. Nothing is written or fetched, and no program is run that a configuration names, but filters: see `withoutFilters`. */
export function git(folder: string, words: readonly string[]): GitOutcome {
  const { error, status, stdout, stderr } = spawnSync("git", [...noPrograms, ...words], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: LARGEST_OUTPUT,
    env: { ...process.env, ...noNetwork, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
  });
  if (error !== undefined)
    return { problem: "code" in error && error.code === "ENOENT" ? "git is not installed" : "git cannot be run" };
  if (status === 0) return { output: stdout };
  if (stderr.includes("not a git repository")) return { problem: NO_REPOSITORY };
  return { problem: `git says: ${stderr.split("\n")[0]?.replace(/^fatal: /, "") || `status ${status}`}` };
}

/** The problem of a folder that git knows nothing of. */
export const NO_REPOSITORY = "is in no git repository";

/** The options for a git that looks at files of the tree as they are, and sends none through the filters of the configuration. */
export function withoutFilters(folder: string): { readonly options: readonly string[] } | { readonly problem: string } {
  const names = git(folder, ["config", "--list", "--name-only", "-z"]);
  if ("problem" in names) return names;
  const filters = new Set(
    [...names.output.matchAll(/(?<=^|\0)(filter\.[^\0]*)\.[a-z0-9-]+(?=\0)/g)].map(([, name]) => name),
  );
  const odd = [...filters].find(name => name?.includes("="));
  if (odd !== undefined) return { problem: `the configuration of git has a filter that cannot be turned off: ${odd}` };
  const settings = [...filters].flatMap(name => [`${name}.clean=`, `${name}.process=`, `${name}.required=false`]);
  return { options: settings.flatMap(setting => ["-c", setting]) };
}

/** What git prints, without blanks around it; undefined where that is nothing, or a problem. */
export function gitWord(folder: string, words: readonly string[]): string | undefined {
  const outcome = git(folder, words);
  const text = "output" in outcome ? outcome.output.trim() : "";
  return text === "" ? undefined : text;
}

const noPrograms = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

/** Objects that a partial clone lacks stay away: newer versions do not ask for them, older ones know no way to get them. */
const noNetwork = { GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none", GIT_TERMINAL_PROMPT: "0" };

const LARGEST_OUTPUT = 1024 ** 3;
