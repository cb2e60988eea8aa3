/** All unit files that are known until one appears or vanishes, in their groups. */
import { remember } from "../catalog/lazy.ts";
import type { Manager } from "../model/unit-file-name.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { FileHost } from "./file-host.ts";
import { type GroupView, groupView } from "./group-view.ts";
import type { Judging } from "./judging.ts";
import { rememberingHost } from "./remembering-host.ts";
import { rootFolders } from "./roots.ts";
import { newSources } from "./sources.ts";
import { groupUnits, type LintFile } from "./unit-groups.ts";

/** The files as they were when they were grouped. */
export interface Inventory {
  /** By path. */
  readonly files: ReadonlyMap<string, LintFile>;
  readonly groups: readonly GroupView[];
  /** Which of the groups a file belongs to, by path. */
  readonly groupOf: ReadonlyMap<string, number>;
  /** Lets a text take the place of another: what the groups load from now on, they load from it. */
  replace(before: SourceFile, after: SourceFile): void;
}

/** Where units are looked up besides the folders of the files. */
export interface SearchedFolders {
  readonly roots: readonly string[];
  readonly unitPaths: readonly string[];
}

/** Groups files; nothing is read but the names in their folders. */
export function takeInventory(
  host: FileHost,
  files: ReadonlyMap<string, LintFile>,
  judging: Judging,
  { roots, unitPaths }: SearchedFolders,
): Inventory {
  const lister = rememberingHost(host);
  const sources = newSources();
  const surroundings = remember((manager: Manager) =>
    roots.length + unitPaths.length === 0 ? [] : rootFolders(lister, { roots, unitPaths }, manager, sources),
  );
  const linted = new WeakSet([...files.values()].map(({ source }) => source));
  const isLinted = ({ source }: { readonly source: SourceFile }) => linted.has(source);
  const grouped = groupUnits(lister, [...files.values()], sources, surroundings);
  const groupOf = new Map(grouped.flatMap(({ members }, i) => members.map(({ source }) => [source.path, i] as const)));
  return {
    files,
    groups: grouped.map(group => groupView({ group, judging, isLinted })),
    groupOf,
    replace(before, after) {
      linted.add(after);
      sources.replace(before, after);
    },
  };
}
