/** How a request of the protocol becomes a question to a feature. */
import type {
  CancellationToken,
  Position,
  ProtocolRequestType,
  ServerCapabilities,
  TextDocumentIdentifier,
} from "vscode-languageserver";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";
import type { Client } from "./client.ts";
import type { Session } from "./session.ts";
import type { ToProtocol } from "./to-protocol.ts";

/** One request that the server answers. */
export interface Row {
  readonly method: string;
  /** What is announced for it, if the client can make use of it. */
  readonly capabilities: (client: Client) => ServerCapabilities;
  readonly answer: (session: Session, params: never, token: CancellationToken) => unknown;
}

/** Makes a row; the protocol's own types say what comes in and what goes out. */
export function row<Params, Result, Partial, Failure, Options>(
  type: ProtocolRequestType<Params, Result, Partial, Failure, Options>,
  capabilities: (client: Client) => ServerCapabilities,
  answer: (session: Session, params: Params, token: CancellationToken) => Result | Promise<Result>,
): Row {
  return { method: type.method, capabilities, answer };
}

/** What converts an answer: to the protocol's spans, in the file that was asked about. */
export interface Conversion extends ToProtocol {
  readonly snapshot: Snapshot;
  readonly file: WorkspaceFile;
  readonly session: Session;
}

/** A feature of a whole file; null for what is no unit file. */
export function inFile<Answer, Result>(
  feature: (snapshot: Snapshot, uri: FileUri) => Answer,
  convert: (answer: Answer, to: Conversion) => Result,
) {
  return (session: Session, { textDocument: { uri } }: { textDocument: TextDocumentIdentifier }): Result | null => {
    const to = conversion(session, uri);
    return to === undefined ? null : convert(feature(to.snapshot, uri), to);
  };
}

/** A feature at an offset; null for what is no unit file. */
export function at<Answer, Result>(
  feature: (snapshot: Snapshot, uri: FileUri, offset: number) => Answer,
  convert: (answer: Answer, to: Conversion) => Result,
) {
  return (
    session: Session,
    { textDocument: { uri }, position }: { textDocument: TextDocumentIdentifier; position: Position },
  ): Result | null => {
    const to = conversion(session, uri);
    if (to === undefined) return null;
    return convert(feature(to.snapshot, uri, session.positions.offset(to.file.source, position)), to);
  };
}

function conversion(session: Session, uri: FileUri): Conversion | undefined {
  const snapshot = session.snapshot();
  const file = snapshot.file(uri);
  return file && { ...session.to(snapshot), snapshot, file, session };
}
