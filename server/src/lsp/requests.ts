/** All requests that the server answers, each with what is announced for it. */
import {
  type CancellationToken,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import { actions } from "./code-actions.ts";
import { codeLensRows } from "./code-lens.ts";
import { commandRows } from "./commands.ts";
import { completionRows } from "./completion.ts";
import { formattings } from "./formatting.ts";
import { hierarchies } from "./hierarchies.ts";
import { hoverRows } from "./hover.ts";
import { inlayHintRows } from "./inlay-hints.ts";
import { navigation } from "./navigation.ts";
import { onceFound } from "./once-found.ts";
import { inPieces } from "./partial-results.ts";
import { type Row, row } from "./row.ts";
import type { Session } from "./session.ts";
import { shapes } from "./shape.ts";
import { signatureHelpRows } from "./signature-help.ts";
import { symbols } from "./symbols.ts";
import { virtualDocumentRows } from "./virtual-documents.ts";

/** The one table: what is not in it is neither announced nor answered. */
export const requests: readonly Row[] = [
  row(
    DocumentDiagnosticRequest.type,
    client => pulled(client),
    ({ diagnostics }, { textDocument: { uri }, previousResultId }) => diagnostics.report(uri, previousResultId),
  ),
  row(WorkspaceDiagnosticRequest.type, client => pulled(client), workspaceDiagnostics),
  ...[...navigation, ...hierarchies, ...symbols, ...actions].map(onceFound),
  ...formattings,
  ...shapes,
  ...completionRows,
  ...signatureHelpRows,
  ...hoverRows,
  ...inlayHintRows,
  ...codeLensRows,
  ...[...virtualDocumentRows, ...commandRows].map(onceFound),
];

/** The capabilities of all rows together. */
export function announced(client: Client): ServerCapabilities {
  const all = requests.map(({ capabilities }) => capabilities(client));
  return { ...Object.assign({}, ...all), workspace: Object.assign({}, ...all.map(({ workspace }) => workspace)) };
}

function pulled({ pullsDiagnostics }: Client): ServerCapabilities {
  if (!pullsDiagnostics) return {};
  return { diagnosticProvider: { identifier: "unitlint", interFileDependencies: true, workspaceDiagnostics: true } };
}

/** Waits until all is judged; a client that takes partial results gets them in pieces. */
async function workspaceDiagnostics(
  { diagnostics, background, connection }: Session,
  { previousResultIds = [], partialResultToken }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  await new Promise<void>(resolve => {
    const callOff = background().whenSettled(resolve);
    token.onCancellationRequested(() => {
      callOff();
      resolve();
    });
  });
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
  const items = [...diagnostics.reportAll(new Map(previousResultIds.map(({ uri, value }) => [uri, value])))];
  const rest = inPieces(items, partialResultToken, (token, items) =>
    connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, token, { items }),
  );
  return { items: rest };
}
