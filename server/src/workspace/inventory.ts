/** All unit files that are known until one appears or vanishes, in their groups. */
import { remember } from "../catalog/lazy.ts";
import type { Manager } from "../model/unit-file-name.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Profile } from "./config/configs.ts";
import { partBy, splitGroup } from "./config/split.ts";
import type { InputError } from "./discovery.ts";
import type { FileHost } from "./file-host.ts";
import { type GroupView, groupView } from "./group-view.ts";
import type { Judgings } from "./judging.ts";
import { rememberingHost } from "./remembering-host.ts";
import { rootFilesOf } from "./root-files.ts";
import { rootFolders } from "./roots.ts";
import { newSources, type Sources } from "./sources.ts";
import { groupUnits, type LintFile, type Surroundings } from "./unit-groups.ts";

/** The files as they were when they were grouped. */
export interface Inventory {
  /** By path. */
  readonly files: ReadonlyMap<string, LintFile>;
  readonly groups: readonly GroupView[];
  /** Which of the groups a file belongs to, by path. */
  readonly groupOf: ReadonlyMap<string, number>;
  /** Lets a text take the place of another: what the groups load from now on, they load from it. */
  replace(before: SourceFile, after: SourceFile): void;
  /** What lies around the files and could not be read; complete once all were judged. */
  unread(): readonly InputError[];
}

/** Groups files; nothing is read but the names in their folders. */
export function takeInventory(host: FileHost, files: ReadonlyMap<string, LintFile>, judgings: Judgings): Inventory {
  const sources = newSources();
  const { groups, groupOf, admit } = groupedFiles(host, [...files.values()], judgings, sources);
  return {
    files,
    groups,
    groupOf,
    replace(before, after) {
      admit(after);
      sources.replace(before, after);
    },
    unread: () => sources.unread(),
  };
}

const nothing: readonly string[] = [];

/** Files in their groups. */
export interface GroupedFiles extends Pick<Inventory, "groups" | "groupOf"> {
  /** Lets findings stand in a text that takes the place of another. */
  admit(text: SourceFile): void;
}

/** Groups files by folder, surroundings and what they are judged by; each folder is listed once. */
export function groupedFiles(
  host: FileHost,
  files: readonly LintFile[],
  judgings: Judgings,
  sources: Sources,
): GroupedFiles {
  const lister = rememberingHost(host);
  const told = files.filter(({ source }) => !judgings.isIgnored(source.path));
  const linted = new WeakSet(told.map(({ source }) => source));
  const isLinted = ({ source }: { readonly source: SourceFile }) => linted.has(source);
  const profileOf = ({ source }: LintFile) => judgings.profileOf(source.path);
  const placesOf = (file: LintFile) => JSON.stringify([profileOf(file).roots, profileOf(file).unitPaths]);
  const grouped = [...partBy(files, placesOf).values()].flatMap(part => {
    const [first] = part;
    return first === undefined
      ? []
      : groupUnits(lister, part, sources, surroundingsOf(lister, profileOf(first), sources));
  });
  const alike = grouped.flatMap(group => splitGroup(group, profileOf).map(({ group }) => group));
  const groupOf = new Map(alike.flatMap(({ members }, i) => members.map(({ source }) => [source.path, i] as const)));
  const rootFiles = remember((roots: readonly string[]) => rootFilesOf(host, roots));
  const groups = alike.map(group => {
    const [first] = group.members;
    const judging = first === undefined ? judgings.usual : judgings.of(first.source.path);
    const roots = first === undefined ? nothing : profileOf(first).roots;
    return groupView({ group, judging, isLinted, rootFiles: () => rootFiles(roots) });
  });
  return {
    groups,
    groupOf,
    admit(text) {
      if (!judgings.isIgnored(text.path)) linted.add(text);
    },
  };
}

function surroundingsOf(host: FileHost, { roots, unitPaths }: Profile, sources: Sources): Surroundings {
  return remember((manager: Manager) =>
    roots.length + unitPaths.length === 0 ? [] : rootFolders(host, { roots, unitPaths }, manager, sources),
  );
}
