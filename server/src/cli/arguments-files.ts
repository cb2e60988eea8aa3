/** `@FILE` among the arguments: more arguments, one a line. */
import { readWholeText } from "../platform/read-whole.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Puts the lines of each `@FILE` in its place, as they are: no quoting, no comments; empty lines are left out. Files may name others, with paths
 * from the working directory. Behind `--` nothing is replaced; a path that starts with `@` is written `./@…`.
 */
export function expandArgumentsFiles(argv: readonly string[]): readonly string[] {
  if (!argv.some(word => word.startsWith("@"))) return argv;
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  return [...argv.slice(0, end).flatMap(word => expand(word, [])), ...argv.slice(end)];
}

/** In bytes. */
const LARGEST_LIST = 64 * 1024 * 1024;

function expand(word: string, within: readonly string[]): readonly string[] {
  if (!word.startsWith("@")) return [word];
  const path = word.slice(1);
  if (path === "") throw new UsageError("@: name the file of arguments, as @args.txt");
  if (within.includes(path)) throw new UsageError(`${word}: leads back to itself`);
  const outcome = readWholeText(path, LARGEST_LIST);
  if ("problem" in outcome)
    throw new UsageError(`${word}: ${outcome.problem}; for a path of that name write ./${word}`);
  const lines = outcome.text.replace(/^\ufeff/, "").split(/\r?\n/);
  return lines.filter(line => line !== "").flatMap(line => expand(line, [...within, path]));
}
