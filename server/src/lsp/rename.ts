/** Renaming units: what is offered, and the edit that a client applies if its user agrees. */
import {
  LSPErrorCodes,
  MessageType,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameFile,
  type RenameParams,
  ResponseError,
  ShowMessageNotification,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type Move, prepareRename, type Refusal, type Rename, rename } from "../features/rename.ts";
import { pathOfUri } from "../workspace/file-uri.ts";
import { nameIn } from "../workspace/path.ts";
import type { Client } from "./client.ts";
import { at, type Conversion } from "./row.ts";
import type { Session } from "./session.ts";

/** The name that may be changed; an error where there is one that cannot be. */
export function prepared(session: Session, params: PrepareRenameParams): PrepareRenameResult | null {
  const answer = at(prepareRename, (found, { session: { positions }, file }) => {
    const unit = accepted(found);
    return unit && { range: positions.range(file.source, unit.span), placeholder: unit.text };
  });
  return answer(session, params) ?? null;
}

/** The edit for a new name. Files move where the client can do so; what remains is told to its user. */
export function renamed(session: Session, { newName, ...place }: RenameParams): WorkspaceEdit | null {
  const answer = at(
    (snapshot, uri, offset) => rename(snapshot, uri, offset, String(newName)),
    (found, to) => {
      const changes = accepted(found);
      return changes && editOf(changes, to);
    },
  );
  return answer(session, place) ?? null;
}

function accepted<Answer extends object>(answer: Answer | Refusal | undefined): Answer | undefined {
  if (answer !== undefined && "refusal" in answer) throw new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal);
  return answer;
}

function editOf({ edits, moves, notes }: Rename, { session, snapshot }: Conversion): WorkspaceEdit {
  const { client, positions } = session;
  const changed = edits.flatMap(({ file, edits }) => {
    const uri = snapshot.uriOf(file);
    const texts = edits.map(({ span, text }): TextEdit => ({ range: positions.range(file, span), newText: text }));
    return uri === undefined ? [] : [{ uri, version: snapshot.file(uri)?.version ?? null, texts }];
  });
  const moved = client.fileOperations.includes("rename") ? moves : [];
  const unseen = moves.length > 0 && snapshot.folders.length === 0 ? [NO_FOLDER] : [];
  tell(session, [...(moved.length > 0 ? [] : moves.map(asked)), ...notes, ...unseen]);
  if (!client.documentChanges) return { changes: Object.fromEntries(changed.map(({ uri, texts }) => [uri, texts])) };
  const documents = changed.map(
    ({ uri, version, texts }): TextDocumentEdit => ({ textDocument: { uri, version }, edits: texts }),
  );
  return withMoves(documents, moved, client);
}

/** Without a folder, nobody said where to look for other files. */
const NO_FOLDER = "No folder is open: files that name the unit and are not open keep its old name";

/** Whoever can show it is asked before files move. */
function withMoves(documents: TextDocumentEdit[], moves: readonly Move[], { capabilities }: Client): WorkspaceEdit {
  const asks = capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  const files = moves.map(
    ({ from, to }): RenameFile => ({ kind: "rename", oldUri: from, newUri: to, ...(asks && { annotationId: MOVE }) }),
  );
  const changeAnnotations = { [MOVE]: { label: "Rename files of the unit", needsConfirmation: true } };
  return { documentChanges: [...documents, ...files], ...(asks && files.length > 0 && { changeAnnotations }) };
}

const MOVE = "move";

function asked({ from, to }: Move): string {
  return `Rename ${pathOfUri(from)} to ${nameIn(pathOfUri(to))}`;
}

function tell({ connection }: Session, notes: readonly string[]): void {
  if (notes.length === 0) return;
  const shown = notes.slice(0, MOST_NOTES);
  const rest = notes.length > MOST_NOTES ? [`and ${notes.length - MOST_NOTES} more`] : [];
  const message = [...shown, ...rest].join("\n");
  connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}

/** A message is no report. */
const MOST_NOTES = 8;
