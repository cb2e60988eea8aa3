/** Outlines and the search for units: requests and answers. */
import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  ProgressType,
  type SymbolInformation,
  SymbolTag,
  WorkspaceSymbolRequest,
} from "vscode-languageserver";
import { documentSymbols, type DocumentSymbol as Outlined } from "../features/symbols.ts";
import { type WorkspaceSymbol, workspaceSymbols } from "../features/workspace-symbols.ts";
import { locationOf } from "./navigation.ts";
import { inPieces } from "./partial-results.ts";
import { type Conversion, inFile, type Row, row } from "./row.ts";
import type { Session } from "./session.ts";
import { kindOfUnit, outlineKinds } from "./symbol-kinds.ts";

/** The rows of the table. */
export const symbols: readonly Row[] = [
  row(
    DocumentSymbolRequest.type,
    () => ({ documentSymbolProvider: true }),
    inFile(documentSymbols, (outline, to) => {
      const { documentSymbol } = to.session.client.capabilities.textDocument ?? {};
      return documentSymbol?.hierarchicalDocumentSymbolSupport === true
        ? outline.map(symbol => nested(symbol, to))
        : outline.flatMap(symbol => flat(symbol, to));
    }),
  ),
  row(
    WorkspaceSymbolRequest.type,
    () => ({ workspaceSymbolProvider: true }),
    (session, { query, partialResultToken: token }): SymbolInformation[] => {
      const found = workspaceSymbols(session.snapshot(), String(query)).map(symbol => foundSymbol(symbol, session));
      return inPieces(found, token, (token, piece) => session.connection.sendProgress(foundSymbols, token, piece));
    },
  ),
];

const foundSymbols = new ProgressType<SymbolInformation[]>();

function foundSymbol({ name, type, container, place }: WorkspaceSymbol, { positions }: Session): SymbolInformation {
  const location = locationOf(positions, place);
  return { name, kind: kindOfUnit(`.${type}`), containerName: container, location };
}

function nested({ is, name, detail, span, selection, deprecated, children }: Outlined, to: Conversion): DocumentSymbol {
  const { session, file } = to;
  return {
    name,
    detail,
    kind: outlineKinds[is],
    range: session.positions.range(file.source, span),
    selectionRange: session.positions.range(file.source, selection),
    ...(deprecated && { tags: [SymbolTag.Deprecated] }),
    children: children.map(child => nested(child, to)),
  };
}

function flat(symbol: Outlined, to: Conversion, containerName?: string): SymbolInformation[] {
  const { session, file } = to;
  const { is, name, span, children } = symbol;
  const location = { uri: file.uri, range: session.positions.range(file.source, span) };
  const own = { name, kind: outlineKinds[is], location, ...(containerName !== undefined && { containerName }) };
  return [own, ...children.flatMap(child => flat(child, to, name))];
}
