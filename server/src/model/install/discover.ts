/** From a unit's name to the file that [Install] is read from. systemd: install_info_discover(), unit_file_search(), src/shared/install.c */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { templatedTypes } from "../../catalog/unit-types.ts";
import { readUnitName, withInstance } from "../../values/unit-name.ts";
import { aliasFault } from "../fragment.ts";
import type { UnitEntry, UnitFolder, UnitLink } from "../unit-folder.ts";
import { emptyInstall, type InstallSection, readInstall } from "./install-section.ts";

/** Where to look, and as which release. */
export interface InstallSearch {
  /** The highest rank first. */
  readonly folders: readonly UnitFolder[];
  readonly version: SystemdVersion;
}

/** The unit behind a name. */
export interface InstallUnit {
  /** Its own name, where the one that was asked for is an alias. */
  readonly name: string;
  readonly file: InstallFile;
  readonly masked: boolean;
  readonly install: InstallSection;
}

/** Where a unit file lies. */
export interface InstallFile {
  /** The last part of its path. */
  readonly name: string;
  /** Absent outside of the search path. */
  readonly folder?: UnitFolder;
  /** Whether it lies below /run. */
  readonly volatile: boolean;
}

/**
 * Why there is no state: no file, or a unit that is linked from where nothing lies (`not-found`); an alias of a unit that does not exist;
 * an alias that systemd rejects; links without end; a template of a type that has none; a file that cannot be read or understood.
 */
export type InstallFault =
  | "not-found"
  | "dangling-alias"
  | "bad-alias"
  | "loop"
  | "untemplated"
  | "unreadable"
  | "bad-file";

/** Finds a unit over links and templates, and reads its [Install]. */
export function discover(search: InstallSearch, name: string): InstallUnit | InstallFault {
  const drafts = new Map<string, Draft>();
  let draft = draftOf(drafts, name);
  let fault = find(search, draft);
  for (let links = 0; fault === undefined && draft.link !== undefined; links++) {
    if (links === MOST_LINKS) return "loop";
    const next = aliasedName(draft.name, draft.link);
    if (next === undefined) fault = follow(search, draft, draft.link);
    else {
      draft = draftOf(drafts, next);
      fault = find(search, draft);
      if (fault === "not-found") fault = "dangling-alias";
    }
  }
  const { file, masked, install } = draft;
  return fault ?? (file === undefined ? "not-found" : { name: draft.name, file, masked, install });
}

const MOST_LINKS = 64;

/** A unit on the way; `link` is set while there is one to follow. */
interface Draft {
  readonly name: string;
  file?: InstallFile;
  link?: UnitLink | undefined;
  masked: boolean;
  install: InstallSection;
}

function draftOf(drafts: Map<string, Draft>, name: string): Draft {
  const draft = drafts.get(name) ?? { name, masked: false, install: emptyInstall };
  drafts.set(name, draft);
  return draft;
}

/** The name to go on with; undefined where the link is followed under the same name. systemd: install_info_traverse() */
function aliasedName(name: string, link: UnitLink): string | undefined {
  if (!link.alias) return undefined;
  const [own, target] = [readUnitName(name), readUnitName(link.name)];
  const filled = own?.instance && target?.instance === "" ? withInstance(target, own.instance) : link.name;
  return filled === name ? undefined : filled;
}

function find(search: InstallSearch, draft: Draft): InstallFault | undefined {
  if (draft.file !== undefined) return undefined;
  const parts = readUnitName(draft.name);
  if (parts?.instance !== undefined && !templatedTypes.has(parts.type)) return "untemplated";
  const names = parts?.instance ? [draft.name, withInstance(parts, "")] : [draft.name];
  for (const name of names) {
    for (const folder of search.folders) {
      const entry = folder.units.get(name);
      const fault = entry === undefined ? "unreadable" : load(search, draft, entry, fileIn(folder, name));
      if (fault === "unreadable") continue;
      return fault ?? readDropIns(search, draft, names);
    }
  }
  return "not-found";
}

function fileIn(folder: UnitFolder, name: string): InstallFile {
  return { name, folder, volatile: folder.volatile };
}

/** Takes an entry for the unit's file. systemd: unit_file_load_or_readlink() */
function load({ version }: InstallSearch, draft: Draft, entry: UnitEntry, file: InstallFile): InstallFault | undefined {
  const { link } = entry;
  draft.link = undefined;
  if (link !== undefined) {
    if (link.alias && aliasFault(file.name, link.name) !== undefined) return "bad-alias";
    draft.file = file;
    draft.masked = (link.end?.path ?? link.target) === "/dev/null";
    if (!draft.masked) draft.link = link;
    return undefined;
  }
  draft.masked = entry.masks();
  if (!draft.masked) {
    const source = entry.read();
    if (source === undefined) return "unreadable";
    const install = readInstall(source, draft.name, version, draft.install);
    if (install === undefined) return "bad-file";
    draft.install = install;
  }
  draft.file = file;
  return undefined;
}

/** Goes to the end of a link, whatever it is called. systemd: install_info_follow() */
function follow(search: InstallSearch, draft: Draft, { name, end }: UnitLink): InstallFault | undefined {
  const entry = end?.entry();
  if (end === undefined || entry === undefined) return "not-found";
  const folder = search.folders.find(({ path }) => path === end.within);
  return load(search, draft, entry, { name, ...(folder && { folder }), volatile: end.path.startsWith("/run/") });
}

/** Only folders of the unit itself and of its template count here. A dangling link among them hides the unit. */
function readDropIns(search: InstallSearch, draft: Draft, names: readonly string[]): InstallFault | undefined {
  if (draft.masked) return undefined;
  const dropIns = new Map<string, UnitEntry>();
  for (const owner of names) {
    for (const { folders } of search.folders) {
      for (const [name, entry] of folders.get(`${owner}.d`) ?? [])
        if (name.endsWith(".conf") && !dropIns.has(name)) dropIns.set(name, entry);
    }
  }
  for (const [, entry] of [...dropIns].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (entry.masks()) continue;
    const source = entry.read();
    if (source === undefined) return "not-found";
    const install = readInstall(source, draft.name, search.version, draft.install);
    if (install === undefined) return "bad-file";
    draft.install = install;
  }
  return undefined;
}
