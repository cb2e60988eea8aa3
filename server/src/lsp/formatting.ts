/** Formatting a document, stretches of it, and what was just typed: requests and answers. */
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentRangesFormattingRequest,
  type TextEdit as ProtocolEdit,
  type Range,
} from "vscode-languageserver";
import { formattedAfter, formatting, onTypeFormatting, rangeFormatting } from "../features/formatting.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import { at, type Conversion, inFile, type Row, row } from "./row.ts";
import type { Session } from "./session.ts";
import { textEdits } from "./text-edits.ts";

/** The rows of the table. */
export const formattings: readonly Row[] = [
  row(DocumentFormattingRequest.type, () => ({ documentFormattingProvider: true }), inFile(formatting, toEdits)),
  row(
    DocumentRangeFormattingRequest.type,
    ({ capabilities: { textDocument } }) => ({
      documentRangeFormattingProvider:
        textDocument?.rangeFormatting?.rangesSupport === true ? { rangesSupport: true } : true,
    }),
    (session, { textDocument, range }) => inRanges(session, textDocument.uri, [range]),
  ),
  row(
    DocumentRangesFormattingRequest.type,
    () => ({}),
    (session, { textDocument, ranges }) => inRanges(session, textDocument.uri, ranges),
  ),
  row(
    DocumentOnTypeFormattingRequest.type,
    () => ({ documentOnTypeFormattingProvider: { firstTriggerCharacter: formattedAfter } }),
    at(onTypeFormatting, toEdits),
  ),
];

function toEdits(edits: readonly TextEdit[], { session, file }: Conversion): ProtocolEdit[] {
  return textEdits(session.positions, file.source, edits);
}

/** Stretches that touch one line want the same edits. */
function inRanges(session: Session, uri: FileUri, ranges: readonly Range[]): ProtocolEdit[] | null {
  const snapshot = session.snapshot();
  const file = snapshot.file(uri);
  if (file === undefined) return null;
  const { positions } = session;
  const spans = ranges.map(
    ({ start, end }): Span => ({
      start: positions.offset(file.source, start),
      end: positions.offset(file.source, end),
    }),
  );
  const edits = spans.flatMap(span => rangeFormatting(snapshot, uri, span));
  const unique = new Map(edits.map(edit => [`${edit.span.start} ${edit.span.end}`, edit]));
  return textEdits(positions, file.source, [...unique.values()]);
}
