/** Which programs a command runs: its own, or the one that `env` or a plain line of shell names. */
import type { Command, CommandFlag } from "./command.ts";

/** A program as it is called. */
export interface Program {
  /** As it is called. */
  readonly path: string;
  /** The last component of its path. */
  readonly name: string;
  /** The words behind it; of a line of shell only those that are plain. */
  readonly args: readonly string[];
  /** The prefixes of the whole command. */
  readonly flags: readonly CommandFlag[];
}

/** The programs of a command as far as they are certain; what scripts run, nobody knows. */
export function programsOf({ path, argv, flags }: Command): readonly Program[] {
  const args = argv.slice(1);
  const words = flags.includes("via-shell") ? [path, "-c", args.join(" ")] : [path, ...args];
  return programsIn(words).map(([path = "", ...args]) => ({ path, name: baseName(path), args, flags }));
}

function programsIn(words: readonly string[]): readonly (readonly string[])[] {
  const [path = "", ...args] = words;
  const name = baseName(path);
  if (name === "env") return throughEnv(args);
  if (!shells.has(name)) return [words];
  const script = scriptOf(args);
  return script === undefined ? [words] : [words, ...plainCalls(script).flatMap(programsIn)];
}

const shells: ReadonlySet<string> = new Set(["sh", "ash", "bash", "dash", "ksh", "mksh", "zsh"]);

/** Behind the variables; with options, who knows. */
function throughEnv(args: readonly string[]): readonly (readonly string[])[] {
  const from = args.findIndex(word => !isAssignment(word));
  return from < 0 || args[from]?.startsWith("-") === true ? [] : programsIn(args.slice(from));
}

/** What stands behind `-c`, alone or at the end of other short options. */
function scriptOf(args: readonly string[]): string | undefined {
  const at = args.findIndex(word => !/^[-+][a-z]+$/i.test(word) || word.endsWith("c"));
  return /^-[a-z]*c$/i.test(args[at] ?? "") ? args[at + 1] : undefined;
}

/**
 * The calls of a line of shell: the first one always runs, those behind `;`, `&&` and `|` may. Where there is more to shell than plain
 * words, only the first one is read, and with `||`, which is there to make up for a failure, none.
 */
function plainCalls(script: string): readonly (readonly string[])[] {
  if (script.includes("||")) return [];
  const pieces = /["'`\\(){}<#]/.test(script)
    ? [script.split(/["'`\\(){}<>#;&|\n]/, 1)[0] ?? ""]
    : script.split(/[;&|\n]+/);
  return pieces.map(callIn).filter(words => words.length > 0);
}

function callIn(piece: string): readonly string[] {
  const words = piece.split(/\s+/).filter(word => word !== "");
  const from = words.findIndex(word => !isAssignment(word) && word !== "exec");
  return from < 0 ? [] : words.slice(from);
}

function isAssignment(word: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*=/.test(word);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
