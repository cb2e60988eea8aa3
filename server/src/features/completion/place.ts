/** What the cursor means to completion: a header, a key or a value that is being written. */

import { lineAt } from "../../model/line-at.ts";
import type { Block } from "../../model/unit-file.ts";
import { type ValueAt, valueAt } from "../../model/value-at.ts";
import type { CursorLine } from "../../syntax/cursor.ts";
import type { EntrySyntax } from "../../syntax/tree.ts";
import type { Clock } from "../../values/calendar/upcoming.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";

/** What is known of the one who asks. */
export interface Asking {
  readonly clock?: Clock | undefined;
  /** The character that made the client ask by itself. */
  readonly trigger?: string | undefined;
}

/** The text that is looked at is that of the value, or else of the line. */
interface AnyPlace extends Asking, CursorLine {
  readonly snapshot: Snapshot;
  readonly file: WorkspaceFile;
}

/** A line without `=` before the cursor. */
export interface NamePlace extends AnyPlace {
  readonly of: "header" | "key";
  readonly block: Block | undefined;
  /** The entry whose key holds the cursor; undefined while there is no `=`. */
  readonly entry: EntrySyntax | undefined;
}

/** A value of a directive that systemd reads. */
export interface ValuePlace extends AnyPlace, ValueAt {
  readonly of: "value";
}

export type Place = NamePlace | ValuePlace;

/** What stands at an offset; undefined where nothing can be completed: in comments, in values of unknown keys. */
export function placeAt(
  snapshot: Snapshot,
  file: WorkspaceFile,
  offset: number,
  { clock, trigger }: Asking,
): Place | undefined {
  const found = lineAt(file.unitFile, offset);
  if (found === undefined) return undefined;
  const { line, block, syntax } = found;
  const any = { snapshot, file, clock, trigger };
  const entry = syntax?.kind === "entry" ? syntax : undefined;
  if (line.text.startsWith("[")) return { ...any, ...line, of: "header", block, entry: undefined };
  const equals = line.text.indexOf("=");
  if (equals < 0 || line.cursor <= equals) return { ...any, ...line, of: "key", block, entry };
  const value = valueAt(file.unitFile, found);
  return value && { ...any, ...value, of: "value" };
}
