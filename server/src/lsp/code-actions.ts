/** Code actions: what is offered, and what it changes once it is chosen. */
import {
  type CodeAction,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionResolveRequest,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from "vscode-languageserver";
import { actionKinds, codeActions, type CodeAction as Offered } from "../features/code-actions.ts";
import type { Span } from "../text/span.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Client } from "./client.ts";
import { isRecord } from "./params.ts";
import { type Row, row } from "./row.ts";
import type { Session } from "./session.ts";
import { editOf } from "./workspace-edit.ts";

/** The rows of the table. */
export const actions: readonly Row[] = [
  row(CodeActionRequest.type, announced, offered),
  row(CodeActionResolveRequest.type, () => ({}), resolved),
];

/** A client that does not know actions but commands alone has none. */
function announced(client: Client): ServerCapabilities {
  if (client.capabilities.textDocument?.codeAction?.codeActionLiteralSupport === undefined) return {};
  return { codeActionProvider: { codeActionKinds: [...actionKinds], resolveProvider: resolves(client) } };
}

/** What finds an action again when it is chosen; editors that are written in Lua do not hand back what is null. */
interface ActionData {
  readonly uri: FileUri;
  readonly version?: number | null;
  readonly span: Span;
  readonly only?: readonly string[] | null;
  readonly at: number;
}

function offered(session: Session, { textDocument: { uri }, range, context }: CodeActionParams): CodeAction[] | null {
  const snapshot = session.snapshot();
  const file = snapshot.file(uri);
  if (file === undefined) return null;
  const { client, positions } = session;
  const to = session.to(snapshot);
  const [start = 0, end = 0] = [range.start, range.end].map(position => positions.offset(file.source, position));
  const only = isWords(context?.only) ? context.only : null;
  const span = { start, end: Math.max(start, end) };
  return codeActions(snapshot, uri, span, only ?? undefined).flatMap((action, at): CodeAction[] => {
    if (action.creates && !client.fileOperations.includes("create")) return [];
    const { title, kind, finding, isPreferred } = action;
    const data: ActionData = { uri, version: file.version ?? null, span, only, at };
    const what = resolves(client) ? { data } : { edit: editOf(session, snapshot, action.change()) };
    const diagnostics = finding === undefined ? [] : [to.diagnostic(finding)];
    return [{ title, kind, ...(isPreferred && { isPreferred }), ...(finding && { diagnostics }), ...what }];
  });
}

/** The same action with its edit; an error where the document has changed since. */
function resolved(session: Session, action: CodeAction): CodeAction {
  const data = isActionData(action.data) ? action.data : undefined;
  const snapshot = session.snapshot();
  const file = data && snapshot.file(data.uri);
  if (data === undefined || file === undefined) return action;
  const known = codeActions(snapshot, data.uri, data.span, data.only ?? undefined)[data.at];
  if ((file.version ?? null) !== (data.version ?? null) || !isSame(known, action))
    throw new ResponseError(LSPErrorCodes.ContentModified, "the document has changed since the action was offered");
  return { ...action, edit: editOf(session, snapshot, known.change()) };
}

/** Clients hand back what they were given, or anything else. */
function isActionData(data: unknown): data is ActionData {
  if (!isRecord(data) || typeof data.uri !== "string" || !isRecord(data.span)) return false;
  const { version, only, at, span } = data;
  const isVersion = version === null || version === undefined || typeof version === "number";
  return (
    isVersion &&
    (only === null || only === undefined || isWords(only)) &&
    [at, span.start, span.end].every(Number.isSafeInteger)
  );
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(word => typeof word === "string");
}

function isSame(known: Offered | undefined, { title, kind }: CodeAction): known is Offered {
  return known !== undefined && known.title === title && known.kind === kind;
}

/** Whether the client asks for the edit of an action once it is chosen. */
function resolves({ capabilities: { textDocument } }: Client): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties?.includes("edit") === true;
}
