/** Runs systemd-analyze and unitlint on files. */
import { dirname, resolve } from "node:path";
import type { Manager } from "../../src/model/unit-file-name.ts";
import { run } from "./command.ts";
import type { JsonFinding } from "./matching.ts";

/** The two command lines; files are appended. */
export interface Judges {
  readonly analyze: readonly string[];
  readonly unitlint: readonly string[];
}

/** All that systemd-analyze prints about some unit files, on its standard output first. */
export function askSystemd(
  fragments: readonly string[],
  manager: Manager,
  analyze: readonly string[],
  more: NodeJS.ProcessEnv = {},
): string {
  const userWords = manager === "user" ? ["--user"] : [];
  const environment = {
    XDG_RUNTIME_DIR: process.env.XDG_RUNTIME_DIR ?? dirname(fragments[0] ?? ""),
    SYSTEMD_LOG_COLOR: "0",
    LC_ALL: "C.UTF-8",
    ...more,
  };
  const { stdout, stderr, status } = run([...analyze, ...userWords, ...fragments], environment);
  if (status > 128) throw new Error(`systemd-analyze ended with status ${status}: ${stderr.slice(-1000)}`);
  return `${stdout}\n${stderr}`;
}

/** What unitlint reports. */
export interface JsonReport {
  readonly findings: readonly JsonFinding[];
  /** Files that it would not read. */
  readonly errors: readonly { readonly path: string }[];
}

/** What unitlint finds in some files, of all that systemd would complain about. */
export function askUnitlint(paths: readonly string[], unitlint: readonly string[]): JsonReport {
  const { stdout, stderr } = run([...unitlint, "--preset", "verify", "--format", "json", ...paths]);
  if (!stdout.startsWith("{")) throw new Error(`unitlint printed no JSON: ${stdout.slice(0, 200)}${stderr}`);
  const { findings, errors } = JSON.parse(stdout) as JsonReport;
  return { findings: findings.map(withFullPath), errors: errors.map(withFullPath) };
}

function withFullPath<T extends { readonly path: string }>(item: T): T {
  return { ...item, path: resolve(item.path) };
}

/** Things by the file that they are about. */
export function groupByPath<T extends { readonly path: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.path);
    if (group === undefined) groups.set(item.path, [item]);
    else group.push(item);
  }
  return groups;
}
