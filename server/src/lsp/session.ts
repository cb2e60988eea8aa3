/** What a client and the server have between `initialize` and `exit`. */
import type { MessageConnection } from "vscode-languageserver";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Background, newBackground } from "./background.ts";
import type { Client } from "./client.ts";
import { type Diagnostics, newDiagnostics } from "./diagnostics.ts";
import { type Documents, openDocuments } from "./documents.ts";
import type { Environment } from "./environment.ts";
import type { Guard } from "./guard.ts";
import { type Positions, positionsIn } from "./positions.ts";
import { type ToProtocol, toProtocol } from "./to-protocol.ts";

/** One session. */
export interface Session {
  readonly connection: MessageConnection;
  readonly client: Client;
  readonly environment: Environment;
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly positions: Positions;
  readonly diagnostics: Diagnostics;
  readonly background: () => Background;
  readonly guard: Guard;
  /** With every edit that was received. */
  readonly snapshot: () => Snapshot;
  readonly to: (snapshot: Snapshot) => ToProtocol;
}

/** Begins a session over a workspace. */
export function newSession(
  connection: MessageConnection,
  client: Client,
  environment: Environment,
  workspace: Workspace,
  guard: Guard,
): Session {
  const positions = positionsIn(client.encoding);
  const documents = openDocuments(workspace, positions);
  const session: Session = {
    connection,
    client,
    environment,
    workspace,
    documents,
    positions,
    diagnostics: newDiagnostics(() => session),
    background: () => background,
    guard,
    snapshot() {
      documents.flush();
      return workspace.snapshot();
    },
    to: snapshot =>
      toProtocol(snapshot, positions, {
        related: client.relatedInformation,
        codeDescription: client.codeDescription,
        tags: client.diagnosticTags,
        rulePage: environment.rulePage,
      }),
  };
  const background = newBackground(session);
  return session;
}
