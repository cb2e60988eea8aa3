/** Which unit files belong together: those of one folder, in the surroundings of the folders nearby and of what the user names. */
import { remember } from "../catalog/lazy.ts";
import { type Manager, type UnitFileName, unitFileName } from "../model/unit-file-name.ts";
import type { UnitEntry, UnitFolder } from "../model/unit-folder.ts";
import { virtualFolder } from "../model/virtual-folder.ts";
import type { SourceFile } from "../text/source-file.ts";
import { rootedAt } from "./chase.ts";
import type { FileHost } from "./file-host.ts";
import { loadFolders } from "./load-folders.ts";
import { nameIn } from "./path.ts";
import type { Sources } from "./sources.ts";

/** A file that is linted. */
export interface LintFile {
  readonly source: SourceFile;
  readonly name: UnitFileName;
  /** Whether its name was given or guessed, so that nothing lies beside it. */
  readonly lone: boolean;
}

/** Units that are judged together. */
export interface UnitGroup {
  readonly manager: Manager;
  /** In the order of their rank: what is linted, what lies near it. */
  readonly folders: readonly UnitFolder[];
  /** The names of the units whose fragments are linted. */
  readonly fragments: readonly string[];
  /** The files that are linted. */
  readonly members: readonly LintFile[];
}

/** The folders of a search path that come behind what is linted, the highest rank first. */
export type Surroundings = (manager: Manager) => readonly UnitFolder[];

/**
 * Groups files by folder; a name is looked up in the nearest folder first, and then in the surroundings. Files that lie in these are judged by
 * the rank of their folders. Files named or guessed otherwise stand alone.
 */
export function groupUnits(
  host: FileHost,
  files: readonly LintFile[],
  sources: Sources,
  surroundings: Surroundings,
): UnitGroup[] {
  const byFolder = new Map<string, LintFile[]>();
  const alone: UnitGroup[] = [];
  const inRoot = new Map<Manager, LintFile[]>();
  const folderOf = remember((parent: string) => unitFolderOf(`${parent}/x`));
  for (const file of files) {
    const { manager } = file.name;
    const place = folderOf(parentOf(file.source.path));
    if (file.lone) alone.push(aloneGroup(file));
    else if (surroundings(manager).some(({ path }) => path === place))
      inRoot.set(manager, [...(inRoot.get(manager) ?? []), file]);
    else add(byFolder, `${file.name.manager} ${place}`, file);
  }
  const folders = openFolders(host, [...byFolder.values()], sources);
  const groups = [...byFolder].flatMap(([, members]): UnitGroup[] => {
    const [first] = members;
    const own = first && folders.get(unitFolderOf(first.source.path));
    if (first === undefined || own === undefined) return members.map(aloneGroup);
    share(own, members, sources);
    return [{ manager: first.name.manager, folders: [own], fragments: fragmentsOf(own, members), members }];
  });
  const ranked = [...inRoot].map(([manager, members]) => rootGroup(manager, members, surroundings(manager), sources));
  const nearby = [...groups.map(group => withNeighbours(group, groups)), ...alone];
  return [
    ...ranked,
    ...nearby.map(group => ({ ...group, folders: [...group.folders, ...surroundings(group.manager)] })),
  ];
}

/** Of files with one name, the one in the folder of the highest rank is the unit. */
function rootGroup(
  manager: Manager,
  members: readonly LintFile[],
  folders: readonly UnitFolder[],
  sources: Sources,
): UnitGroup {
  const byPath = new Map(members.map(member => [member.source.path, member]));
  for (const folder of folders) {
    const entries = [...folder.units.values(), ...[...folder.folders.values()].flatMap(files => [...files.values()])];
    for (const entry of entries) {
      const source = byPath.get(entry.path)?.source;
      const realPath = source && entry.realPath();
      if (source !== undefined && realPath !== undefined) sources.put(realPath, source);
    }
  }
  const winners = new Map<string, string>();
  for (const { units } of folders) {
    for (const [name, { path }] of units) if (!winners.has(name)) winners.set(name, path);
  }
  const fragments = [...winners].flatMap(([name, path]) => (byPath.get(path)?.name.role === "fragment" ? [name] : []));
  return { manager, folders, fragments, members };
}

function add(map: Map<string, LintFile[]>, key: string, file: LintFile): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [file]);
  else known.push(file);
}

/** The folder of the search path that a file lies in: above `app.service.d` for a drop-in. */
export function unitFolderOf(path: string): string {
  const folder = parentOf(path);
  return unitFileName(`${nameIn(folder)}/x.conf`)?.role === "drop-in" ? parentOf(folder) : folder;
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash) || "/";
}

function openFolders(host: FileHost, groups: readonly LintFile[][], sources: Sources): ReadonlyMap<string, UnitFolder> {
  const tree = rootedAt(host, "/");
  const shown = [...new Set(groups.map(([file]) => unitFolderOf(file?.source.path ?? ".")))];
  const places = shown.flatMap(path => {
    const real = host.realPath(path);
    return real === undefined ? [] : [{ tree, path: real, shown: path, role: "given" as const }];
  });
  return new Map(loadFolders(places, sources).map(folder => [folder.path, folder]));
}

/** What is linted and what the model reads are the same texts. */
function share(folder: UnitFolder, members: readonly LintFile[], sources: Sources): void {
  for (const { source, name } of members) {
    const realPath = entryOf(folder, source, name)?.realPath();
    if (realPath !== undefined) sources.put(realPath, source);
  }
}

function entryOf(
  { units, folders }: UnitFolder,
  { path }: SourceFile,
  { role, unit }: UnitFileName,
): UnitEntry | undefined {
  const entry = role === "fragment" ? units.get(unit) : folders.get(nameIn(parentOf(path)))?.get(nameIn(path));
  return entry?.path === path ? entry : undefined;
}

function fragmentsOf(folder: UnitFolder, members: readonly LintFile[]): readonly string[] {
  return members.flatMap(({ source, name }) =>
    name.role === "fragment" && entryOf(folder, source, name) !== undefined ? [name.unit] : [],
  );
}

/** Far folders have little to do with a unit, and many of them would take long. */
const MOST_NEIGHBOURS = 50;

function withNeighbours(group: UnitGroup, groups: readonly UnitGroup[]): UnitGroup {
  const [own] = group.folders;
  if (own === undefined) return group;
  const others = groups
    .filter(other => other !== group && other.manager === group.manager)
    .map(({ folders: [folder] }) => folder)
    .filter((folder): folder is UnitFolder => folder !== undefined)
    .map(folder => ({ folder, distance: distanceBetween(own.path, folder.path) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NEIGHBOURS);
  return { ...group, folders: [own, ...others.map(({ folder }) => folder)] };
}

/** How many steps lead from one folder to the other. */
function distanceBetween(one: string, other: string): number {
  const [a, b] = [one, other].map(path => path.split("/").filter(part => part !== "" && part !== "."));
  if (a === undefined || b === undefined) return 0;
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return a.length + b.length - 2 * common;
}

function aloneGroup(file: LintFile): UnitGroup {
  const { source, name } = file;
  const fragments = name.role === "fragment" ? [name.unit] : [];
  const folder = virtualFolder(
    parentOf(source.path),
    "given",
    fragments.map(unit => [unit, source]),
  );
  return { manager: name.manager, folders: [folder], fragments, members: [file] };
}
