/** Findings as the client's diagnostics: pushed when they change, or given when it asks. */
import {
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  PublishDiagnosticsNotification,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Finding } from "../lint/finding.ts";
import { type FileUri, pathOfUri } from "../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";
import type { Session } from "./session.ts";

/** What the client knows of findings. */
export interface Diagnostics {
  /** Tells the client of a file's findings where they changed, or where it waits for those of a new version. */
  push(uri: FileUri): void;
  /** The same of all files, with a pause after each; what is gone is cleared. */
  pushAll(): Generator<undefined, void>;
  /** Makes a client that asks ask again. */
  refresh(): void;
  report(uri: FileUri, previous?: string): DocumentDiagnosticReport;
  /** The reports of all files, with a pause after each. */
  reportAll(previous: ReadonlyMap<FileUri, string>): Generator<WorkspaceDocumentDiagnosticReport, void>;
}

/** What the client was told of a file. */
interface Told {
  readonly uri: FileUri;
  readonly findings: readonly Finding[];
  readonly version: number | undefined;
  readonly id: string;
}

/** The client knows nothing yet. */
export function newDiagnostics(sessionOf: () => Session): Diagnostics {
  // A client may ask as well as be told: what the one brought is no news to the other.
  const told = new Map<string, Told>();
  const given = new Map<string, Told>();
  const clear = ({ connection }: Session, uri: FileUri) => {
    const { findings = [] } = told.get(pathOfUri(uri)) ?? {};
    told.delete(pathOfUri(uri));
    if (findings.length > 0) connection.sendNotification(PublishDiagnosticsNotification.type, { uri, diagnostics: [] });
  };
  return {
    push(uri) {
      const session = sessionOf();
      const snapshot = session.snapshot();
      if (shown(snapshot, uri) === undefined && !told.has(pathOfUri(uri))) return;
      const { before, now } = tellAbout(told, snapshot, uri);
      if (before?.id !== now.id || before.version !== now.version) publish(session, snapshot, now);
    },
    *pushAll() {
      const session = sessionOf();
      const snapshot = session.snapshot();
      const troubled = snapshot.troubled();
      yield;
      for (const uri of new Set([...troubled, ...[...told.values()].map(({ uri }) => uri)])) {
        session.guard.background(`the findings of ${uri}`, () => {
          if (shown(snapshot, uri) === undefined) return clear(session, uri);
          const { before, now } = tellAbout(told, snapshot, uri);
          if (before?.id !== now.id) publish(session, snapshot, now);
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

/** The findings of a file now, under the same id while they are the same. */
function tellAbout(
  told: Map<string, Told>,
  snapshot: Snapshot,
  uri: FileUri,
): { readonly before: Told | undefined; readonly now: Told } {
  const path = pathOfUri(uri);
  const file = shown(snapshot, uri);
  const before = told.get(path);
  const findings = snapshot.findings(uri);
  const id = before !== undefined && areSame(before.findings, findings) ? before.id : nextId(before?.id);
  const now = { uri: file?.uri ?? uri, findings, version: file?.version, id };
  if (file === undefined) told.delete(path);
  else told.set(path, now);
  return { before, now };
}

/** The unit file, or the configuration. */
function shown(snapshot: Snapshot, uri: FileUri): Pick<WorkspaceFile, "uri" | "version"> | undefined {
  return snapshot.file(uri) ?? snapshot.config(uri);
}

function nextId(id = "0"): string {
  return String(Number(id) + 1);
}

function areSame(before: readonly Finding[], now: readonly Finding[]): boolean {
  return before.length === now.length && before.every((finding, i) => isSame(finding, now[i]));
}

/** Whether two findings look the same to the client: they say the same at the same places in the same texts. */
function isSame(a: Finding, b: Finding | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.file.text !== b.file.text || a.span.start !== b.span.start || a.span.end !== b.span.end)
    return false;
  if (a.rule !== b.rule || a.message !== b.message || a.severity !== b.severity) return false;
  return (
    a.related.length === b.related.length &&
    a.related.every(({ file, span, message }, i) => {
      const other = b.related[i];
      return other?.file.text === file.text && other.span.start === span.start && other.message === message;
    })
  );
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
