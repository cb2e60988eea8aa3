/** Where a logical text stands on physical lines. */
import type { LogicalText } from "../../syntax/logical-text.ts";
import type { LineSyntax } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";

/** The stretches of a logical text line by line, without blanks at their ends, continuing backslashes, and comments between. */
export function sourcePieces(text: string, { pieces }: LineSyntax, logical: LogicalText): Span[] {
  if (logical.text === "") return [];
  const { start, end } = logical.span;
  if (pieces.length === 1) return [{ start, end }];
  const lastText = pieces.findLast(({ kind }) => kind === "text");
  return pieces.flatMap(piece => {
    if (piece.kind !== "text" || piece.span.end <= start || end <= piece.span.start) return [];
    const contentEnd = piece === lastText ? piece.span.end : backslashOf(text, piece.span);
    return trimmed(text, { start: Math.max(start, piece.span.start), end: Math.min(end, contentEnd) });
  });
}

/** A line that goes on ends in a backslash. */
function backslashOf(text: string, { start, end }: Span): number {
  const at = text.lastIndexOf("\\", end - 1);
  return at < start ? end : at;
}

function trimmed(text: string, span: Span): Span[] {
  let { start, end } = span;
  while (end > start && /[ \t\r\n\0]/.test(text.charAt(end - 1))) end--;
  while (start < end && /[ \t]/.test(text.charAt(start))) start++;
  return start < end ? [{ start, end }] : [];
}
