/** A terminal with an editor in it, by tmux: keys go in, and the screen can be read. */
import { spawnSync } from "node:child_process";
import type { Trial } from "./found.ts";

/** A running editor. */
export interface Terminal {
  /** Presses keys by tmux's names: `Enter`, `C-x`. */
  press(...keys: string[]): void;
  /** Types a text, key by key. */
  type(text: string): void;
  /** Waits so long that what was pressed and what comes are two things: Escape and a letter are one key otherwise. */
  pause(): Promise<void>;
  /** Waits until the screen shows something. */
  shows(wanted: RegExp): Promise<string>;
  /** Waits until a thing holds, such as a file on disk. */
  until(what: string, holds: () => boolean): Promise<void>;
  /** Ends whatever is still running. */
  close(): void;
}

/** Starts the client of a trial on files of its units. */
export function openTerminal({ client, env, units }: Trial, args: readonly string[]): Terminal {
  count += 1;
  const name = `unitlint-${process.pid}-${count}`;
  const tmux = (...words: string[]) =>
    spawnSync("tmux", ["-L", name, "-f", "/dev/null", ...words], { encoding: "utf8", env, cwd: units });
  const command = [...client.command, ...args].map(word => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const { status, stderr } = tmux("new-session", "-d", "-s", "editor", "-x", "120", "-y", "40", command);
  if (status !== 0) throw new Error(`tmux: ${stderr}`);
  const screen = () => tmux("capture-pane", "-p", "-t", "editor").stdout;
  return {
    press: (...keys) => void tmux("send-keys", "-t", "editor", ...keys),
    type(text) {
      for (const key of text) {
        tmux("send-keys", "-t", "editor", "-l", key);
        Atomics.wait(clock, 0, 0, BETWEEN_KEYS);
      }
    },
    pause: () => new Promise(resolve => setTimeout(resolve, PAUSE)),
    async shows(wanted) {
      await waitFor(`${wanted} on the screen`, () => wanted.test(screen()), screen);
      return screen();
    },
    until: (what, holds) => waitFor(what, holds, screen),
    close: () => void tmux("kill-server"),
  };
}

let count = 0;
const clock = new Int32Array(new SharedArrayBuffer(4));

/** In milliseconds. */
const PAUSE = 100;

/** In milliseconds: a quick typist. Helix 25.01 sends edits in the wrong order when keys come all at once. */
const BETWEEN_KEYS = 20;

async function waitFor(what: string, holds: () => boolean, screen: () => string): Promise<void> {
  const end = performance.now() + LONGEST_WAIT;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`${what}: did not come; the screen:\n${screen()}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** In milliseconds. */
const LONGEST_WAIT = 15_000;
