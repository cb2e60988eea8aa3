/** A server's life: from `initialize` over documents and settings to `exit`. Whatever the client sends, it goes on. */
import {
  type CancellationToken,
  DidChangeConfigurationNotification,
  type DidChangeConfigurationParams,
  DidChangeTextDocumentNotification,
  type DidChangeTextDocumentParams,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersNotification,
  type DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentNotification,
  type DidCloseTextDocumentParams,
  DidOpenTextDocumentNotification,
  type DidOpenTextDocumentParams,
  ErrorCodes,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  LSPErrorCodes,
  type MessageConnection,
  MessageType,
  ResponseError,
  ShutdownRequest,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { LARGEST_TEXT } from "../workspace/documents.ts";
import { readClient } from "./client.ts";
import { type Configuration, newConfiguration } from "./configuration.ts";
import type { Environment } from "./environment.ts";
import { announced, requests } from "./requests.ts";
import type { Row } from "./row.ts";
import { withPagesOf } from "./rule-pages.ts";
import { askForFiles, FilesNotification, type SentFilesParams, takeFiles } from "./sent-files.ts";
import { newSession, type Session } from "./session.ts";
import { watchFiles } from "./watch.ts";

/** Serves a client until it says `exit`. */
export function serve(connection: MessageConnection, environment: Environment): void {
  const life: Life = { connection, environment, running: undefined, isOver: false };
  connection.onRequest(InitializeRequest.type, params => initialize(life, params));
  connection.onRequest(ShutdownRequest.type, () => {
    runningOf(life);
    life.isOver = true;
  });
  connection.onNotification(ExitNotification.type, () => environment.exit(life.isOver ? 0 : 1));
  for (const row of requests) connection.onRequest(row.method, (params, token) => answer(life, row, params, token));
  connection.onRequest(method => {
    runningOf(life);
    throw new ResponseError(ErrorCodes.MethodNotFound, `unitlint does not know the request ${method}`);
  });
  listenToNotifications(life);
  connection.onNotification(() => {});
  connection.onUnhandledProgress(() => {});
  connection.listen();
}

interface Life {
  readonly connection: MessageConnection;
  readonly environment: Environment;
  running: Running | undefined;
  /** After `shutdown`. */
  isOver: boolean;
}

interface Running {
  readonly session: Session;
  readonly configuration: Configuration;
}

/** Refuses requests at the wrong time, as the protocol wants it. */
function runningOf({ running, isOver }: Life): Running {
  if (isOver) throw new ResponseError(ErrorCodes.InvalidRequest, "the server was shut down");
  if (running === undefined) throw new ResponseError(ErrorCodes.ServerNotInitialized, "initialize comes first");
  return running;
}

function initialize(life: Life, params: InitializeParams): InitializeResult {
  const { connection, environment } = life;
  if (life.running !== undefined || life.isOver)
    throw new ResponseError(ErrorCodes.InvalidRequest, "the server is initialized already");
  const client = readClient(params.capabilities ?? {});
  const configuration = newConfiguration(params, environment);
  const workspace = environment.newWorkspace(configuration.settings());
  const outside = withPagesOf(environment, params.initializationOptions);
  const session = newSession(connection, client, outside, workspace);
  life.running = { session, configuration };
  if (typeof params.processId === "number") environment.endWith(params.processId);
  const capabilities = announced(client);
  return {
    serverInfo: { name: "unitlint", version: environment.version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...capabilities,
      workspace: { ...capabilities.workspace, workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

/** Asks a feature; what goes wrong in it is an answer, and costs nothing but this answer. */
async function answer(life: Life, row: Row, params: unknown, token: CancellationToken): Promise<unknown> {
  const { session } = runningOf(life);
  try {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    return await row.answer(session, params as never, token);
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    const isOdd = typeof params !== "object" || params === null || error instanceof TypeError;
    const message = error instanceof Error ? error.message : String(error);
    throw new ResponseError(isOdd ? ErrorCodes.InvalidParams : ErrorCodes.InternalError, `${row.method}: ${message}`);
  }
}

function listenToNotifications(life: Life): void {
  const on = <Params>(type: { readonly method: string }, take: (running: Running, params: Params) => unknown) =>
    life.connection.onNotification(type.method, (params: Params) =>
      hear(life, type.method, running => take(running, params)),
    );
  on(InitializedNotification.type, ({ session, configuration }) => begin(session, configuration));
  on(DidOpenTextDocumentNotification.type, ({ session }, params: DidOpenTextDocumentParams) => {
    session.documents.open(params);
    const { uri, text } = params.textDocument;
    if (text.length > LARGEST_TEXT)
      throw new RangeError(`${uri} is larger than 1 MiB, and not judged while it is open`);
  });
  on(DidChangeTextDocumentNotification.type, ({ session }, params: DidChangeTextDocumentParams) => {
    const problem = session.documents.change(params);
    if (problem !== undefined) throw new RangeError(problem);
  });
  on(DidCloseTextDocumentNotification.type, ({ session }, params: DidCloseTextDocumentParams) =>
    session.documents.close(params),
  );
  on(DidChangeWatchedFilesNotification.type, ({ session }, { changes }: DidChangeWatchedFilesParams) =>
    session.workspace.touch(changes.map(({ uri }) => uri)),
  );
  on(FilesNotification.type, ({ session }, params: SentFilesParams) => takeFiles(session, params));
  on(
    DidChangeConfigurationNotification.type,
    async ({ session, configuration }, { settings }: DidChangeConfigurationParams) => {
      await configuration.push(session, settings);
      askForFiles(session, configuration.settings());
    },
  );
  on(
    DidChangeWorkspaceFoldersNotification.type,
    ({ session, configuration }, { event }: DidChangeWorkspaceFoldersParams) => {
      configuration.changeFolders(session, event);
      askForFiles(session, configuration.settings());
    },
  );
}

/** Notifications before `initialize` and after `shutdown` are dropped, as the protocol wants it; what makes no sense is logged. */
async function hear(life: Life, method: string, take: (running: Running) => unknown): Promise<void> {
  const { running, isOver, connection } = life;
  if (running === undefined || isOver) return;
  try {
    await take(running);
  } catch (error) {
    const message = `${method}: ${error instanceof Error ? error.message : String(error)}`;
    connection.sendNotification(LogMessageNotification.type, { type: MessageType.Warning, message });
  }
  running.session.background().wake();
}

/** Judging begins with the settings that came with `initialize`, else with those that the client is asked for, or without where they take long. */
async function begin(session: Session, configuration: Configuration): Promise<void> {
  if (configuration.isGiven) judge(session, configuration);
  else session.environment.later(LONGEST_WAIT, session.background().begin);
  await configuration.pull(session);
  judge(session, configuration);
  await watchFiles(session, configuration.settings().roots);
}

function judge(session: Session, configuration: Configuration): void {
  askForFiles(session, configuration.settings());
  session.background().begin();
}

/** In milliseconds. */
const LONGEST_WAIT = 200;
