/** Child processes that end for sure, with everything that they started. */
import { type ChildProcess, spawn } from "node:child_process";

/** A server that said that it is ready. */
export interface Running {
  /** What stood in the place of the pattern's first group. */
  readonly found: string;
  /** All that it printed so far. */
  readonly output: () => string;
  stop(): Promise<void>;
}

/** Starts a command in a process group of its own and waits until a line that it prints matches. */
export async function startUntil(words: readonly string[], ready: RegExp, milliseconds = 30_000): Promise<Running> {
  const [command = "", ...rest] = words;
  const child = spawn(command, rest, { detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const isOver = new Promise<void>(resolve => child.once("exit", () => resolve()));
  let output = "";
  const found = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => {
      endGroup(child);
      reject(new Error(`${words.join(" ")}: ${why}\n${output}`));
    };
    const timer = setTimeout(() => fail(`not ready after ${milliseconds} ms`), milliseconds);
    const read = (data: Buffer) => {
      output += data.toString();
      const match = ready.exec(output);
      if (match === null) return;
      clearTimeout(timer);
      resolve(match[1] ?? "");
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", error => fail(error.message));
    child.once("exit", code => fail(`ended with ${code}`));
  });
  const stop = async () => {
    endGroup(child);
    await isOver;
  };
  return { found, output: () => output, stop };
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The whole group is gone already.
  }
}
