/** Giving a unit or a path another name: in all values that name it, and on disk. */
import type { FileEdit } from "../lint/finding.ts";
import { findFragment } from "../model/fragment.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";
import { readUnitName, withInstance } from "../values/unit-name.ts";
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot, WorkspaceFile } from "../workspace/snapshot.ts";
import { acceptingSocket, impliedLines } from "./navigation/implied.ts";
import type { Mention } from "./navigation/mentions.ts";
import { type Move, movesFor } from "./navigation/moves.ts";
import { type NameChange, type Refusal, readNewName } from "./navigation/new-name.ts";
import { renamablePath, renamePath } from "./navigation/path-rename.ts";
import { filesOfSymbol, homeIn, mentionAt, mentionsOfSymbol, symbolOf, type UnitSymbol } from "./navigation/symbol.ts";
import { type TargetPart, targetAt } from "./target.ts";

export type { Move } from "./navigation/moves.ts";
export type { Refusal } from "./navigation/new-name.ts";

/** What can be renamed at a place. */
export interface Renamable {
  /** What to show as chosen. */
  readonly span: Span;
  /** The name to start from, as written. */
  readonly text: string;
}

/** All that a new name changes. */
export interface Rename {
  /** By file, in the texts as they are before anything is moved. */
  readonly edits: readonly FileEdit[];
  /** Files, links and folders, in an order in which one may follow the other. Their user has to agree. */
  readonly moves: readonly Move[];
  /** What only a person can mend, a line each. */
  readonly notes: readonly string[];
}

/** The unit's name under the cursor, on a header that of the file, or the path; undefined where there is none. */
export function prepareRename(snapshot: Snapshot, uri: FileUri, offset: number): Renamable | Refusal | undefined {
  const wanted = wantedAt(snapshot, uri, offset);
  if (wanted === undefined) return wantedPath(snapshot, uri, offset);
  const refusal = refusalOf(snapshot, wanted);
  return refusal === undefined ? { span: wanted.span, text: wanted.written } : { refusal };
}

/** Renames it. */
export function rename(snapshot: Snapshot, uri: FileUri, offset: number, typed: string): Rename | Refusal | undefined {
  const wanted = wantedAt(snapshot, uri, offset);
  const path = wanted === undefined ? wantedPath(snapshot, uri, offset) : undefined;
  if (wanted === undefined) return path && renamePath(snapshot, uri, path, typed);
  const { file, name, written } = wanted;
  const refusal = refusalOf(snapshot, wanted);
  if (refusal !== undefined) return { refusal };
  const change = readNewName(name, written, typed, isGivenByTemplate(file, name));
  return "refusal" in change ? change : renameUnit(snapshot, symbolOf(snapshot, file, change.from), change);
}

function wantedPath(snapshot: Snapshot, uri: FileUri, offset: number): TargetPart | undefined {
  const file = snapshot.file(uri);
  return file && renamablePath(file, offset);
}

interface Wanted extends Pick<Mention, "name" | "written" | "span"> {
  readonly file: WorkspaceFile;
}

function wantedAt(snapshot: Snapshot, uri: FileUri, offset: number): Wanted | undefined {
  const file = snapshot.file(uri);
  if (file === undefined) return undefined;
  const mention = mentionAt(file, offset);
  if (mention !== undefined) return { ...mention, file };
  const target = targetAt(file.unitFile, offset);
  const { unit, type } = file.name;
  return target.is !== "header" || unit === type || readUnitName(unit) === undefined
    ? undefined
    : { file, name: unit, written: unit, span: target.span };
}

function refusalOf(snapshot: Snapshot, { file, name, written }: Wanted): string | undefined {
  const type = readUnitName(name)?.type ?? "service";
  if (/%.*@|^[^@]*%/.test(written)) return `${written} is made of specifiers, and follows the name of its unit`;
  const symbol = symbolOf(snapshot, file, name);
  if (symbol.home === undefined)
    return findFragment(file.set.names, name) === undefined ? undefined : `${name} comes with the system`;
  if (filesOfSymbol(snapshot, symbol).length === 0) return `${name} lies outside of the workspace: ${symbol.home}`;
  return pathTypes.has(type) ? `${name} is named after a path; change that instead` : undefined;
}

const pathTypes: ReadonlySet<string> = new Set(["mount", "automount", "swap", "device"]);

function isGivenByTemplate({ set }: WorkspaceFile, name: string): boolean {
  const parts = readUnitName(name);
  const home = homeIn(set, name);
  return parts !== undefined && home !== undefined && home === homeIn(set, withInstance(parts, ""));
}

function renameUnit(snapshot: Snapshot, symbol: UnitSymbol, change: NameChange): Rename | Refusal {
  if (change.from === change.to) return { edits: [], moves: [], notes: [] };
  const isKnown = symbol.home !== undefined;
  if (isKnown && symbol.set.names.targets.has(change.to))
    return { refusal: `There is a unit called ${change.to} already` };
  const edits = new Map<FileEdit["file"], TextEdit[]>();
  const put = (file: FileEdit["file"], more: readonly TextEdit[]) =>
    edits.set(file, [...(edits.get(file) ?? []), ...more]);
  for (const { file, mention } of mentionsOfSymbol(snapshot, { ...symbol, names: [change.from] })) {
    const edit = editOf(mention, change);
    if (edit !== undefined) put(file.source, [edit]);
  }
  if (isKnown) for (const { file, edits } of impliedLines(snapshot, symbol, change)) put(file, edits);
  const { moves, notes } = movesFor(snapshot, symbol, change);
  const socket = acceptingSocket(symbol, change.from);
  return {
    edits: [...edits].map(([file, edits]) => ({ file, edits })),
    moves,
    notes: socket === undefined ? notes : [...notes, `${socket} starts ${change.from} by its own name: rename it, too`],
  };
}

/** Only what is spelt out is replaced: specifiers follow by themselves, or mean something else. */
function editOf({ written, span }: Mention, { from, to }: NameChange): TextEdit | undefined {
  if (written === from) return { span, text: to };
  const [prefix = ""] = from.split("@.");
  const [newPrefix = ""] = to.split("@.");
  if (prefix === from || !written.startsWith(`${prefix}@`)) return undefined;
  return { span: { start: span.start, end: span.start + prefix.length }, text: newPrefix };
}
