/** Everywhere that a unit, or a path, is named. */
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { linksTo } from "./navigation/links.ts";
import { pathsLike } from "./navigation/path-mentions.ts";
import { type FilePlace, filePlace, pathPlace } from "./navigation/place.ts";
import { filesOfSymbol, mentionsOfSymbol, symbolAt, type UnitSymbol } from "./navigation/symbol.ts";

/**
 * The places that name the unit under the cursor, on a header the unit of the file: values in all files by any of its names, links on disk.
 * With `declarations` also its fragment and its drop-ins. Of a path, the values that name the same one.
 */
export function references(
  snapshot: Snapshot,
  uri: FileUri,
  offset: number,
  declarations = false,
): readonly FilePlace[] | undefined {
  const symbol = symbolAt(snapshot, uri, offset);
  if (symbol === undefined) return pathsLike(snapshot, uri, offset);
  return [...(declarations ? declarationsOf(snapshot, symbol) : []), ...usesOf(snapshot, symbol)];
}

function declarationsOf(snapshot: Snapshot, symbol: UnitSymbol): readonly FilePlace[] {
  return filesOfSymbol(snapshot, symbol).map(filePlace);
}

function usesOf(snapshot: Snapshot, symbol: UnitSymbol): readonly FilePlace[] {
  const values = mentionsOfSymbol(snapshot, symbol).map(({ file, mention: { span } }) => ({
    uri: file.uri,
    source: file.source,
    span,
  }));
  return [...values, ...linksTo(snapshot, symbol).flatMap(({ path }) => pathPlace(path) ?? [])];
}
