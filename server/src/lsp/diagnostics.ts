/** Findings as the client's diagnostics: pushed when they change, or given when it asks. */
import {
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  PublishDiagnosticsNotification,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { type FileUri, pathOfUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Session } from "./session.ts";
import { shown, type Told, tellAbout } from "./told.ts";

/** What the client knows of findings. */
export interface Diagnostics {
  /** Tells the client of a file's findings where they changed, or where it waits for those of a new version. */
  push(uri: FileUri): void;
  /** A document was opened anew: its client may have forgotten what it was told of the file. */
  forget(uri: FileUri): void;
  /** The same of all files, with a pause after each; what is gone is cleared. */
  pushAll(): Generator<undefined, void>;
  /** Makes a client that asks ask again. */
  refresh(): void;
  report(uri: FileUri, previous?: string): DocumentDiagnosticReport;
  /** The reports of all files, with a pause after each. */
  reportAll(previous: ReadonlyMap<FileUri, string>): Generator<WorkspaceDocumentDiagnosticReport, void>;
}

/** The client knows nothing yet. */
export function newDiagnostics(sessionOf: () => Session): Diagnostics {
  // A client may ask as well as be told: what the one brought is no news to the other.
  const told = new Map<string, Told>();
  const given = new Map<string, Told>();
  const clear = ({ connection }: Session, { uri, findings }: Told) => {
    if (findings.length > 0) connection.sendNotification(PublishDiagnosticsNotification.type, { uri, diagnostics: [] });
  };
  /** Tells what is news; findings of a file whose URI is spelled otherwise now are cleared there. */
  const tell = (session: Session, snapshot: Snapshot, uri: FileUri, isNews: (before: Told, now: Told) => boolean) => {
    const { before, now } = tellAbout(told, snapshot, uri);
    const isElsewhere = before !== undefined && before.uri !== now.uri;
    if (isElsewhere) clear(session, before);
    if (before === undefined || isElsewhere || before.id !== now.id || isNews(before, now))
      publish(session, snapshot, now);
  };
  return {
    push(uri) {
      const session = sessionOf();
      const snapshot = session.snapshot();
      if (shown(snapshot, uri) === undefined && !told.has(pathOfUri(uri))) return;
      tell(session, snapshot, uri, (before, now) => before.isForgotten === true || before.version !== now.version);
    },
    forget(uri) {
      const before = told.get(pathOfUri(uri));
      if (before !== undefined) told.set(pathOfUri(uri), { ...before, isForgotten: true });
    },
    *pushAll() {
      const session = sessionOf();
      const snapshot = session.snapshot();
      const troubled = snapshot.troubled();
      yield;
      for (const uri of new Set([...troubled, ...[...told.values()].map(({ uri }) => uri)])) {
        session.guard.background(`the findings of ${uri}`, () => {
          const before = told.get(pathOfUri(uri));
          if (shown(snapshot, uri) !== undefined) tell(session, snapshot, uri, () => false);
          else if (before !== undefined) {
            told.delete(pathOfUri(uri));
            clear(session, before);
          }
        });
        yield;
      }
    },
    refresh() {
      const { client, connection } = sessionOf();
      if (client.refreshesDiagnostics) connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
    },
    report(uri, previous) {
      const session = sessionOf();
      const snapshot = session.snapshot();
      const { now } = tellAbout(given, snapshot, uri);
      if (now.id === previous) return { kind: "unchanged", resultId: now.id };
      return { kind: "full", resultId: now.id, items: itemsOf(session, snapshot, now) };
    },
    *reportAll(previous) {
      const session = sessionOf();
      const snapshot = session.snapshot();
      const byPath = new Map([...previous].map(([uri, id]) => [pathOfUri(uri), id]));
      for (const { uri, version = null } of [...snapshot.files, ...snapshot.configs]) {
        const { now } = tellAbout(given, snapshot, uri);
        const known = byPath.get(pathOfUri(uri));
        if (now.id === known) yield { kind: "unchanged", uri, version, resultId: now.id };
        else if (known !== undefined || now.findings.length > 0)
          yield { kind: "full", uri, version, resultId: now.id, items: itemsOf(session, snapshot, now) };
      }
      for (const [uri] of previous) {
        if (shown(snapshot, uri) === undefined) yield { kind: "full", uri, version: null, items: [] };
      }
    },
  };
}

function publish(session: Session, snapshot: Snapshot, { uri, version, ...told }: Told): void {
  const diagnostics = itemsOf(session, snapshot, told);
  session.connection.sendNotification(PublishDiagnosticsNotification.type, {
    uri,
    ...(version !== undefined && { version }),
    diagnostics,
  });
}

function itemsOf(session: Session, snapshot: Snapshot, { findings }: Pick<Told, "findings">): Diagnostic[] {
  const { diagnostic } = session.to(snapshot);
  return findings.map(diagnostic);
}
