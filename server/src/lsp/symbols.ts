/** Outlines and the search for units: requests and answers. */
import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolTag,
  WorkspaceSymbolRequest,
} from "vscode-languageserver";
import { documentSymbols, type DocumentSymbol as Outlined } from "../features/symbols.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import { locationOf } from "./navigation.ts";
import { type Conversion, inFile, type Row, row } from "./row.ts";
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
    (session, { query }): SymbolInformation[] =>
      workspaceSymbols(session.snapshot(), String(query)).map(({ name, type, container, place }) => ({
        name,
        kind: kindOfUnit(`.${type}`),
        containerName: container,
        location: locationOf(session.positions, place),
      })),
  ),
];

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
