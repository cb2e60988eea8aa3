/** Finds the unit files that the arguments of a run mean. */
import type { Discovery, FoundFile } from "./discovery.ts";
import { type FileHost, problemOf } from "./file-host.ts";
import { isForeign, PROBE_LENGTH } from "./foreign.ts";
import { type Candidate, type Harvest, isMask, nameOf } from "./harvest.ts";
import type { ReadIgnoreRules } from "./ignore-rules.ts";
import { byPath, isWithin, tidyPath } from "./path.ts";
import { type Walk, type WalkedFolder, walkFolder } from "./walk.ts";

export interface DiscoverOptions {
  /** How git's ignore files are read; without it they have no say. */
  readonly ignoreRules?: ReadIgnoreRules;
  /** Called after each file that was found, with their number so far. */
  readonly onProgress?: (found: number) => void;
}

/**
 * Takes each file that is named, and from each folder that is named the unit files and drop-ins in it and below it.
 * A real file is linted once in a run: a named path wins over one that was met, and a plain path over a link.
 */
export function discover(host: FileHost, paths: readonly string[], options: DiscoverOptions = {}): Discovery {
  const walk: Walk = { host, readIgnoreRules: options.ignoreRules, visited: new Set(), met: [], links: [] };
  const harvests = harvest(walk, paths.map(tidyPath));
  const files = takeAll(walk, harvests, options);
  for (const each of harvests) reportEmpty(each, walk.met);
  return {
    files,
    errors: harvests.flatMap(({ errors }) => errors.sort(byPath)),
    skipped: harvests.flatMap(({ skipped }) => skipped.sort(byPath)),
  };
}

/** Walks all plain folders first: the path to a file that leads over no link is to win. */
function harvest(walk: Walk, paths: readonly string[]): Harvest[] {
  const harvests: Harvest[] = [];
  const folders: WalkedFolder[] = [];
  for (const path of paths) {
    const each: Harvest = { path, candidates: [], errors: [], skipped: [], ignored: false };
    harvests.push(each);
    const folder = lookAt(walk, path, each);
    if (folder !== undefined) (folder.viaLink ? walk.links : folders).push(folder);
  }
  for (const folder of folders) walkFolder(walk, folder);
  for (const link of walk.links) walkFolder(walk, link);
  return harvests;
}

/** Takes a file; gives back a folder, to be walked. */
function lookAt({ host, met }: Walk, path: string, each: Harvest): WalkedFolder | undefined {
  const kind = host.kind(path);
  const realPath = host.realPath(path);
  const target = host.linkTarget(path);
  const viaLink = target !== undefined;
  if (kind === "folder" && realPath !== undefined) {
    each.root = realPath;
    return { path, realPath, viaLink, harvest: each };
  }
  if (kind === "file") {
    const name = nameOf(path, () => host.realPath(path.slice(0, path.lastIndexOf("/") + 1) || "."));
    each.candidates.push({ path, name, realPath: realPath ?? path, explicit: true, viaLink });
  } else if (viaLink && isMask(host, path)) {
    met.push(path);
  } else {
    const dangling = kind === "dangling link" && viaLink;
    const message = dangling ? `is a link to ${target}, which does not exist` : problemOf(kind);
    each.errors.push({ path, message });
  }
  return undefined;
}

function takeAll(walk: Walk, harvests: readonly Harvest[], { onProgress }: DiscoverOptions): FoundFile[] {
  const chosen = choose(harvests.flatMap(({ candidates }) => candidates));
  const files: FoundFile[] = [];
  for (const { candidates, errors } of harvests) {
    for (const candidate of candidates.sort(byPath)) {
      if (chosen.get(candidate.realPath) !== candidate) continue;
      const file = take(walk.host, candidate);
      if (file === undefined) continue;
      walk.met.push(candidate.realPath);
      if ("message" in file) errors.push(file);
      else files.push(file);
      onProgress?.(files.length);
    }
  }
  return files;
}

/** The best path to each real file. */
function choose(candidates: readonly Candidate[]): ReadonlyMap<string, Candidate> {
  const chosen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const rival = chosen.get(candidate.realPath);
    if (rival === undefined || rank(candidate) > rank(rival)) chosen.set(candidate.realPath, candidate);
  }
  return chosen;
}

function rank({ explicit, name, viaLink }: Candidate): number {
  return (explicit ? 4 : 0) + (name === undefined ? 0 : 2) + (viaLink ? 0 : 1);
}

/** A named file as it is; a file that was met only if it is a unit file by its content. */
function take(
  host: FileHost,
  { path, name, explicit }: Candidate,
): FoundFile | { path: string; message: string } | undefined {
  if (explicit) return { path, name, explicit };
  const outcome = host.read(path);
  const start = "bytes" in outcome ? outcome : host.readStart(path, PROBE_LENGTH);
  if ("bytes" in start && isForeign(start.bytes)) return undefined;
  if ("problem" in outcome) return { path, message: outcome.problem };
  return outcome.bytes.length > KEPT_LENGTH ? { path, name, explicit } : { path, name, explicit, bytes: outcome.bytes };
}

/** The content of larger files is not held for the caller, in bytes. */
const KEPT_LENGTH = 64 * 1024;

function reportEmpty({ path, root, errors, ignored }: Harvest, met: readonly string[]): void {
  if (root === undefined || met.some(realPath => isWithin(root, realPath))) return;
  const message = "no unit files in this folder";
  errors.push({ path, message: ignored ? `${message}, apart from what git ignores` : message });
}
