/** Lines that were meant to continue the one above and stand alone because of a mistake there. */
import type { Block, UnitFile } from "../model/unit-file.ts";
import type { LineSyntax } from "../syntax/tree.ts";

/** The next line with content behind `line` if it makes no sense by itself: systemd drops it. */
export function orphanAfter(line: LineSyntax, block: Block, file: UnitFile): LineSyntax | undefined {
  const next = block.lines
    .slice(block.lines.indexOf(line) + 1)
    .find(({ kind }) => kind !== "comment" && kind !== "placeholder");
  if (next?.kind === "missing-equals" || next?.kind === "missing-key") return next;
  if (next?.kind !== "entry") return undefined;
  const known = block.assignments.some(({ entry, directive }) => entry === next && directive !== undefined);
  const indented = /^[ \t]|^[^A-Za-z]/.test(file.source.text.slice(next.span.start, next.span.start + 1));
  return !known && indented ? next : undefined;
}
