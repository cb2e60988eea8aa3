/** What the cursor means to completion: a header, a key or a value that is being written. */
import { isRemoved } from "../../catalog/catalog.ts";
import type { Directive } from "../../catalog/directive.ts";
import { lineAt } from "../../model/line-at.ts";
import type { Block } from "../../model/unit-file.ts";
import { contextOf } from "../../model/value.ts";
import type { CursorLine } from "../../syntax/cursor.ts";
import type { EntrySyntax } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import { valueKind } from "../../values/index.ts";
import type { ValueContext, ValueKind } from "../../values/kind.ts";
import type { Snapshot, WorkspaceFile } from "../../workspace/snapshot.ts";

/** When and where somebody works, for what depends on it. */
export interface Clock {
  /** Microseconds since 1970. */
  readonly now: bigint;
  /** The name of the host's time zone, as `Intl` tells it. */
  readonly timezone: string;
}

/** What is known of the one who asks. */
export interface Asking {
  readonly clock?: Clock | undefined;
  /** The character that made the client ask by itself. */
  readonly trigger?: string | undefined;
}

interface AnyPlace extends Asking {
  readonly snapshot: Snapshot;
  readonly file: WorkspaceFile;
  /** The text that is looked at: of a value the value, else the line. */
  readonly text: string;
  /** The cursor in that text. */
  readonly cursor: number;
  /** From that text to the file. */
  readonly toSource: (span: Span) => Span;
}

/** A line without `=` before the cursor. */
export interface NamePlace extends AnyPlace {
  readonly of: "header" | "key";
  readonly block: Block | undefined;
  /** The entry whose key holds the cursor; undefined while there is no `=`. */
  readonly entry: EntrySyntax | undefined;
}

/** A value of a directive that systemd reads. */
export interface ValuePlace extends AnyPlace {
  readonly of: "value";
  readonly directive: Directive;
  readonly kind: ValueKind;
  readonly at: ValueContext;
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
  const key = line.text.slice(0, equals).trim();
  const directive = block?.role === "known" ? file.unitFile.catalog.directive(block.section, key) : undefined;
  const kind = directive && valueKind(directive.kind);
  const { reader } = file.unitFile;
  if (directive === undefined || kind === undefined || isRemoved(directive, reader.version)) return undefined;
  return { ...any, ...valueIn(line, equals + 1), of: "value", directive, kind, at: contextOf(directive, reader) };
}

/** The value starts at its first visible character, or at the cursor where that comes first. */
function valueIn({ text, cursor, toSource }: CursorLine, from: number): CursorLine {
  let start = from;
  while (start < cursor && /[ \t\r\n]/.test(text.charAt(start))) start++;
  return {
    text: text.slice(start),
    cursor: cursor - start,
    toSource: span => toSource({ start: span.start + start, end: span.end + start }),
  };
}
