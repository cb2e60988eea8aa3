/** From the arguments to the inputs: standard input, files, folders, globs. */

import { unitFileName } from "../model/unit-file-name.ts";
import { diskHost } from "../platform/disk-host.ts";
import { gitIgnore } from "../platform/git-ignore.ts";
import { absolutePath, readStandardInput } from "../platform/process.ts";
import { discover } from "../workspace/discover.ts";
import type { FoundFile, InputError, SkippedFile } from "../workspace/discovery.ts";
import type { FileHost, ReadOutcome } from "../workspace/file-host.ts";
import { rootFolders } from "../workspace/roots.ts";
import { newSources } from "../workspace/sources.ts";
import type { Input } from "./input.ts";
import { checkAs } from "./input-name.ts";
import type { LintArguments } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** What the arguments name; standard input comes first. */
export interface Inputs {
  readonly inputs: readonly Input[];
  readonly errors: readonly InputError[];
  readonly skipped: readonly SkippedFile[];
}

/** What of the arguments names inputs. */
export type InputArguments = Pick<
  LintArguments,
  "paths" | "as" | "stdin" | "stdinFilename" | "root" | "user" | "system"
>;

/** Finds everything that the arguments name; throws a UsageError where they name nothing. */
export async function collectInputs(args: InputArguments, host: FileHost): Promise<Inputs> {
  if (args.as !== undefined) checkAs(args.as);
  const fromInput = standardInputPath(args);
  const paths = [...args.paths];
  if (!args.stdin && paths.length === 0) paths.push(...defaultPaths(args, host));
  const expanded = await expandGlobs(paths);
  const found = discover(host, expanded.paths, { ignoreRules: gitIgnore });
  const files = found.files.map(file => fileInput(file, host));
  return {
    inputs: fromInput === undefined ? files : [standardInput(fromInput), ...files],
    errors: [...expanded.errors, ...found.errors],
    skipped: found.skipped,
  };
}

/** This folder; with roots, all of their folders of units. */
function defaultPaths({ root, user, system }: InputArguments, host: FileHost): readonly string[] {
  if (root.length === 0) return ["."];
  const managers = user ? (["user"] as const) : system ? (["system"] as const) : (["system", "user"] as const);
  const folders = managers.flatMap(manager =>
    rootFolders(host, { roots: root, unitPaths: [] }, manager, newSources())
      .filter(({ units, folders }) => units.size > 0 || folders.size > 0)
      .map(({ path }) => path),
  );
  if (folders.length > 0) return folders;
  throw new UsageError(`--root ${root.join(", ")}: no folder of units such as usr/lib/systemd/system in it`);
}

/** The name of standard input among the files; undefined where it is not read. */
export function standardInputPath({
  stdin,
  stdinFilename = "<stdin>",
}: Pick<InputArguments, "stdin" | "stdinFilename">): string | undefined {
  return stdin ? stdinFilename : undefined;
}

function standardInput(path: string): Input {
  let read: ReadOutcome | undefined;
  const readOnce = () => {
    read ??= readStandardInput();
    return read;
  };
  return { path, name: unitFileName(absolutePath(path)), read: readOnce };
}

function fileInput({ path, name, bytes }: FoundFile, host: FileHost): Input {
  return { path, name, read: () => (bytes === undefined ? host.read(path) : { bytes }) };
}

/** Expands patterns that name no existing path; the shell has usually done so already. */
export async function expandGlobs(
  paths: readonly string[],
): Promise<{ paths: readonly string[]; errors: readonly InputError[] }> {
  if (!paths.some(isPattern)) return { paths, errors: [] };
  const { default: glob } = await import("fast-glob");
  const expanded: string[] = [];
  const errors: InputError[] = [];
  for (const path of paths) {
    const matches = isPattern(path)
      ? glob.sync(path, { onlyFiles: false, dot: true, followSymbolicLinks: false }).sort()
      : [path];
    if (matches.length === 0) errors.push({ path, message: "no file matches this pattern" });
    expanded.push(...matches);
  }
  return { paths: expanded, errors };
}

function isPattern(path: string): boolean {
  return /[*?[\]{}!]/.test(path) && diskHost.kind(path) === "missing";
}
