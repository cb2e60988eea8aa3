/** Where a name leads: a unit to its fragment, a path to its file. */
import type { Span } from "../text/span.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";
import { meantPath, textFilesAt } from "./navigation/path.ts";
import { pathAt } from "./navigation/path-mentions.ts";
import { type FilePlace, filePlace, fragmentPlace, pathPlace } from "./navigation/place.ts";
import { filesOfSymbol, mentionAt, mentionsOfSymbol, symbolOf, type UnitSymbol } from "./navigation/symbol.ts";
import type { TargetPart } from "./target.ts";

/** Where something under the cursor leads. */
export interface Definition {
  /** What leads there, in the file of the cursor. */
  readonly origin: Span;
  /** None that lies nowhere: a stock unit has no place where systemd is not installed. */
  readonly places: readonly FilePlace[];
}

/**
 * Of a unit's name, the fragment: the real one where links lead to it, the template of an instance, on this host where the workspace has
 * none; of a unit that has drop-ins only, these. Of a path, the text files to which it leads.
 */
export function definition(snapshot: Snapshot, uri: FileUri, offset: number): Definition | undefined {
  return lead(snapshot, uri, offset, unitDefinition);
}

/** All that declares a unit: its fragment, its drop-ins, and the Alias= that gives it the name under the cursor. Of a path, the files. */
export function declaration(snapshot: Snapshot, uri: FileUri, offset: number): Definition | undefined {
  return lead(snapshot, uri, offset, unitDeclaration);
}

function lead(
  snapshot: Snapshot,
  uri: FileUri,
  offset: number,
  ofUnit: (snapshot: Snapshot, symbol: UnitSymbol) => readonly FilePlace[],
): Definition | undefined {
  const file = snapshot.file(uri);
  if (file === undefined) return undefined;
  const mention = mentionAt(file, offset);
  if (mention !== undefined)
    return { origin: mention.span, places: ofUnit(snapshot, symbolOf(snapshot, file, mention.name)) };
  const part = pathAt(file.unitFile, offset);
  return part && { origin: part.span, places: filesOf(snapshot, file, part) };
}

function unitDefinition(snapshot: Snapshot, symbol: UnitSymbol): readonly FilePlace[] {
  for (const name of symbol.names) {
    const place = fragmentPlace(snapshot, symbol.set, name);
    if (place !== undefined) return [place];
  }
  return filesOfSymbol(snapshot, symbol).map(filePlace);
}

function unitDeclaration(snapshot: Snapshot, symbol: UnitSymbol): readonly FilePlace[] {
  const aliases = mentionsOfSymbol(snapshot, symbol)
    .filter(({ mention: { isAlias, name } }) => isAlias && name === symbol.name)
    .map(({ file: { uri, source }, mention: { span } }) => ({ uri, source, span }));
  const files = filesOfSymbol(snapshot, symbol).map(filePlace);
  const fragment = unitDefinition(snapshot, symbol).filter(({ uri }) => !files.some(file => file.uri === uri));
  return [...fragment, ...files, ...aliases];
}

function filesOf(snapshot: Snapshot, { unitFile }: WorkspaceFile, { text }: TargetPart): readonly FilePlace[] {
  const path = meantPath(text, unitFile);
  return path === undefined ? [] : textFilesAt(snapshot, path).flatMap(found => pathPlace(found) ?? []);
}
