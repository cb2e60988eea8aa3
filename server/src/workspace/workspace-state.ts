/** What a workspace knows, and how snapshots are taken of it. */
import type { SourceFile } from "../text/source-file.ts";
import type { WorkProgress } from "./catch-up.ts";
import { configFiles, judgingsFor } from "./config-files.ts";
import { type Current, currentOf } from "./current.ts";
import type { InputError } from "./discovery.ts";
import type { OpenDocument } from "./documents.ts";
import type { Judgings } from "./judging.ts";
import { byPath, folderOf } from "./path.ts";
import type { Snapshot } from "./snapshot.ts";
import { type CurrentText, takeSnapshot } from "./take-snapshot.ts";
import type { LintFile } from "./unit-groups.ts";
import type { WorkspaceOptions, WorkspaceSettings } from "./workspace.ts";

/** All by path. */
export interface WorkspaceState extends WorkspaceOptions {
  settings: WorkspaceSettings;
  judgings: Judgings;
  readonly documents: Map<string, OpenDocument>;
  /** What was found in the folders, with the texts on disk. */
  disk: Map<string, LintFile>;
  /** What was met in the folders and could not be read. */
  unread: readonly InputError[];
  /** Undefined since files came or went. */
  current?: Current | undefined;
  snapshot?: Snapshot | undefined;
  /** Whether all files were judged since they were grouped. */
  isWhole: boolean;
  /** Whether the disk may hold other files than those that are known. */
  isStale: boolean;
  /** Whether it is being looked through. */
  isFinding: boolean;
  /** What was read again since that began: the search may have read it before. */
  readonly readMeanwhile: Set<string>;
  work?: Generator<WorkProgress, void> | undefined;
}

/** A workspace that knows no files yet. */
export function newState(options: WorkspaceOptions, settings: WorkspaceSettings): WorkspaceState {
  return {
    ...options,
    settings,
    judgings: judgingsFor(options, settings, new Map()),
    documents: new Map(),
    disk: new Map(),
    unread: [],
    isWhole: false,
    isStale: true,
    isFinding: false,
    readMeanwhile: new Set(),
  };
}

/** From now on other folders, targets or rules count. */
export function configure(state: WorkspaceState, settings: WorkspaceSettings): void {
  state.settings = settings;
  state.isStale = true;
  readConfigsAgain(state);
}

/** A configuration may say something else now. */
export function readConfigsAgain(state: WorkspaceState): void {
  state.judgings = judgingsFor(state, state.settings, state.documents);
  regroup(state);
}

/** The same, as far as any of them does; `path` is that of one that may. */
export function reconsiderConfigs(state: WorkspaceState, path: string): void {
  const { judgings, settings, disk, documents, isFinding, isStale } = state;
  const next = judgingsFor(state, settings, documents);
  const signature = (path: string) => next.configs?.config(path)?.signature;
  const differs = (path: string) => judgings.configs?.config(path)?.signature !== signature(path);
  const known = [...disk.keys(), ...documents.keys(), `${folderOf(path)}/x`];
  // While nobody knows which files there are, any of them may be concerned.
  if (isFinding || isStale || known.some(differs) || shown(judgings) !== shown(next)) readConfigsAgain(state);
  else state.snapshot = undefined;
}

/** What there is to say of the configurations themselves, in which texts. */
function shown({ configs }: Judgings): string {
  const files = (configs?.loaded() ?? []).flatMap(({ source, findings }) => [
    source,
    ...findings.map(({ file }) => file),
  ]);
  return JSON.stringify(files.map(({ path, text }) => [path, text]).sort());
}

/** Files came or went, or are something else now. */
export function regroup(state: WorkspaceState): void {
  state.current = undefined;
  state.snapshot = undefined;
  state.isWhole = false;
}

/** The text of a file as it is now. */
export function textAt({ current, disk }: WorkspaceState, path: string): SourceFile | undefined {
  return (current?.texts.get(path) ?? current?.inventory.files.get(path) ?? disk.get(path))?.source;
}

/** Puts a text in the place of the one that a file had. */
export function replaceText(state: WorkspaceState, path: string, text: CurrentText): void {
  const { current } = state;
  const before = textAt(state, path);
  if (current === undefined || before === undefined) return;
  if (state.snapshot !== undefined) current.texts = new Map(current.texts);
  state.snapshot = undefined;
  current.texts.set(path, text);
  if (!current.replaced.has(path)) current.replaced.set(path, before);
}

/** The snapshot of now, the same one until something changes. */
export function snapshotOf(state: WorkspaceState): Snapshot {
  if (state.snapshot !== undefined) return state.snapshot;
  const { host, judgings, isWhole, settings, documents } = state;
  const { folders, roots } = settings;
  const { inventory, groups, texts } = currentOf(state);
  const names = judgings.usual.targets.map(({ name }) => name);
  const configs = configFiles(judgings, documents, names);
  state.snapshot = takeSnapshot({ host, judgings, configs, folders, roots, inventory, groups, texts, isWhole });
  return state.snapshot;
}

/** What could not be read: of what was met in the folders, and of what lies around the files. */
export function unreadIn({ unread, current }: WorkspaceState): readonly InputError[] {
  const all = [...unread, ...(current?.inventory.unread() ?? [])];
  return [...new Map(all.map(error => [error.path, error])).values()].sort(byPath);
}
