/** Throw-away folders, and programs that run in them with the built `unitlint` on their PATH. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../server/bin/unitlint.cjs", import.meta.url));

/** What a program said, and its exit status. */
export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** A folder of a test's own. */
export interface Project {
  readonly folder: string;
  write(path: string, text: string): void;
  /** Runs a program in the folder; `environment` comes on top of the one of the test. */
  run(command: string, args: readonly string[], environment?: Readonly<Record<string, string>>): Run;
}

/** Files by their paths; removed after the test. */
export function project(t: TestContext, files: Readonly<Record<string, string>>): Project {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-project-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const bin = join(folder, ".bin");
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(".bin/unitlint", `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(join(bin, "unitlint"), 0o755);
  for (const [path, text] of Object.entries(files)) write(path, text);
  const PATH = `${bin}${delimiter}${process.env.PATH}`;
  return {
    folder,
    write,
    run(command, args, environment) {
      const env = { ...process.env, PATH, ...environment };
      const { stdout, stderr, status } = spawnSync(command, args, { cwd: folder, encoding: "utf8", env });
      return { stdout, stderr, status };
    },
  };
}

export const goodUnit = "[Service]\nExecStart=/usr/bin/app\n";
export const badUnit = "[Service]\nExecStart=/usr/bin/app\nRestrat=always\n";
