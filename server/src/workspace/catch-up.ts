/** The work of a workspace in the background: looking for unit files and judging them all, in steps that keep nobody waiting. */
import { type Current, currentOf } from "./current.ts";
import { readAgain } from "./edits.ts";
import { type FoundUnitFiles, findUnitFiles } from "./find-unit-files.ts";
import { regroup, type WorkspaceState } from "./workspace-state.ts";

/** How far the work has come. */
export interface WorkProgress {
  readonly phase: "finding" | "judging";
  readonly done: number;
  /** Undefined where nobody knows yet. */
  readonly total?: number;
}

/** Does the next piece; undefined where nothing is left to do. */
export function step(state: WorkspaceState): WorkProgress | undefined {
  state.work ??= state.isStale || !state.isWhole ? catchUp(state) : undefined;
  const next = state.work?.next();
  if (next === undefined) return undefined;
  if (!next.done) return next.value;
  state.work = undefined;
  return step(state);
}

function* catchUp(state: WorkspaceState): Generator<WorkProgress, void> {
  if (state.isStale) yield* findFiles(state);
  else yield* judgeAll(state, currentOf(state));
}

function* findFiles(state: WorkspaceState): Generator<WorkProgress, void> {
  const { host, ignoreRules, disk, settings } = state;
  state.isStale = false;
  state.isFinding = true;
  state.readMeanwhile.clear();
  const steps = findUnitFiles({ host, folders: settings.folders, ignoreRules, known: disk });
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) {
        if (settings === state.settings) takeFound(state, step.value);
        return;
      }
      yield { phase: "finding", done: step.value };
    }
  } finally {
    state.isFinding = false;
  }
}

function takeFound(state: WorkspaceState, { files, unread }: FoundUnitFiles): void {
  state.disk = files;
  state.unread = unread;
  regroup(state);
  const again = [...state.readMeanwhile];
  state.readMeanwhile.clear();
  state.isFinding = false;
  for (const path of again) {
    const file = files.get(path);
    if (file !== undefined) readAgain(state, path, file);
  }
}

/** Judges the files and then the units; gives up when the files are others. */
function* judgeAll(state: WorkspaceState, { inventory, groups, texts }: Current): Generator<WorkProgress, void> {
  const { judgings } = state;
  const isOver = () => state.isStale || state.current?.inventory !== inventory;
  const total = inventory.files.size + groups.reduce((sum, { group }) => sum + group.fragments.length, 0);
  let done = 0;
  for (const [path, { source, name }] of inventory.files) {
    judgings.of(path).ofFile(texts.get(path)?.source ?? source, name);
    yield { phase: "judging", done: ++done, total };
    if (isOver()) return;
  }
  for (const group of groups) {
    for (const _ of group.judge()) {
      yield { phase: "judging", done: Math.min(++done, total), total };
      if (isOver()) return;
    }
  }
  state.isWhole = true;
  state.snapshot = undefined;
}
