/** Trees that mean harm, and runs of the built command line in them that may not hang. */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { program, write } from "./cli-folder.ts";

/** A service that has nothing wrong. */
export const service = "[Service]\nExecStart=/bin/a\n";

/** How a run is started. */
export interface RunOptions {
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** What a run says; it fails the test where it does not end in a minute. */
export function runIn(cwd: string, words: readonly string[], { uid, env, input = "" }: RunOptions = {}) {
  const run: SpawnSyncReturns<string> = spawnSync(process.execPath, [program, ...words], {
    cwd,
    input,
    encoding: "utf8",
    timeout: 60_000,
    maxBuffer: 1 << 28,
    ...(uid !== undefined && { uid, gid: uid }),
    env: { PATH: process.env.PATH, HOME: cwd, LC_ALL: "C.UTF-8", NODE_DISABLE_COMPILE_CACHE: "1", ...env },
  });
  if (run.error !== undefined || run.signal !== null)
    throw new Error(`unitlint ${words.join(" ")}: ${run.error ?? run.signal}\n${run.stderr}`);
  const { stdout, stderr, status } = run;
  return { stdout, stderr, status };
}

/** Every command that reads a tree, for the folder that it runs in; `a.service` is a unit in it. */
export const treeCommands: readonly (readonly string[])[] = [
  ["."],
  ["a.service"],
  ["--diff", "."],
  ["--jobs", "2", "."],
  ["--trees", "."],
  ["--statistics", "."],
  ["--unit-path", ".", "a.service"],
  ["fmt", "--check", "."],
  ["cat", "a.service"],
  ["cat", "--effective", "a.service"],
  ["list-dependencies", "--all", "a.service"],
  ["simulate", "boot", "."],
  ["simulate", "start", "a.service"],
  ["graph", ".", "--format", "json"],
  ["is-enabled", "--unit-path", ".", "a.service"],
  ["list-unit-files", "--unit-path", "."],
  ["security", "."],
  ["security", "--suggest", "a.service"],
  ["config", "a.service"],
];

/** Bugs of ours, whatever was in the tree. */
export const bug = /internal error|\bat .*\.cjs:|TypeError|RangeError|\[native code\]|\[object Object\]/;

/** Whether a text holds what a terminal would obey: control characters other than tab and line feed. */
export function hasControls(text: string): boolean {
  return /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(text);
}

/** Links, pipes, devices and files far too large, each under the name of a unit or drop-in. */
export function makeSpecialFiles(folder: string): void {
  write(folder, "a.service", service);
  write(folder, "a.service.d/x.conf", "[Service]\nNice=1\n");
  const links = {
    "loop.service": "loop.service",
    "one.service": "two.service",
    "two.service": "one.service",
    "zero.service": "/dev/zero",
    "a.service.d/zero.conf": "/dev/zero",
    "a.service.d/pipe.conf": "../pipe.service",
    "sub/up": "../..",
  };
  write(folder, "sub/b.service", service);
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
  for (let i = 0; i < 60; i++)
    symlinkSync(i < 59 ? `chain${i + 1}.service` : "a.service", join(folder, `chain${i}.service`));
  spawnSync("mkfifo", [join(folder, "pipe.service")]);
  write(folder, "large.service", service);
  truncateSync(join(folder, "large.service"), 100_000_000);
}
