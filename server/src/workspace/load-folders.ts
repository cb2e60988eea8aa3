/** Lists the folders of a search path; what they hold is read when the model asks for it. */

import { isUnitType } from "../catalog/unit-types.ts";
import { unitFileName } from "../model/unit-file-name.ts";
import type { FolderRole, UnitEntry, UnitFolder, UnitLink } from "../model/unit-folder.ts";
import { readUnitName } from "../values/unit-name.ts";
import { chase, type RootedHost } from "./chase.ts";
import { nameIn } from "./path.ts";
import type { Sources } from "./sources.ts";

/** A folder to list: where it lies in its tree, and what it is. */
export interface FolderPlace {
  readonly tree: RootedHost;
  /** Absolute, as seen from the root of the tree. */
  readonly path: string;
  /** What to show for it. */
  readonly shown: string;
  readonly role: FolderRole;
}

/** Lists each folder that exists, in the given order; a folder that is met twice counts once. */
export function loadFolders(places: readonly FolderPlace[], sources: Sources): readonly UnitFolder[] {
  const real = places.map(({ tree, path }) => chase(tree, path));
  const inside = new Map<RootedHost, Set<string>>();
  places.forEach(({ tree, path }, i) => {
    const paths = inside.get(tree) ?? new Set();
    inside.set(tree, paths.add(path).add(real[i] ?? path));
  });
  const seen = new Set<string>();
  return places.flatMap((place, i) => {
    const path = real[i];
    const key = place.tree.root + path;
    if (path === undefined || seen.has(key)) return [];
    seen.add(key);
    const loader: Loader = { place, path, searched: inside.get(place.tree) ?? new Set(), sources };
    const folder = loadFolder(loader);
    return folder === undefined ? [] : [folder];
  });
}

interface Loader {
  readonly place: FolderPlace;
  /** The folder without links on the way. */
  readonly path: string;
  /** All folders of the search path in the same tree. */
  readonly searched: ReadonlySet<string>;
  readonly sources: Sources;
}

function loadFolder(loader: Loader): UnitFolder | undefined {
  const { place, path } = loader;
  const { host, root } = place.tree;
  const listed = host.list(root + path);
  if ("problem" in listed) return undefined;
  const units = new Map<string, UnitEntry>();
  const folders = new Map<string, ReadonlyMap<string, UnitEntry>>();
  for (const { name, kind } of listed.entries) {
    if (kind === "other") continue;
    if (ownsFolder(name)) {
      const entries = kind === "file" ? undefined : filesIn(loader, name);
      if (entries !== undefined) folders.set(name, entries);
    } else if (kind !== "folder") {
      const unit = unitNameOf(name, place.role);
      if (unit !== undefined && !units.has(unit)) units.set(unit, entryOf(loader, "", name, kind === "link"));
    }
  }
  return { path: place.shown, role: place.role, volatile: place.path.startsWith("/run/"), units, folders };
}

/** Files that a build completes stand for the units that they become; not in the folders that systemd reads. */
function unitNameOf(name: string, role: FolderRole): string | undefined {
  if (readUnitName(name) !== undefined) return name;
  const skeleton = role === "given" ? unitFileName(name) : undefined;
  return skeleton?.role === "fragment" && readUnitName(skeleton.unit) !== undefined ? skeleton.unit : undefined;
}

/** systemd: directory_name_is_valid(), src/shared/unit-file.c */
function ownsFolder(name: string): boolean {
  const owner = /^(.+)\.(?:d|wants|requires|upholds)$/.exec(name)?.[1];
  return owner !== undefined && (isUnitType(owner) || readUnitName(owner) !== undefined);
}

function filesIn(loader: Loader, folder: string): ReadonlyMap<string, UnitEntry> | undefined {
  const { tree } = loader.place;
  const path = chase(tree, `${loader.path}/${folder}`);
  const listed = path === undefined ? undefined : tree.host.list(tree.root + path);
  if (listed === undefined || "problem" in listed) return undefined;
  const files = listed.entries.filter(
    ({ kind, name }) => (kind === "file" || kind === "link") && !name.startsWith("."),
  );
  return new Map(files.map(({ name, kind }) => [name, entryOf(loader, `${folder}/`, name, kind === "link")]));
}

function entryOf(loader: Loader, folder: string, name: string, isLink: boolean): UnitEntry {
  const { place, path, sources } = loader;
  const { host, root } = place.tree;
  const inRoot = `${path}/${folder}${name}`;
  const shown = shownPath(place.shown, folder + name);
  const link = isLink ? linkOf(loader, inRoot) : undefined;
  const target = () => (isLink ? chase(place.tree, inRoot) : inRoot);
  return {
    path: shown,
    ...(link && { link }),
    masks() {
      const file = target();
      if (file === "/dev/null") return true;
      return file !== undefined && sources.isEmpty(host, root + file);
    },
    realPath() {
      const file = target();
      return file === undefined ? undefined : root + file;
    },
    read() {
      const file = target();
      return file === undefined || file === "/dev/null" ? undefined : sources.open(host, root + file, shown);
    },
  };
}

function linkOf({ place: { tree }, searched }: Loader, path: string): UnitLink | undefined {
  const target = tree.host.linkTarget(tree.root + path);
  if (target === undefined) return undefined;
  const from = target.startsWith("/") ? "" : path.slice(0, path.lastIndexOf("/"));
  const to = chase(tree, `${from}/${target}`, false) ?? target;
  const folder = to.slice(0, to.lastIndexOf("/")) || "/";
  return { target, name: nameIn(to), alias: searched.has(folder) && to !== "/dev/null" };
}

function shownPath(folder: string, name: string): string {
  return folder === "." ? name : folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}
