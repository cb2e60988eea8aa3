/** Which line of a file a cursor stands in. */
import { type CursorLine, cursorLine } from "../syntax/cursor.ts";
import type { LineSyntax } from "../syntax/tree.ts";
import { isLineEnd } from "../text/line-ends.ts";
import type { Block, UnitFile } from "./unit-file.ts";

/** A cursor between the lines of a file. */
export interface LineAt {
  /** What stands below the same header, that one included; undefined in an empty file. */
  readonly block: Block | undefined;
  /** Undefined where a new line begins at the end of the file. */
  readonly syntax: LineSyntax | undefined;
  readonly line: CursorLine;
}

/** The line that the cursor stands in; undefined in comments, before a byte order mark and in what systemd cannot read. */
export function lineAt(file: UnitFile, offset: number): LineAt | undefined {
  const { text } = file.source;
  const at = Math.max(0, Math.min(offset, text.length));
  if (at === 0 && text.startsWith("\uFEFF")) return undefined;
  const block = lastBefore(file.blocks, at, startOfBlock);
  const found = block && lineIn(block, at);
  const syntax = found !== undefined && !isOver(found, text, at) ? found : undefined;
  const line = cursorLine(text, syntax?.span ?? { start: at, end: at }, at, file.name.skeleton);
  return line && { block, syntax, line };
}

/** The line of a block in which an offset behind its start lies, its header among them; the last one for what is behind it. */
export function lineIn(block: Block, offset: number): LineSyntax | undefined {
  return lastBefore(block.lines, offset, ({ span }) => span.start) ?? block.header;
}

function startOfBlock({ header, lines }: Block): number {
  return (header ?? lines[0])?.span.start ?? 0;
}

/** Whether the cursor stands behind a line that has ended. */
function isOver({ span, unfinished }: LineSyntax, text: string, offset: number): boolean {
  return offset >= span.end && !unfinished && isLineEnd(text.charCodeAt(span.end - 1));
}

function lastBefore<Item>(items: readonly Item[], offset: number, startOf: (item: Item) => number): Item | undefined {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= offset) low = middle;
    else high = middle - 1;
  }
  return items[low];
}
