/** The open documents, edit by edit; the workspace hears of a text once it is asked for. */
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  Position,
  Range,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FileUri } from "../workspace/file-uri.ts";
import { pathOfUri } from "../workspace/file-uri.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Positions } from "./positions.ts";

/** What is open. */
export interface Documents {
  open(params: DidOpenTextDocumentParams): void;
  /** Applies edits in their order; those that make no sense, or belong to an older version, are passed over, and it is said. */
  change(params: DidChangeTextDocumentParams): string | undefined;
  close(params: DidCloseTextDocumentParams): void;
  /** Tells the workspace of all that changed. */
  flush(): void;
  readonly uris: () => readonly FileUri[];
  /** Those that changed since the last call. */
  takeChanged(): readonly FileUri[];
  readonly isOpen: (uri: FileUri) => boolean;
}

/** No document is open yet. */
export function openDocuments(workspace: Workspace, positions: Positions): Documents {
  const known = new Map<string, TextDocument>();
  const unsaid = new Set<TextDocument>();
  let changed = new Set<FileUri>();
  const tell = (document: TextDocument) => workspace.change(document.uri, document.version, document.getText());
  return {
    open({ textDocument: { uri, languageId, version, text } }) {
      known.set(pathOfUri(uri), TextDocument.create(uri, languageId, version, text));
      changed.add(uri);
      workspace.open({ uri, languageId, version, text });
    },
    change({ textDocument: { uri, version }, contentChanges }) {
      const document = known.get(pathOfUri(uri));
      if (document === undefined) return `${uri} is not open`;
      const next = version ?? document.version + 1;
      if (next < document.version) return `${uri}: an edit of version ${next} came after version ${document.version}`;
      const sound = contentChanges.filter(isSound);
      for (const change of sound) TextDocument.update(document, [inUtf16(document, change, positions)], next);
      if (sound.length === 0) TextDocument.update(document, [], next);
      unsaid.add(document);
      changed.add(document.uri);
      return sound.length < contentChanges.length ? `${uri}: an edit without a range of numbers or a text` : undefined;
    },
    close({ textDocument: { uri } }) {
      const document = known.get(pathOfUri(uri));
      if (document === undefined) return;
      known.delete(pathOfUri(uri));
      unsaid.delete(document);
      changed.delete(document.uri);
      workspace.close(uri);
    },
    flush() {
      for (const document of unsaid) tell(document);
      unsaid.clear();
    },
    uris: () => [...known.values()].map(({ uri }) => uri),
    takeChanged() {
      const taken = [...changed];
      changed = new Set();
      return taken;
    },
    isOpen: uri => known.has(pathOfUri(uri)),
  };
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

function isSound(change: TextDocumentContentChangeEvent): boolean {
  const { text, range } = change as { readonly text?: unknown; readonly range?: Partial<Range> };
  if (typeof text !== "string") return false;
  if (range === undefined) return true;
  return [range?.start?.line, range?.start?.character, range?.end?.line, range?.end?.character].every(
    number => Number.isInteger(number) && Number(number) >= 0,
  );
}
