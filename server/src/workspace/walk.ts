/** Walks folders for unit files and drop-ins: every real folder once, links after what they may lead to. */
import { isMisnamed, unitFileName } from "../model/unit-file-name.ts";
import { type FileHost, problemOf } from "./file-host.ts";
import { isUnitText } from "./foreign.ts";
import { type Harvest, isMask, nameOf } from "./harvest.ts";
import { type IgnoreScope, isIgnored, type ReadIgnoreRules, scopeAbove, scopeIn } from "./ignore-rules.ts";
import { isWithin, joinPath } from "./path.ts";
import { PROBE_LENGTH } from "./probe.ts";
import { isUnsupported } from "./unsupported.ts";

/** All walks of one run. */
export interface Walk {
  readonly host: FileHost;
  readonly readIgnoreRules: ReadIgnoreRules | undefined;
  /** For which argument a folder was walked, by `visitKey`. */
  readonly visited: Map<string, Harvest>;
  /** Links to folders, to be walked last: the plain path to a file is to win. */
  readonly links: WalkedFolder[];
}

/** A folder to walk. */
export interface WalkedFolder {
  readonly path: string;
  readonly realPath: string;
  readonly viaLink: boolean;
  readonly harvest: Harvest;
}

/** Walks a folder that was named, or that a link leads to, with a pause after each folder below it. */
export function* walkFolder(walk: Walk, folder: WalkedFolder): Generator<undefined, void> {
  const above = walk.readIgnoreRules && scopeAbove(walk.host, folder.realPath, walk.readIgnoreRules);
  yield* descend(walk, folder, above);
}

function* descend(walk: Walk, folder: WalkedFolder, above: IgnoreScope | undefined): Generator<undefined, void> {
  const key = visitKey(folder);
  const visitor = walk.visited.get(key);
  if (visitor !== undefined) {
    if (visitor !== folder.harvest) folder.harvest.occupied = true;
    return;
  }
  walk.visited.set(key, folder.harvest);
  const listed = walk.host.list(folder.realPath);
  if ("problem" in listed) {
    folder.harvest.errors.push({ path: folder.path, message: listed.problem });
    return;
  }
  const { entries } = listed;
  const scope = walk.readIgnoreRules && scopeIn(walk.host, folder.realPath, entries, above, walk.readIgnoreRules);
  const [shown, real] = [joinPath(folder.path, ""), joinPath(folder.realPath, "")];
  for (const { name, kind } of entries) {
    if (name.startsWith(".") || name === "node_modules") continue;
    const place = { folder, scope, path: shown + name, realPath: real + name };
    if (kind !== "folder") visit(walk, kind, place);
    else if (!leftOut(place, true))
      yield* descend(walk, { ...folder, path: place.path, realPath: place.realPath }, scope);
  }
  yield;
}

/** A folder of drop-ins is walked once for itself and once for links to it: under its own name it may hold none. */
function visitKey({ path, realPath, viaLink }: WalkedFolder): string {
  return viaLink && unitFileName(`${path}/x.conf`) ? `${realPath}/.` : realPath;
}

/** An entry on the way, with what applies to it. */
interface Place {
  readonly folder: WalkedFolder;
  readonly scope: IgnoreScope | undefined;
  readonly path: string;
  /** The real path of the folder with the name of the entry. */
  readonly realPath: string;
}

function visit(walk: Walk, kind: "file" | "link" | "other", place: Place): void {
  if (kind === "other") passOver(place, "special file");
  else if (kind === "file") takeFile(walk, place, place.realPath, place.folder.viaLink);
  else if (!isDependencyFolder(place.folder.realPath)) visitLink(walk, place);
}

/** Links in `multi-user.target.wants` and its like are dependencies, not unit files. */
function isDependencyFolder(path: string): boolean {
  return /\.(?:wants|requires|upholds)$/.test(path);
}

/** Whether git ignores an entry. */
function leftOut({ scope, realPath, folder }: Place, isFolder: boolean): boolean {
  const ignored = isIgnored(scope, realPath, isFolder);
  if (ignored) folder.harvest.ignored = true;
  return ignored;
}

function takeFile(walk: Walk, place: Place, realPath: string, viaLink: boolean): void {
  const { path, folder } = place;
  const name = nameOf(path, () => folder.realPath);
  if (name !== undefined) {
    if (!leftOut(place, false)) folder.harvest.candidates.push({ path, name, realPath, explicit: false, viaLink });
  } else if (isUnsupported(walk.host, path, place.realPath) && !leftOut(place, false)) {
    folder.harvest.skipped.push({ path, reason: "unsupported" });
  } else if (isMisnamed(path) && holdsUnit(walk.host, path) && !leftOut(place, false)) {
    folder.harvest.skipped.push({ path, reason: "invalid name" });
  }
}

/** Tells what is named like a unit file and holds none. */
function passOver(place: Place, reason: "special file" | "dangling link" | "link loop"): void {
  const { path, folder } = place;
  if (nameOf(path, () => folder.realPath) === undefined || leftOut(place, false)) return;
  folder.harvest.skipped.push({ path, reason });
}

/** Whether it begins as a unit does; much else ends with `.service` or `.target`. */
function holdsUnit(host: FileHost, path: string): boolean {
  const outcome = host.readStart(path, PROBE_LENGTH);
  return "bytes" in outcome && isUnitText(outcome.bytes);
}

function visitLink(walk: Walk, place: Place): void {
  const { path, folder } = place;
  const kind = walk.host.kind(path);
  if (kind === "file") takeFile(walk, place, walk.host.realPath(path) ?? place.realPath, true);
  else if (kind === "folder") visitFolderLink(walk, place);
  else if (kind === "dangling link" || kind === "link loop") passOver(place, kind);
  else if (nameOf(path, () => folder.realPath) !== undefined && !leftOut(place, false)) {
    if (kind === "unreadable") folder.harvest.errors.push({ path, message: problemOf(kind) });
    else if (isMask(walk.host, path)) folder.harvest.occupied = true;
    else if (kind !== "missing") passOver(place, "special file");
  }
}

function visitFolderLink(walk: Walk, place: Place): void {
  const { path, folder } = place;
  const realPath = walk.host.realPath(path);
  if (realPath === undefined || leftOut(place, false)) return;
  if (isWithin(realPath, folder.realPath)) folder.harvest.skipped.push({ path, reason: "link loop" });
  else walk.links.push({ ...folder, path, realPath, viaLink: true });
}
