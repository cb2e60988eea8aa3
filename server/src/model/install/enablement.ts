/** Which links of the search path enable a unit. systemd: find_symlinks_in_scope(), src/shared/install.c */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { readUnitName, withInstance } from "../../values/unit-name.ts";
import type { UnitEntry, UnitFolder } from "../unit-folder.ts";
import type { InstallSearch, InstallUnit } from "./discover.ts";

/** Since then links in folders `.upholds` enable, too. */
const UPHOLDS_SINCE = 254;

/** What links alone make of a unit. */
export type Enablement = "enabled" | "enabled-runtime" | "linked" | "linked-runtime" | "static";

/**
 * What the links to a unit say. With `knownNames`, only links under its own name, its Alias= and its default instance count; otherwise all
 * do. Undefined where none says anything.
 */
export function enablementOf(search: InstallSearch, unit: InstallUnit, knownNames: boolean): Enablement | undefined {
  const seen = { volatile: false, lasting: false, linked: false, linkedVolatile: false };
  let below = false;
  for (const folder of search.folders) {
    const found = linksIn(folder, unit, { knownNames, below, version: search.version });
    const config = folder.role === "config";
    if (found === "enabled" && config) return "enabled";
    if (found === "enabled") seen[folder.volatile ? "volatile" : "lasting"] = true;
    else if (found === "same-name" && config) seen.linked = true;
    else if (found === "same-name") seen.linkedVolatile ||= folder.volatile;
    below ||= folder === unit.file.folder;
  }
  if (seen.volatile) return "enabled-runtime";
  if (seen.lasting && readUnitName(unit.name)?.instance) return "static";
  if (seen.linked) return "linked";
  return seen.linkedVolatile ? "linked-runtime" : undefined;
}

interface Question {
  readonly knownNames: boolean;
  /** Whether the folder ranks below the one that holds the unit's file, so that its own name is hidden there. */
  readonly below: boolean;
  readonly version: SystemdVersion;
}

/** systemd: find_symlinks() */
function linksIn(folder: UnitFolder, unit: InstallUnit, question: Question): "enabled" | "same-name" | undefined {
  const counts = (name: string) => !question.knownNames || isKnownName(name, unit);
  for (const [name, files] of folder.folders) {
    if (!isDependencyFolder(name, question.version) || folder.linkedFolders?.has(name) === true) continue;
    for (const [file, { link }] of files)
      if (link !== undefined && (file === unit.name || templateOf(file) === unit.name) && counts(file))
        return "enabled";
  }
  let sameName = false;
  for (const [name, entry] of links(folder)) {
    const toUnit = lastPart(entry.link?.target ?? "") === unit.name;
    const isUnit = !question.below && name === unit.name;
    if (toUnit && isUnit) sameName = true;
    else if ((toUnit || isUnit) && counts(name)) return "enabled";
  }
  return sameName ? "same-name" : undefined;
}

function* links({ units, strays }: UnitFolder): Generator<readonly [string, UnitEntry]> {
  for (const unit of units) if (unit[1].link !== undefined && !unit[0].startsWith(".")) yield unit;
  for (const stray of strays ?? []) if (!isBackup(stray[0])) yield stray;
}

/** systemd: hidden_or_backup_file(), src/basic/path-util.c */
function isBackup(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || backupSuffix.test(name);
}

const backupSuffix =
  /\.(?:ignore|rpm(?:new|save|orig)|dpkg-(?:old|new|tmp|dist|bak|backup|remove)|ucf-(?:new|old|dist)|swp|bak|old|new)$/;

function isDependencyFolder(name: string, version: SystemdVersion): boolean {
  return (
    name.endsWith(".wants") || name.endsWith(".requires") || (name.endsWith(".upholds") && version >= UPHOLDS_SINCE)
  );
}

/** systemd: is_symlink_with_known_name() */
function isKnownName(name: string, { name: own, install }: InstallUnit): boolean {
  if (name === own || install.Alias.includes(name)) return true;
  const parts = readUnitName(own);
  return install.DefaultInstance !== undefined && parts?.instance === ""
    ? name === withInstance(parts, install.DefaultInstance)
    : false;
}

function templateOf(name: string): string | undefined {
  const parts = readUnitName(name);
  return parts?.instance === undefined ? undefined : withInstance(parts, "");
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
