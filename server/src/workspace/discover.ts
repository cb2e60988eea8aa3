/** Finds the unit files that the arguments of a run mean. */
import type { Discovery, FoundFile, InputError, SkippedFile } from "./discovery.ts";
import { type FileHost, type FileKind, problemOf } from "./file-host.ts";
import { foreignKind } from "./foreign.ts";
import { type Candidate, type Harvest, isMask, nameOf } from "./harvest.ts";
import type { ReadIgnoreRules } from "./ignore-rules.ts";
import { byPath, tidyPath } from "./path.ts";
import { PROBE_LENGTH } from "./probe.ts";
import { type Walk, type WalkedFolder, walkFolder } from "./walk.ts";

export interface DiscoverOptions {
  /** How git's ignore files are read; without it they have no say. */
  readonly ignoreRules?: ReadIgnoreRules;
  /** Whether a folder without unit files is no error. */
  readonly mayBeEmpty?: boolean;
}

/**
 * Takes each file that is named, and from each folder that is named the unit files and drop-ins in it and below it.
 * A real file is linted once in a run: a named path wins over one that was met, and a plain path over a link.
 */
export function discover(host: FileHost, paths: readonly string[], options: DiscoverOptions = {}): Discovery {
  const steps = discoverInSteps(host, paths, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, with a pause after each folder that was walked and each file that was taken; tells how many files were found so far. */
export function* discoverInSteps(
  host: FileHost,
  paths: readonly string[],
  { ignoreRules, mayBeEmpty = false }: DiscoverOptions = {},
): Generator<number, Discovery> {
  const harvests = yield* harvestAll(host, paths.map(tidyPath), ignoreRules);
  const chosen = choose(harvests.flatMap(({ candidates }) => candidates));
  const files = yield* takeAll(host, harvests, chosen);
  for (const harvest of harvests) if (!mayBeEmpty && isEmpty(harvest, chosen)) harvest.errors.push(emptyError(harvest));
  return {
    files,
    errors: harvests.flatMap(({ errors }) => errors.sort(byPath)),
    skipped: harvests.flatMap(({ skipped }) => skipped.sort(byPath)),
  };
}

/** Walks all plain folders first: the path to a file that leads over no link is to win. */
function* harvestAll(
  host: FileHost,
  paths: readonly string[],
  readIgnoreRules?: ReadIgnoreRules,
): Generator<number, Harvest[]> {
  const walk: Walk = { host, readIgnoreRules, visited: new Map(), links: [] };
  const folders: WalkedFolder[] = [];
  const harvests = paths.map(path => {
    const kind = host.kind(path);
    const harvest = newHarvest(path, kind);
    if (kind !== "folder") takeNamed(host, kind, harvest);
    else if (host.linkTarget(path) === undefined) folders.push(namedFolder(host, harvest));
    else walk.links.push({ ...namedFolder(host, harvest), viaLink: true });
    return harvest;
  });
  const found = () => harvests.reduce((sum, { candidates }) => sum + candidates.length, 0);
  for (const folder of folders) for (const _ of walkFolder(walk, folder)) yield found();
  for (const link of walk.links) for (const _ of walkFolder(walk, link)) yield found();
  return harvests;
}

function newHarvest(path: string, kind: FileKind): Harvest {
  const isFolder = kind === "folder";
  return { path, isFolder, candidates: [], errors: [], skipped: [], occupied: false, ignored: false };
}

function namedFolder(host: FileHost, harvest: Harvest): WalkedFolder {
  const { path } = harvest;
  return { path, realPath: host.realPath(path) ?? path, viaLink: false, harvest };
}

function takeNamed(host: FileHost, kind: Exclude<FileKind, "folder">, { path, candidates, errors }: Harvest): void {
  const target = host.linkTarget(path);
  const viaLink = target !== undefined;
  if (kind === "file") {
    const name = nameOf(path, () => host.realPath(path.slice(0, path.lastIndexOf("/") + 1) || "."));
    candidates.push({ path, name, realPath: host.realPath(path) ?? path, explicit: true, viaLink });
  } else if (!viaLink || !isMask(host, path)) {
    const dangling = kind === "dangling link" && viaLink;
    errors.push({ path, message: dangling ? `is a link to ${target}, which does not exist` : problemOf(kind) });
  }
}

/** The best path to each real file. */
function choose(candidates: readonly Candidate[]): Map<string, Candidate> {
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

/** Takes what was chosen, and strikes from it what turns out to be no unit file. */
function* takeAll(
  host: FileHost,
  harvests: readonly Harvest[],
  chosen: Map<string, Candidate>,
): Generator<number, FoundFile[]> {
  const files: FoundFile[] = [];
  for (const { candidates, errors, skipped } of harvests) {
    for (const candidate of candidates.sort(byPath)) {
      if (chosen.get(candidate.realPath) !== candidate) continue;
      const file = take(host, candidate);
      if (file === undefined || "reason" in file) chosen.delete(candidate.realPath);
      if (file === undefined) continue;
      if ("reason" in file) skipped.push(file);
      else if ("message" in file) errors.push(file);
      else files.push(file);
      yield files.length;
    }
  }
  return files;
}

/** A named file as it is; a file that was met unless it is clearly no unit file by its content. */
function take(host: FileHost, { path, name, explicit }: Candidate): FoundFile | InputError | SkippedFile | undefined {
  if (explicit) return { path, name, explicit };
  const outcome = host.read(path);
  const start = "bytes" in outcome ? outcome : host.readStart(path, PROBE_LENGTH);
  const kind = "bytes" in start ? foreignKind(start.bytes) : undefined;
  if (kind !== undefined) return kind === "binary" ? { path, reason: "binary" } : undefined;
  if ("problem" in outcome) return { path, message: outcome.problem };
  return outcome.bytes.length > KEPT_LENGTH ? { path, name, explicit } : { path, name, explicit, bytes: outcome.bytes };
}

/** The content of larger files is not held for the caller, in bytes. */
const KEPT_LENGTH = 64 * 1024;

function isEmpty({ isFolder, candidates, errors, occupied }: Harvest, chosen: ReadonlyMap<string, Candidate>): boolean {
  if (!isFolder || occupied || errors.length > 0) return false;
  return !candidates.some(({ realPath }) => chosen.has(realPath));
}

function emptyError({ path, ignored }: Harvest): InputError {
  const message = "no unit files in this folder";
  return { path, message: ignored ? `${message}, apart from what git ignores` : message };
}
