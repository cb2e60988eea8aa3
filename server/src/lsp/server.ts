/** A server's life: from `initialize` over documents and settings to `exit`. Whatever the client sends, it goes on. */
import {
  type CancellationToken,
  ErrorCodes,
  ExitNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type MessageConnection,
  ResponseError,
  ShutdownRequest,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { readClient } from "./client.ts";
import { newConfiguration } from "./configuration.ts";
import type { Environment } from "./environment.ts";
import { type Asked, type Guard, newGuard } from "./guard.ts";
import { type Notification, notifications, type Running } from "./notifications.ts";
import { announced, requests } from "./requests.ts";
import type { Row } from "./row.ts";
import { withPagesOf } from "./rule-pages.ts";
import { newSession } from "./session.ts";

/** Serves a client until it says `exit`. */
export function serve(connection: MessageConnection, environment: Environment): void {
  const guard = newGuard(connection, environment, () => life.running?.session.documents);
  const life: Life = { connection, environment, guard, running: undefined, isOver: false };
  const on = (method: string, ask: (asked: Asked) => unknown) =>
    connection.onRequest(method, (...given: unknown[]) => ask(askedOf(method, given)));
  on(InitializeRequest.method, asked => guard.request(asked, () => initialize(life, asked.params as InitializeParams)));
  connection.onRequest(ShutdownRequest.type, () => {
    runningOf(life);
    life.isOver = true;
  });
  connection.onNotification(ExitNotification.type, () => environment.exit(life.isOver ? 0 : 1));
  for (const row of requests) on(row.method, asked => answer(life, row, asked));
  connection.onRequest(method => {
    runningOf(life);
    throw new ResponseError(ErrorCodes.MethodNotFound, `unitlint does not know the request ${method}`);
  });
  for (const { method, take } of notifications)
    connection.onNotification(method, params => hear(life, method, params, take));
  connection.onNotification(() => {});
  connection.onUnhandledProgress(() => {});
  connection.listen();
}

/** Where there are no parameters, the package hands over the token alone. */
function askedOf(method: string, given: readonly unknown[]): Asked {
  const token = given.at(-1) as CancellationToken;
  return { method, params: given.length > 1 ? given[0] : undefined, token };
}

interface Life {
  readonly connection: MessageConnection;
  readonly environment: Environment;
  readonly guard: Guard;
  running: Running | undefined;
  /** After `shutdown`. */
  isOver: boolean;
}

/** Refuses requests at the wrong time, as the protocol wants it. */
function runningOf({ running, isOver }: Life): Running {
  if (isOver) throw new ResponseError(ErrorCodes.InvalidRequest, "the server was shut down");
  if (running === undefined) throw new ResponseError(ErrorCodes.ServerNotInitialized, "initialize comes first");
  return running;
}

function initialize(life: Life, params: InitializeParams): InitializeResult {
  const { connection, environment, guard } = life;
  if (life.running !== undefined || life.isOver)
    throw new ResponseError(ErrorCodes.InvalidRequest, "the server is initialized already");
  const client = readClient(params.capabilities);
  const configuration = newConfiguration(params, environment);
  const workspace = environment.newWorkspace(configuration.settings(), guard.rules);
  const outside = withPagesOf(environment, params.initializationOptions);
  const session = newSession(connection, client, outside, workspace, guard);
  life.running = { session, configuration };
  if (Number.isSafeInteger(params.processId) && Number(params.processId) > 0)
    environment.endWith(Number(params.processId));
  guard.trace(params.trace === "verbose");
  const capabilities = announced(client);
  return {
    serverInfo: { name: "unitlint", version: environment.version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: true } },
      ...capabilities,
      workspace: { ...capabilities.workspace, workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

/** Asks a feature; what goes wrong in it is an answer, and costs nothing but this answer. */
async function answer(life: Life, row: Row, asked: Asked): Promise<unknown> {
  const { session } = runningOf(life);
  return life.guard.request(asked, () => row.answer(session, asked.params as never, asked.token));
}

/** Notifications before `initialize` and after `shutdown` are dropped, as the protocol wants it. */
async function hear(life: Life, method: string, params: unknown, take: Notification["take"]): Promise<void> {
  const { running, isOver, guard } = life;
  if (running === undefined || isOver) return;
  await guard.notification(method, params, () => take(running, params));
  running.session.background().wake();
}
