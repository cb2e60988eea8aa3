/** What the server does when no message waits: it judges what changed, and the rest of the workspace in short slices. */
import { type Progress, reportProgress } from "./progress.ts";
import { refreshShown } from "./refresh.ts";
import type { Session } from "./session.ts";

/** The work besides answering. */
export interface Background {
  /** Something changed. */
  wake(): void;
  /** Nothing is judged before this was called: the client's settings may be on their way. */
  begin(): void;
  /** Calls back once nothing is left to do; gives what calls that off. */
  whenSettled(callback: () => void): () => void;
}

/** Nothing to do yet. */
export function newBackground(session: Session): Background {
  const state: State = {
    session,
    progress: reportProgress(session),
    waiting: new Set(),
    hasBegun: false,
    isPlanned: false,
    restUntil: 0,
    isSettled: false,
    hasYaml: false,
    isTidyingPlanned: false,
    lastWake: 0,
  };
  const wake = () => {
    state.wokenAt ??= session.environment.now();
    state.lastWake = session.environment.now();
    plan(state);
  };
  return {
    wake,
    begin() {
      if (state.hasBegun) return;
      state.hasBegun = true;
      wake();
    },
    whenSettled(callback) {
      state.waiting.add(callback);
      plan(state);
      return () => state.waiting.delete(callback);
    },
  };
}

/** How long a slice may take, in milliseconds. */
const SLICE = 3;
/** How long edits may keep coming before they are judged nevertheless. */
const PATIENCE = 100;
/** Judging that takes longer than this is not done after each edit, but only as much of the time as leaves room for others. */
const LONG = 20;
const LONGEST_REST = 3000;
/** After which nobody is taken to be typing. */
const LONG_PAUSE = 5000;

interface State {
  readonly session: Session;
  readonly progress: Progress;
  readonly waiting: Set<() => void>;
  hasBegun: boolean;
  isPlanned: boolean;
  /** When the first change came that was not judged yet. */
  wokenAt?: number | undefined;
  restUntil: number;
  /** What the client is told of files that nobody edits. */
  sweep?: Generator<undefined, void> | undefined;
  isSettled: boolean;
  /** Whether a reader of YAML was asked for. */
  hasYaml: boolean;
  isTidyingPlanned: boolean;
  /** When something changed last. */
  lastWake: number;
}

function plan(state: State, milliseconds = 0): void {
  if (state.isPlanned || !state.hasBegun) return;
  state.isPlanned = true;
  state.session.environment.later(milliseconds, () => {
    state.isPlanned = false;
    state.session.guard.background("the background", () => work(state));
  });
}

/** Once a configuration turns out to be YAML. */
function bringYaml(state: State): void {
  const { workspace, environment, background } = state.session;
  if (state.hasYaml || !workspace.wantsYaml()) return;
  state.hasYaml = true;
  environment.loadYaml().then(() => {
    workspace.readConfigs();
    background().wake();
  });
}

function work(state: State): void {
  const { now, isIdle } = state.session.environment;
  bringYaml(state);
  const start = now();
  if (!isIdle() && start - (state.wokenAt ?? start) < PATIENCE) plan(state);
  else if (state.wokenAt === undefined) workInSlices(state, start);
  else if (start < state.restUntil) plan(state, state.restUntil - start);
  else {
    state.wokenAt = undefined;
    tellOfOpen(state.session);
    state.sweep = undefined;
    const took = now() - start;
    if (took > LONG) state.restUntil = now() + Math.min(2 * took, LONGEST_REST);
    plan(state);
  }
}

/** Judges what is open; documents that changed come first. */
function tellOfOpen({ documents, diagnostics, client, guard }: Session): void {
  const changed = documents.takeChanged();
  documents.flush();
  if (client.pullsDiagnostics) return;
  for (const uri of new Set([...changed, ...documents.uris()]))
    guard.background(`the findings of ${uri}`, () => diagnostics.push(uri));
}

/** What fails is not begun again before something changes, and nobody waits for it. */
function workInSlices(state: State, start: number): void {
  const { environment, guard } = state.session;
  let isLeft = true;
  const isDone = guard.background("the judging of the workspace", () => {
    while (isLeft && environment.now() - start < SLICE) isLeft = slice(state);
  });
  if (!isDone) settle(state);
  else if (isLeft) plan(state);
}

/** Does a piece; false where nothing is left, or can be done before files come that were asked for. */
function slice(state: State): boolean {
  const progress = state.session.workspace.step();
  if (progress !== undefined) {
    state.isSettled = false;
    state.sweep = undefined;
    state.progress.tell(progress);
    return true;
  }
  if (state.session.workspace.isFinding()) return false;
  state.sweep ??= sweepAll(state);
  if (!state.sweep.next().done) return true;
  settle(state);
  return false;
}

function settle(state: State): void {
  if (!state.isSettled) state.progress.end();
  state.isSettled = true;
  for (const callback of [...state.waiting]) callback();
  state.waiting.clear();
  planTidying(state);
}

/** Once nothing changed for a while, nobody notices. */
function planTidying(state: State, milliseconds = LONG_PAUSE): void {
  if (state.isTidyingPlanned) return;
  state.isTidyingPlanned = true;
  const { later, now, giveBackMemory } = state.session.environment;
  later(milliseconds, () => {
    state.isTidyingPlanned = false;
    const left = state.lastWake + LONG_PAUSE - now();
    if (left > 0) planTidying(state, left);
    else if (giveBackMemory()) planTidying(state);
  });
}

function* sweepAll({ session, isSettled }: State): Generator<undefined, void> {
  const { client, diagnostics } = session;
  if (!client.pullsDiagnostics) yield* diagnostics.pushAll();
  else if (!isSettled) diagnostics.refresh();
  if (!isSettled) refreshShown(session);
}
