/** Runs the built command line in a folder of its own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The program that is tried. */
export const program = fileURLToPath(new URL("../../server/bin/unitlint.cjs", import.meta.url));

/** Files by their names. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Makes a folder with these files, and takes it away afterwards. */
export async function inFolder(files: Files, check: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "unitlint-")));
  try {
    for (const [name, text] of Object.entries(files)) write(folder, name, text);
    await check(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes a file, and the folders above it. */
export function write(folder: string, name: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** What is in a folder, hidden files included. */
export function namesIn(folder: string): string[] {
  return readdirSync(folder).sort();
}

/** What a run says, and its exit status. */
export function unitlint(cwd: string, words: readonly string[], input = "") {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...words], {
    cwd,
    input,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: cwd, LC_ALL: "C.UTF-8" },
  });
  return { stdout, stderr, status };
}
