/** Running programs on the way to a client, and saying what they said when they fail. */
import { spawnSync } from "node:child_process";
import { NotAvailable } from "./client.ts";

/** What a program prints; `NotAvailable` where it cannot be run or fails. */
export function output(words: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): string {
  const [program = "", ...args] = words;
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: LONGEST_COMMAND,
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
  if (error !== undefined) throw new NotAvailable(`${program}: ${error.message}`);
  if (status !== 0)
    throw new NotAvailable(`${words.join(" ").slice(0, 80)}: ${lastLine(stderr) || `status ${status}`}`);
  return stdout;
}

/** Whether a program is on PATH. */
export function isInstalled(program: string): boolean {
  return spawnSync("sh", ["-c", 'command -v "$1"', "sh", program], { stdio: "ignore" }).status === 0;
}

/** In milliseconds. */
const LONGEST_COMMAND = 600_000;

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}
