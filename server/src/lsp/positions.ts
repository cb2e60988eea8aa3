/** Positions of the protocol in the encoding that the client chose, to offsets and back. */
import type { Position, Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/** What a position's `character` counts. */
export type Encoding = "utf-8" | "utf-16" | "utf-32";

/** Converts for one encoding. Lines end as the protocol says, which is not as systemd does. */
export interface Positions {
  readonly encoding: Encoding;
  /** Offsets beyond the text stand at its end, characters beyond a line at the line's end. */
  readonly offset: (source: SourceFile, position: Position) => number;
  readonly position: (source: SourceFile, offset: number) => Position;
  readonly range: (source: SourceFile, span: Span) => Range;
  /** A position as the protocol has it without any encoding agreed upon: in UTF-16 code units. */
  readonly inUtf16: (document: TextDocument, position: Position) => Position;
}

/** The best that both sides have: the server's own, UTF-16, first. */
export function chooseEncoding(offered: readonly string[] = ["utf-16"]): Encoding {
  return (["utf-16", "utf-8", "utf-32"] as const).find(encoding => offered.includes(encoding)) ?? "utf-16";
}

/** Conversions for an encoding. */
export function positionsIn(encoding: Encoding): Positions {
  const position = (source: SourceFile, offset: number): Position => {
    const { line, character } = documentOf(source).positionAt(offset);
    return encoding === "utf-16"
      ? { line, character }
      : { line, character: lengthIn(encoding, lineStart(documentOf(source), line, character)) };
  };
  const inUtf16 = (document: TextDocument, { line, character }: Position): Position =>
    encoding === "utf-16"
      ? { line, character }
      : { line, character: unitsIn(encoding, lineStart(document, line), character) };
  return {
    encoding,
    position,
    inUtf16,
    offset: (source, at) => documentOf(source).offsetAt(inUtf16(documentOf(source), at)),
    range: (source, { start, end }) => ({ start: position(source, start), end: position(source, end) }),
  };
}

const documents = new WeakMap<SourceFile, TextDocument>();

function documentOf(source: SourceFile): TextDocument {
  const known = documents.get(source) ?? TextDocument.create(source.path, "", 0, source.text);
  documents.set(source, known);
  return known;
}

/** A line, or so many code units of it. */
function lineStart(document: TextDocument, line: number, length = Number.MAX_SAFE_INTEGER): string {
  return document.getText({ start: { line, character: 0 }, end: { line, character: length } });
}

/** How long a text is in another encoding; a lone surrogate counts as what replaces it. */
function lengthIn(encoding: "utf-8" | "utf-32", text: string): number {
  let length = 0;
  for (const character of text) length += widthIn(encoding, character);
  return length;
}

/** How many code units of a line take so much in another encoding; the middle of a character stands at its start. */
function unitsIn(encoding: "utf-8" | "utf-32", line: string, length: number): number {
  let [units, taken] = [0, 0];
  for (const character of line) {
    taken += widthIn(encoding, character);
    if (taken > length) break;
    units += character.length;
  }
  return units;
}

function widthIn(encoding: "utf-8" | "utf-32", character: string): number {
  if (encoding === "utf-32") return 1;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
