/** Splits and runs command lines. */
import { spawnSync } from "node:child_process";

/** Splits a command line at blanks as a shell would: quotes and backslashes count, nothing is expanded. */
export function splitCommand(line: string): string[] {
  const words: string[] = [];
  const pattern = /(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+/g;
  for (const [word] of line.matchAll(pattern)) words.push(unquote(word));
  return words;
}

function unquote(word: string): string {
  return word.replace(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\(["\\$`])/g, "$1") ?? escaped ?? "",
  );
}

/** Runs a command to its end; throws where it cannot be started or a signal ended it. */
export function run(
  command: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): { stdout: string; stderr: string; status: number } {
  const [program = "", ...words] = command;
  const { error, signal, status, stdout, stderr } = spawnSync(program, words, {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    env: { ...process.env, ...environment },
  });
  if (error !== undefined) throw error;
  if (signal !== null) throw new Error(`${program} was ended by ${signal}`);
  return { stdout, stderr, status: status ?? -1 };
}
