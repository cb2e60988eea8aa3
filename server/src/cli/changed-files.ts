/** Which linted files changed since a revision, each by the checkout that it lies in. */

import { remember } from "../catalog/lazy.ts";
import { NO_REPOSITORY } from "../platform/git.ts";
import { changedSince, type GitChanges } from "../platform/git-changes.ts";
import { absolutePath } from "../platform/process.ts";
import { isConfigPath } from "../workspace/config/find.ts";
import type { LoadedConfig } from "../workspace/config/load.ts";
import { folderOf, isWithin, joinPath, nameIn } from "../workspace/path.ts";
import type { Judgement } from "./lint-inputs.ts";
import { UsageError } from "./usage-error.ts";

/** What changed. */
export interface Changed {
  /** Absolute paths without links. */
  readonly paths: readonly string[];
  /** Whether a file of this path changed, or what it is judged by. */
  readonly has: (path: string) => boolean;
}

/** Asks git in each checkout that holds some of the paths. Throws a UsageError where it cannot tell. */
export function changedFiles(paths: readonly string[], since: string, judgement: Judgement): Changed {
  const { host, configs, args } = judgement;
  const real = (path: string) => host.realPath(path) ?? absolutePath(path);
  const all = changesOf(paths, since, judgement);
  const changed = new Set(all.flatMap(({ paths }) => paths));
  const folders = args.config === undefined ? all.flatMap(configsAmong).map(folderOf) : [];
  const isChanged = (path: string): boolean =>
    changed.has(path) || (path !== folderOf(path) && isChanged(folderOf(path)));
  const isJudgedOtherwise = (path: string, config: LoadedConfig | undefined) => {
    if (config?.rests.some(path => changed.has(real(path))) === true) return true;
    const nearest = config === undefined ? "/" : folderOf(real(config.path));
    return folders.some(folder => isWithin(folder, path) && isWithin(nearest, folder));
  };
  const has = (path: string) => {
    const link = joinPath(real(folderOf(absolutePath(path))), nameIn(path));
    if (host.kind(path) === "missing" || isChanged(real(path)) || changed.has(link)) return true;
    return isJudgedOtherwise(real(path), configs?.config(absolutePath(path)));
  };
  return { paths: [...changed], has: remember(has) };
}

/** Of all checkouts that hold what was named or found. One inside another that was not named itself, such as a submodule, counts as a folder of that. */
function changesOf(paths: readonly string[], since: string, { args, host }: Judgement): readonly GitChanges[] {
  const isFolder = (path: string) => host.kind(path) === "folder";
  const named = args.paths.length > 0 ? args.paths : args.root.length > 0 ? args.root : args.stdin ? paths : ["."];
  const namedFolders = named.map(path => (isFolder(path) ? path : folderOf(absolutePath(path)))).filter(isFolder);
  const found = new Map<string, GitChanges>();
  const ask = (folder: string, isWanted: boolean) => {
    const changes = changedSince(folder, since);
    if (!("problem" in changes)) found.set(changes.root, changes);
    else if (isWanted || changes.problem !== NO_REPOSITORY)
      throw new UsageError(`--since ${since}: ${placed(changes.problem, folder)}`);
  };
  for (const folder of namedFolders.length === 0 ? ["."] : new Set(namedFolders)) ask(folder, true);
  for (const folder of new Set(paths.map(path => folderOf(host.realPath(path) ?? absolutePath(path)))))
    if (isFolder(folder) && ![...found.keys()].some(root => isWithin(root, folder))) ask(folder, false);
  return [...found.values()];
}

function placed(problem: string, folder: string): string {
  const isHere = absolutePath(folder) === absolutePath(".");
  if (problem === NO_REPOSITORY) return `${isHere ? "this folder" : folder} ${problem}`;
  return isHere ? problem : `${folder}: ${problem}`;
}

/** The configurations that changed, came or went; of files that seldom are one, those that are or were. */
function configsAmong({ paths, textBefore }: GitChanges): readonly string[] {
  return paths.filter(path => isConfigPath(path) && (nameIn(path) !== "package.json" || isOurs(textBefore(path))));
}

/** A `package.json` that is one now is known to the files that it counts for. */
function isOurs(text: string | undefined): boolean {
  return text?.includes('"unitlint"') === true;
}
