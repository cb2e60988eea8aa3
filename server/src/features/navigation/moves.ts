/** Which files, links and folders get another name when a unit does. */
import { type FileUri, uriOfPath } from "../../workspace/file-uri.ts";
import { nameIn } from "../../workspace/path.ts";
import type { Snapshot } from "../../workspace/snapshot.ts";
import { entriesNamed, type NamedEntry } from "./links.ts";
import { changedName, type NameChange } from "./new-name.ts";
import type { UnitSymbol } from "./symbol.ts";

/** One file, link or folder that is to be renamed. */
export interface Move {
  readonly from: FileUri;
  readonly to: FileUri;
  readonly isFolder: boolean;
}

/** What is to be moved, what lies in folders before them, and what only a person can mend, a sentence each. */
export interface Moves {
  readonly moves: readonly Move[];
  readonly notes: readonly string[];
}

/** The moves for a new name. Where links lead can be told, but no editor changes it. */
export function movesFor(snapshot: Snapshot, symbol: UnitSymbol, change: NameChange): Moves {
  const entries = entriesNamed(snapshot, symbol, change.from);
  const files = new Set(entries.flatMap(({ is, name }) => (is === "file" ? [name] : [])));
  const moves = entries.flatMap(entry => moveOf(entry, change) ?? []);
  const notes = entries.flatMap(entry => noteOf(entry, change, files) ?? []);
  return { moves: moves.sort((a, b) => Number(a.isFolder) - Number(b.isFolder)), notes };
}

function moveOf({ name, path, is }: NamedEntry, change: NameChange): Move | undefined {
  const wanted = changedName(change, name);
  const last = nameIn(path);
  if (wanted === undefined || !last.startsWith(name)) return undefined;
  const from = uriOfPath(path);
  const to = uriOfPath(path.slice(0, path.length - last.length) + wanted + last.slice(name.length));
  return from?.startsWith("file:") === true && to !== undefined ? { from, to, isFolder: is === "folder" } : undefined;
}

function noteOf({ path, target }: NamedEntry, change: NameChange, files: ReadonlySet<string>): string | undefined {
  const name = target === undefined ? undefined : nameIn(target);
  const wanted = name !== undefined && files.has(name) ? changedName(change, name) : undefined;
  return wanted && `The link ${path} leads to ${target}: make it lead to ${wanted}`;
}
