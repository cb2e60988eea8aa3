/** The value that a cursor stands in, while it is being written. */
import { isRemoved } from "../catalog/catalog.ts";
import type { Directive } from "../catalog/directive.ts";
import type { CursorLine } from "../syntax/cursor.ts";
import { valueKind } from "../values/index.ts";
import type { ValueContext, ValueKind } from "../values/kind.ts";
import type { LineAt } from "./line-at.ts";
import type { UnitFile } from "./unit-file.ts";
import { contextOf } from "./value.ts";

/** A value of a directive that systemd reads: its logical text, with the blanks before the cursor. */
export interface ValueAt extends CursorLine {
  readonly directive: Directive;
  readonly kind: ValueKind;
  readonly at: ValueContext;
}

/** The value that holds the cursor of a line; undefined before the `=`, and where systemd does not read it. */
export function valueAt({ catalog, reader }: UnitFile, { line, block }: LineAt): ValueAt | undefined {
  const equals = line.text.indexOf("=");
  if (block?.role !== "known" || line.text.startsWith("[") || equals < 0 || line.cursor <= equals) return undefined;
  const directive = catalog.directive(block.section, line.text.slice(0, equals).trim());
  const kind = directive && valueKind(directive.kind);
  if (directive === undefined || kind === undefined || isRemoved(directive, reader.version)) return undefined;
  return { ...valueIn(line, equals + 1), directive, kind, at: contextOf(directive, reader) };
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
