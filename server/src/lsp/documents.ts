/** The open documents, edit by edit; the workspace hears of a text once it is asked for. */
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  Position,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LARGEST_TEXT } from "../workspace/documents.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import { pathOfUri } from "../workspace/file-uri.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type EditHistory, newEditHistory } from "./edit-history.ts";
import { isRange, isRecord } from "./params.ts";
import type { Positions } from "./positions.ts";

/** What is open. Whoever sends something that makes no sense is told so by the string that comes back. */
export interface Documents {
  /** Opens a document; one that is open already has another text from now on. */
  open(params: DidOpenTextDocumentParams): string | undefined;
  /** Applies edits in the order of their versions; those that make no sense, or belong to a version that is over, are passed over. */
  change(params: DidChangeTextDocumentParams): string | undefined;
  /**
   * The disk has the text now. It is taken out of the message where edits were passed over; elsewhere it is not needed, and some clients send
   * it without line ends.
   */
  save(params: DidSaveTextDocumentParams): string | undefined;
  close(params: DidCloseTextDocumentParams): string | undefined;
  /** Tells the workspace of all that changed. */
  flush(): void;
  readonly uris: () => readonly FileUri[];
  /** Those that changed since the last call. */
  takeChanged(): readonly FileUri[];
  readonly isOpen: (uri: FileUri) => boolean;
  readonly get: (uri: FileUri) => TextDocument | undefined;
}

/** No document is open yet. */
export function openDocuments(workspace: Workspace, positions: Positions): Documents {
  const known = new Map<string, Open>();
  const unsaid = new Set<Open>();
  let changed = new Set<FileUri>();
  const show = (open: Open) => {
    unsaid.add(open);
    changed.add(open.document.uri);
  };
  const forget = (path: string) => {
    const open = known.get(path);
    if (open === undefined) return;
    known.delete(path);
    unsaid.delete(open);
    changed.delete(open.document.uri);
  };
  return {
    open({ textDocument }) {
      if (!isDocument(textDocument)) return "a document needs a URI, a language, a version and a text";
      const { uri, languageId, version, text } = textDocument;
      forget(pathOfUri(uri));
      known.set(pathOfUri(uri), openDocument(TextDocument.create(uri, languageId, version, text), positions));
      changed.add(uri);
      workspace.open({ uri, languageId, version, text });
      return text.length > LARGEST_TEXT ? `${uri} is larger than 1 MiB, and not judged while it is open` : undefined;
    },
    change({ textDocument, contentChanges }) {
      const uri = uriOf(textDocument);
      const open = known.get(pathOfUri(uri));
      if (open === undefined) return `${uri} is not open`;
      const isList = Array.isArray(contentChanges);
      const problem = isList ? edit(open, textDocument.version, contentChanges) : "no list of edits";
      if (problem !== undefined) open.isDoubtful = true;
      else if (contentChanges.some(change => !("range" in change))) open.isDoubtful = false;
      show(open);
      return problem && `${uri}: ${problem}`;
    },
    save({ textDocument, text }) {
      const open = known.get(pathOfUri(uriOf(textDocument)));
      if (open === undefined) return undefined;
      workspace.save(open.document.uri);
      if (!open.isDoubtful || typeof text !== "string") return undefined;
      open.isDoubtful = false;
      if (open.document.getText() === text) return undefined;
      TextDocument.update(open.document, [{ text }], open.document.version);
      show(open);
      return `${open.document.uri}: the text that was saved is not the one that edits had led to; it is taken instead`;
    },
    close({ textDocument }) {
      const uri = uriOf(textDocument);
      if (!known.has(pathOfUri(uri))) return `${uri} is not open`;
      forget(pathOfUri(uri));
      workspace.close(uri);
      return undefined;
    },
    flush() {
      const told = [...unsaid];
      unsaid.clear();
      for (const { document } of told) workspace.change(document.uri, document.version, document.getText());
    },
    uris: () => [...known.values()].map(({ document }) => document.uri),
    takeChanged() {
      const taken = [...changed];
      changed = new Set();
      return taken;
    },
    isOpen: uri => known.has(pathOfUri(uri)),
    get: uri => known.get(pathOfUri(uri))?.document,
  };
}

interface Open {
  readonly document: TextDocument;
  /** Whether the client has another text, as edits of its were passed over. */
  isDoubtful: boolean;
  readonly history: EditHistory;
}

function openDocument(document: TextDocument, positions: Positions): Open {
  const history = newEditHistory(document, (changes, version) => {
    for (const change of changes) TextDocument.update(document, [inUtf16(document, change, positions)], version);
    if (changes.length === 0) TextDocument.update(document, [], version);
  });
  return { document, isDoubtful: false, history };
}

/** What is wrong with the edits, if anything; what is sound of them is applied. */
function edit({ document, history }: Open, version: unknown, changes: readonly unknown[]): string | undefined {
  const before = document.version;
  const next = Number.isSafeInteger(version) ? Number(version) : before + 1;
  const sound = changes.filter(isSound);
  if (!history.apply(next, sound)) return `an edit of version ${next} came after version ${before}`;
  return sound.length < changes.length
    ? "an edit without a range of numbers or a text is left out: the findings are those of another text until it is saved"
    : undefined;
}

/** With its range inside the document, as the package keeps no account of lines that are not there. */
function inUtf16(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
  { inUtf16 }: Positions,
): TextDocumentContentChangeEvent {
  if (!("range" in change) || change.range === undefined) return { text: change.text };
  const inside = (position: Position) => document.positionAt(document.offsetAt(inUtf16(document, position)));
  return { range: { start: inside(change.range.start), end: inside(change.range.end) }, text: change.text };
}

function isSound(change: unknown): change is TextDocumentContentChangeEvent {
  if (!isRecord(change) || typeof change.text !== "string") return false;
  return change.range === undefined || isRange(change.range);
}

function isDocument(document: DidOpenTextDocumentParams["textDocument"]): boolean {
  if (!isRecord(document)) return false;
  const { uri, languageId, version, text }: Record<string, unknown> = document;
  return [uri, languageId, text].every(one => typeof one === "string") && Number.isSafeInteger(version);
}

/** Never that of a document where there is none. */
function uriOf(document: { readonly uri: FileUri } | undefined): FileUri {
  return isRecord(document) && typeof document.uri === "string" ? document.uri : "";
}
