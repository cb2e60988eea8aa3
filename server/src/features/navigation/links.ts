/** Files, links and folders on disk that are called after a unit. */
import type { UnitEntry, UnitFolder } from "../../model/unit-folder.ts";
import type { UnitSet } from "../../model/unit-set.ts";
import { isWithin } from "../../workspace/path.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { templateOf } from "./mentions.ts";
import { homeIn, type UnitSymbol } from "./symbol.ts";

/** Something on disk that bears the name of a unit. */
export interface NamedEntry {
  /** The unit's name; of a template, maybe that of one of its instances. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /**
   * A `file` of the unit; an `alias`, which is a link to the unit's file or of that name; a `link` in a folder such as
   * `multi-user.target.wants`; a `folder` of drop-ins or links.
   */
  readonly is: "file" | "alias" | "link" | "folder";
  /** What a link says. */
  readonly target?: string;
}

/** What bears a name of a unit, in the folders of the workspace; of a template, also what bears the name of an instance. */
export function entriesNamed(snapshot: Snapshot, symbol: UnitSymbol, name: string): NamedEntry[] {
  const isNamed = (other: string) => other === name || templateOf(other) === name;
  return ownFolders(snapshot, symbol).flatMap(folder => [...entriesIn(folder, isNamed)]);
}

/** The links that lead to the files of a unit: its aliases, and those that pull it in. */
export function linksTo(snapshot: Snapshot, symbol: UnitSymbol): NamedEntry[] {
  const names = new Set([symbol.main, ...symbol.names]);
  const isNamed = (other: string) => names.has(other) || names.has(templateOf(other) ?? other);
  const found = ownFolders(snapshot, symbol).flatMap(folder => [...entriesIn(folder, isNamed)]);
  return found.filter(({ is }) => is === "alias" || is === "link");
}

/** The folders of the workspace in which a name means this unit. */
function ownFolders(snapshot: Snapshot, { main, home }: UnitSymbol): UnitFolder[] {
  const folders = new Map<string, UnitFolder>();
  for (const set of new Set(snapshot.files.map(file => file.set))) {
    const found = homeIn(set, main);
    if (found !== home && found !== undefined) continue;
    for (const folder of foldersOf(snapshot, set)) if (!folders.has(folder.path)) folders.set(folder.path, folder);
  }
  return [...folders.values()];
}

/** Of a folder that is judged by itself, not those nearby; of a root, those in the workspace. */
function foldersOf({ folders: open }: Snapshot, { folders }: UnitSet): UnitFolder[] {
  return folders.filter(
    ({ role, path }, i) =>
      (role === "given" && i === 0) ||
      (role !== "stock" && role !== "given" && open.some(folder => isWithin(folder, path))),
  );
}

function* entriesIn({ path, units, folders }: UnitFolder, isNamed: (name: string) => boolean): Generator<NamedEntry> {
  for (const [name, entry] of units) {
    if (isNamed(name) || (entry.link !== undefined && isNamed(entry.link.name))) yield namedEntry(name, entry, "alias");
  }
  for (const [folder, entries] of folders) {
    const dot = folder.lastIndexOf(".");
    if (folder.slice(dot) !== ".d")
      for (const [name, entry] of entries) if (isNamed(name)) yield namedEntry(name, entry, "link");
    const name = folder.slice(0, dot);
    if (isNamed(name)) yield { name, path: `${path}/${folder}`, is: "folder" };
  }
}

function namedEntry(name: string, { path, link }: UnitEntry, is: "alias" | "link"): NamedEntry {
  return link === undefined
    ? { name, path, is: is === "alias" ? "file" : is }
    : { name, path, is, target: link.target };
}
