/** Edits of texts, as the protocol has them. */
import type { TextEdit as ProtocolEdit } from "vscode-languageserver";
import type { SourceFile } from "../text/source-file.ts";
import type { TextEdit } from "../text/text-edit.ts";
import type { Positions } from "./positions.ts";

/** The edits of one file. */
export function textEdits(positions: Positions, file: SourceFile, edits: readonly TextEdit[]): ProtocolEdit[] {
  return edits.map(({ span, text }) => ({ range: positions.range(file, span), newText: text }));
}
