/** All notifications that the server listens to. */
import {
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  InitializedNotification,
  SetTraceNotification,
} from "vscode-languageserver";
import { type Configuration, isFolder } from "./configuration.ts";
import { isRecord } from "./params.ts";
import { askForFiles, FilesNotification, takeFiles } from "./sent-files.ts";
import type { Session } from "./session.ts";
import { watchFiles, watchRoots } from "./watch.ts";

/** One notification; a string that comes back is told to the client. */
export interface Notification {
  readonly method: string;
  readonly take: (running: Running, params: unknown) => unknown;
}

/** What runs between `initialize` and `shutdown`. */
export interface Running {
  readonly session: Session;
  readonly configuration: Configuration;
}

/** The one table. */
export const notifications: readonly Notification[] = [
  { method: InitializedNotification.method, take: ({ session, configuration }) => begin(session, configuration) },
  on(DidOpenTextDocumentNotification.type, ({ session }, params) => {
    const problem = session.documents.open(params);
    const { uri } = Object(params.textDocument);
    if (typeof uri === "string") session.diagnostics.forget(uri);
    return problem;
  }),
  on(DidChangeTextDocumentNotification.type, ({ session }, params) => session.documents.change(params)),
  on(DidSaveTextDocumentNotification.type, ({ session }, params) => session.documents.save(params)),
  on(DidCloseTextDocumentNotification.type, ({ session }, params) => session.documents.close(params)),
  on(DidChangeWatchedFilesNotification.type, ({ session }, { changes }) => {
    if (!Array.isArray(changes)) return "no list of changes";
    const uris = changes.map((change): unknown => change?.uri).filter(uri => typeof uri === "string");
    session.workspace.touch(uris);
    return uris.length < changes.length ? "a change without a URI is left out" : undefined;
  }),
  on(FilesNotification.type, ({ session }, params) => takeFiles(session, params)),
  on(DidChangeConfigurationNotification.type, async ({ session, configuration }, { settings }) => {
    await configuration.push(session, settings);
    followSettings(session, configuration);
  }),
  on(DidChangeWorkspaceFoldersNotification.type, ({ session, configuration }, { event }) => {
    const { added, removed } = Object(event);
    if (![added, removed].every(folders => Array.isArray(folders) && folders.every(isFolder)))
      return "no lists of folders that are added and removed";
    configuration.changeFolders(session, event);
    followSettings(session, configuration);
    return undefined;
  }),
  on(SetTraceNotification.type, ({ session }, { value }) => session.guard.trace(value === "verbose")),
];

/** The protocol's own type says what comes in, except that it may be anything: without members, it is not taken. */
function on<Params>(
  { method }: { readonly method: string; readonly _?: readonly [Params, ...unknown[]] | undefined },
  take: (running: Running, params: Params) => unknown,
): Notification {
  return {
    method,
    take: (running, params) => (isRecord(params) ? take(running, params as Params) : "the parameters are no object"),
  };
}

/** Judging begins with the settings that came with `initialize`, else with those that the client is asked for, or without where they take long. */
async function begin(session: Session, configuration: Configuration): Promise<void> {
  if (configuration.isGiven) judge(session, configuration);
  else session.environment.later(LONGEST_WAIT, () => judge(session, configuration));
  await Promise.all([watchFiles(session), configuration.pull(session).then(() => judge(session, configuration))]);
}

function judge(session: Session, configuration: Configuration): void {
  followSettings(session, configuration);
  session.background().begin();
}

/** Looks where the settings say. */
function followSettings(session: Session, configuration: Configuration): void {
  const settings = configuration.settings();
  askForFiles(session, settings);
  watchRoots(session, settings.roots);
}

/** In milliseconds. */
const LONGEST_WAIT = 200;
