/** What a feature changes, as the protocol says it. */
import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Change } from "../features/code-actions.ts";
import { uriOfPath } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Session } from "./session.ts";
import { textEdits } from "./text-edits.ts";

/** The edit of a change; for clients that take no operations on files, without the files that it makes. */
export function editOf({ client, positions }: Session, snapshot: Snapshot, { edits, created }: Change): WorkspaceEdit {
  const changed = edits.flatMap(({ file, edits }) => {
    const uri = snapshot.uriOf(file);
    const version = uri === undefined ? null : (snapshot.file(uri)?.version ?? null);
    return uri === undefined ? [] : [{ uri, version, edits: textEdits(positions, file, edits) }];
  });
  if (!client.documentChanges) return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, edits])) };
  const documents = changed.map(
    ({ uri, version, edits }): TextDocumentEdit => ({ textDocument: { uri, version }, edits }),
  );
  return { documentChanges: [...documents, ...created.flatMap(({ path, text }) => creation(path, text))] };
}

function creation(path: string, text: string): (CreateFile | TextDocumentEdit)[] {
  const uri = uriOfPath(path);
  if (uri === undefined) return [];
  const start = { line: 0, character: 0 };
  return [
    { kind: "create", uri },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}
