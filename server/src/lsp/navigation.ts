/** Going from names to what they mean, and renaming: requests and answers. */
import {
  DeclarationRequest,
  DefinitionRequest,
  type DocumentHighlight,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  type Location,
  type LocationLink,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
} from "vscode-languageserver";
import { type Definition, declaration, definition } from "../features/definition.ts";
import { highlights } from "../features/highlight.ts";
import { documentLinks } from "../features/links.ts";
import type { FilePlace } from "../features/navigation/place.ts";
import { references } from "../features/references.ts";
import type { Client } from "./client.ts";
import type { Positions } from "./positions.ts";
import { prepared, renamed } from "./rename.ts";
import { at, type Conversion, inFile, type Row, row } from "./row.ts";

/** The rows of the table. */
export const navigation: readonly Row[] = [
  row(
    DefinitionRequest.type,
    () => ({ definitionProvider: true }),
    at(definition, (found, to) => leads(found, to, to.session.client.capabilities.textDocument?.definition)),
  ),
  row(
    DeclarationRequest.type,
    () => ({ declarationProvider: true }),
    at(declaration, (found, to) => leads(found, to, to.session.client.capabilities.textDocument?.declaration)),
  ),
  row(
    ReferencesRequest.type,
    () => ({ referencesProvider: true }),
    (session, { context, ...place }) =>
      at(
        (snapshot, uri, offset) => references(snapshot, uri, offset, context?.includeDeclaration === true),
        (found, { session }) => found?.map(place => locationOf(session.positions, place)) ?? null,
      )(session, place),
  ),
  row(
    DocumentHighlightRequest.type,
    () => ({ documentHighlightProvider: true }),
    at(highlights, (found, { session, file }): DocumentHighlight[] =>
      found.map(({ span, writes }) => ({
        range: session.positions.range(file.source, span),
        kind: writes ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
    ),
  ),
  row(
    DocumentLinkRequest.type,
    () => ({ documentLinkProvider: {} }),
    inFile(documentLinks, (links, { session, file }) =>
      links.map(({ span, target, tooltip }) => ({
        range: session.positions.range(file.source, span),
        target,
        ...(tooltip !== undefined && { tooltip }),
      })),
    ),
  ),
  row(PrepareRenameRequest.type, () => ({}), prepared),
  row(
    RenameRequest.type,
    client => ({ renameProvider: preparesRenames(client) ? { prepareProvider: true } : true }),
    renamed,
  ),
];

/** A place as the protocol has it; one in a file that nobody read is its start. */
export function locationOf(positions: Positions, { uri, source, span }: FilePlace): Location {
  const start = { line: 0, character: 0 };
  return { uri, range: source === undefined ? { start, end: start } : positions.range(source, span) };
}

function preparesRenames({ capabilities }: Client): boolean {
  return capabilities.textDocument?.rename?.prepareSupport === true;
}

function leads(
  found: Definition | undefined,
  { session: { positions }, file }: Conversion,
  capability: { linkSupport?: boolean } | undefined,
): Location[] | LocationLink[] | null {
  const locations = found?.places.map(place => locationOf(positions, place));
  if (found === undefined || locations === undefined) return null;
  if (capability?.linkSupport !== true) return locations;
  const originSelectionRange = positions.range(file.source, found.origin);
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}
