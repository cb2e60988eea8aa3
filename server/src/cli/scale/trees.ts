/** `--trees`: many trees of units at once, each judged as if it were alone. */

import type { FileHost } from "../../workspace/file-host.ts";
import { byPath, tidyPath } from "../../workspace/path.ts";
import { rootFolders } from "../../workspace/roots.ts";
import { newSources } from "../../workspace/sources.ts";
import { expandGlobs } from "../inputs.ts";
import type { LintArguments } from "../options.ts";
import type { InputError } from "../result.ts";
import { UsageError } from "../usage-error.ts";

/** One of the trees. */
export interface Tree {
  readonly path: string;
  /** Its place among all trees of the run. */
  readonly rank: number;
  /** Whether it is judged as by `--root`: folders such as `usr/lib/systemd/system` lie in it. */
  readonly isRoot: boolean;
}

/** The trees that the paths name, in the order of their paths; throws a UsageError for arguments that say what a tree says itself. */
export async function treesOf(
  args: LintArguments,
  host: FileHost,
): Promise<{ readonly trees: readonly Tree[]; readonly errors: readonly InputError[] }> {
  const { paths: named, root, stdin, as } = args;
  if (root.length > 0) throw new UsageError("--trees and --root exclude each other: every path is a root of its own");
  if (stdin || as !== undefined) throw new UsageError("--trees takes paths of trees, no single texts");
  if (named.length === 0) throw new UsageError("--trees: name the trees, such as images/*");
  const { paths, errors } = await expandGlobs(named);
  const unique = [...new Set(paths.map(tidyPath))].map(path => ({ path })).sort(byPath);
  const trees = unique.map(({ path }, rank) => ({ path, rank, isRoot: isRoot(path, host) }));
  return { trees, errors };
}

function isRoot(path: string, host: FileHost): boolean {
  return (["system", "user"] as const).some(manager =>
    rootFolders(host, { roots: [path], unitPaths: [] }, manager, newSources()).some(
      ({ units, folders }) => units.size > 0 || folders.size > 0,
    ),
  );
}
