/** Where a file names again what is under the cursor. */
import type { Span } from "../text/span.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";
import { mentionsOf } from "./navigation/mentions.ts";
import { pathAt, pathsIn } from "./navigation/path-mentions.ts";
import { mentionAt, sameUnit, symbolOf } from "./navigation/symbol.ts";
import { type HeaderTarget, type KeyTarget, targetAt } from "./target.ts";

/** One of several places that belong together. */
export interface Highlight {
  readonly span: Span;
  /** Whether the place gives a value or a name to it, and does not only use it. */
  readonly writes: boolean;
}

/** In one file: the same unit by any of its names, the same path, assignments of the same key in sections of one name, those sections. */
export function highlights(snapshot: Snapshot, uri: FileUri, offset: number): readonly Highlight[] {
  const file = snapshot.file(uri);
  if (file === undefined) return [];
  const target = targetAt(file.unitFile, offset);
  if (target.is === "header") return headersLike(file, target);
  if (target.is === "key") return keysLike(file, target);
  return unitsLike(snapshot, file, offset) ?? pathsLike(file, offset);
}

function headersLike({ unitFile }: WorkspaceFile, { block }: HeaderTarget): Highlight[] {
  return unitFile.blocks.flatMap(({ section, header }) =>
    header !== undefined && section === block.section ? [{ span: header.name.span, writes: false }] : [],
  );
}

function keysLike({ unitFile }: WorkspaceFile, { block, line }: KeyTarget): Highlight[] {
  const lines = unitFile.blocks.flatMap(({ section, lines }) => (section === block.section ? lines : []));
  return lines.flatMap(other =>
    other.kind === "entry" && other.key.text === line.key.text ? [{ span: other.key.span, writes: true }] : [],
  );
}

function unitsLike(snapshot: Snapshot, file: WorkspaceFile, offset: number): Highlight[] | undefined {
  const mention = mentionAt(file, offset);
  if (mention === undefined) return undefined;
  const symbol = symbolOf(snapshot, file, mention.name);
  const isSame = sameUnit(symbol);
  const found = new Set(symbol.names.flatMap(name => mentionsOf(file, name)));
  return [...found].flatMap(other => (isSame(file, other.name) ? [{ span: other.span, writes: other.isAlias }] : []));
}

function pathsLike({ unitFile }: WorkspaceFile, offset: number): Highlight[] {
  const path = pathAt(unitFile, offset);
  return path === undefined ? [] : pathsIn(unitFile, path.text).map(({ span }) => ({ span, writes: false }));
}
