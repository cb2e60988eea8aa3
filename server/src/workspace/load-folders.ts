/** Lists the folders of a search path; what they hold is read when the model asks for it. */

import { isUnitType, unitTypes } from "../catalog/unit-types.ts";
import { unitFileName, unitTypeOf } from "../model/unit-file-name.ts";
import type { FolderRole, UnitEntry, UnitFolder, UnitLink } from "../model/unit-folder.ts";
import { chase, type RootedHost } from "./chase.ts";
import { NO_FOLDER, problemOf } from "./file-host.ts";
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
  const inside = new Map<RootedHost, Map<string, string>>();
  places.forEach(({ tree, path, shown }, i) => {
    const paths = inside.get(tree) ?? new Map<string, string>();
    inside.set(tree, paths);
    for (const one of [path, real[i] ?? path]) if (!paths.has(one)) paths.set(one, shown);
  });
  const seen = new Set<string>();
  return places.flatMap((place, i) => {
    const path = real[i];
    const key = place.tree.root + path;
    if (path === undefined || seen.has(key)) return [];
    seen.add(key);
    const loader: Loader = { place, path, searched: inside.get(place.tree) ?? new Map(), sources };
    const folder = loadFolder(loader);
    return folder === undefined ? [] : [folder];
  });
}

interface Loader {
  readonly place: FolderPlace;
  /** The folder without links on the way. */
  readonly path: string;
  /** All folders of the search path in the same tree, with what to show for them. */
  readonly searched: ReadonlyMap<string, string>;
  readonly sources: Sources;
}

function loadFolder(loader: Loader): UnitFolder | undefined {
  const { place, path } = loader;
  const { host, root } = place.tree;
  const listed = host.list(root + path);
  if ("problem" in listed) {
    if (listed.problem !== NO_FOLDER) loader.sources.miss(place.shown, listed.problem);
    return undefined;
  }
  const units = new Map<string, UnitEntry>();
  const folders = new Map<string, ReadonlyMap<string, UnitEntry>>();
  const linkedFolders = new Set<string>();
  const unlisted = new Map<string, () => void>();
  const strays = new Map<string, UnitEntry>();
  const misnamed: string[] = [];
  for (const { name, kind } of listed.entries) {
    if (kind === "other") continue;
    if (ownsFolder(name)) {
      const entries = kind === "file" ? undefined : filesIn(loader, name, unlisted);
      if (entries === undefined) continue;
      folders.set(name, entries);
      if (kind === "link") linkedFolders.add(name);
    } else if (kind !== "folder") {
      const unit = unitNameOf(name, place.role);
      if (unit !== undefined && !units.has(unit)) units.set(unit, entryIn(loader, "", name, kind === "link"));
      else if (unit === undefined && kind === "link") strays.set(name, entryIn(loader, "", name, true));
    } else if (name.endsWith(".d")) misnamed.push(name);
  }
  for (const name of misnamed) {
    const entries = meansUnit(name, units) ? filesIn(loader, name, unlisted) : undefined;
    if (entries !== undefined) folders.set(name, entries);
  }
  const volatile = place.path.startsWith("/run/");
  return { path: place.shown, role: place.role, volatile, units, folders, linkedFolders, unlisted, strays };
}

/** Files that a build completes stand for the units that they become; not in the folders that systemd reads. */
function unitNameOf(name: string, role: FolderRole): string | undefined {
  if (unitTypeOf(name) !== undefined) return name;
  const skeleton = role === "given" ? unitFileName(name) : undefined;
  return skeleton?.role === "fragment" && unitTypeOf(skeleton.unit) !== undefined ? skeleton.unit : undefined;
}

/**
 * For drop-ins, only folders of units and types; links of dependencies enable a unit even where their folder's name is no unit's.
 * systemd: directory_name_is_valid(), src/shared/unit-file.c; find_symlinks(), src/shared/install.c
 */
function ownsFolder(name: string): boolean {
  const [, owner, suffix] = /^(.+)\.(d|wants|requires|upholds)$/.exec(name) ?? [];
  return owner !== undefined && (suffix !== "d" || isUnitType(owner) || unitTypeOf(owner) !== undefined);
}

/** `app.d` beside `app.service`: systemd does not look into it, but somebody thinks so. */
function meansUnit(folder: string, units: ReadonlyMap<string, UnitEntry>): boolean {
  return unitTypes.some(type => units.has(`${folder.slice(0, -2)}.${type}`));
}

/** What cannot be listed counts as empty, and is told once somebody needs it; a file where a folder is meant is none. */
function filesIn(
  loader: Loader,
  folder: string,
  unlisted: Map<string, () => void>,
): ReadonlyMap<string, UnitEntry> | undefined {
  const { place, sources } = loader;
  const { tree } = place;
  const path = chase(tree, `${loader.path}/${folder}`);
  const listed = path === undefined ? undefined : tree.host.list(tree.root + path);
  if (listed === undefined) return undefined;
  if ("problem" in listed) {
    const { problem } = listed;
    if (problem === NO_FOLDER || problem === problemOf("missing")) return undefined;
    unlisted.set(folder, () => sources.miss(shownPath(place.shown, folder), problem));
    return new Map();
  }
  const files = listed.entries.filter(
    ({ kind, name }) => (kind === "file" || kind === "link") && !name.startsWith("."),
  );
  return new Map(files.map(({ name, kind }) => [name, entryIn(loader, `${folder}/`, name, kind === "link")]));
}

function entryIn(loader: Loader, folder: string, name: string, isLink: boolean): UnitEntry {
  return entryOf(loader, `${loader.path}/${folder}${name}`, shownPath(loader.place.shown, folder + name), isLink);
}

function entryOf(loader: Loader, inRoot: string, shown: string, isLink: boolean): UnitEntry {
  const { place, sources } = loader;
  const { host, root } = place.tree;
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

function linkOf(loader: Loader, path: string): UnitLink | undefined {
  const { tree } = loader.place;
  const target = tree.host.linkTarget(tree.root + path);
  if (target === undefined) return undefined;
  const from = target.startsWith("/") ? "" : path.slice(0, path.lastIndexOf("/"));
  const to = chase(tree, `${from}/${target}`, false) ?? target;
  const within = searchedAbove(loader, to);
  const end = { path: to, ...(within !== undefined && { within }), entry: () => entryAt(loader, to) };
  return { target, name: nameIn(to), alias: within !== undefined, end };
}

/** The folder of the search path above a path, however far. systemd: unit_file_resolve_symlink(), src/shared/unit-file.c */
function searchedAbove({ searched }: Loader, path: string): string | undefined {
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
    const shown = searched.get(path.slice(0, slash));
    if (shown !== undefined) return shown;
  }
  return undefined;
}

/** What lies at the end of a link. */
function entryAt(loader: Loader, path: string): UnitEntry | undefined {
  const { host, root } = loader.place.tree;
  const isLink = host.linkTarget(root + path) !== undefined;
  return isLink || host.kind(root + path) !== "missing" ? entryOf(loader, path, root + path, isLink) : undefined;
}

function shownPath(folder: string, name: string): string {
  return folder === "." ? name : folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}
