/** What a command says, so that commands can be pure functions. */
import type { ExitStatus } from "./exit-status.ts";

/** Texts for the two streams, and how the process ends. */
export interface CommandOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: ExitStatus;
}

/** Outputs one below the other, on each stream parted by an empty line; the worst status wins. */
export function joinOutputs(outputs: readonly CommandOutput[]): CommandOutput {
  const join = (texts: readonly string[]) => texts.filter(text => text !== "").join("\n");
  const statuses = outputs.map(({ status }) => status);
  return {
    stdout: join(outputs.map(({ stdout }) => stdout)),
    stderr: join(outputs.map(({ stderr }) => stderr)),
    status: statuses.includes(2) ? 2 : statuses.includes(1) ? 1 : 0,
  };
}
