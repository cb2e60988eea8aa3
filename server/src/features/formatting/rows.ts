/** The physical lines of a file, as formatting looks at them. */

import { touchesAny } from "../../syntax/placeholders.ts";
import { linesOf } from "../../syntax/print.ts";
import type { LineSyntax, PieceSyntax, UnitSyntax } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";

/** One physical line. */
export interface Row {
  /** With its line end. */
  readonly span: Span;
  /** Where its line end starts. */
  readonly contentEnd: number;
  /** Nothing but blanks, if anything. */
  readonly isBlank: boolean;
  /** The logical line that it belongs to. */
  readonly line: LineSyntax;
  readonly piece: PieceSyntax;
}

/** The physical lines in order; none where the file ends its lines in unusual ways, so that removing blanks might join two ends into one. */
export function rowsOf({ text, ...syntax }: UnitSyntax): readonly Row[] {
  if (unusualEnd.test(text)) return [];
  const rows: Row[] = [];
  for (const line of linesOf({ text, ...syntax })) {
    for (const piece of line.pieces) {
      const { span } = piece;
      const contentEnd = contentEndOf(text, span);
      rows.push({ span, contentEnd, isBlank: isBlankBetween(text, span.start, contentEnd), line, piece });
    }
  }
  return rows;
}

/** The blanks before `end`, none of them before `from`; undefined where there are none. */
export function trailingBlanks(text: string, from: number, end: number): Span | undefined {
  let start = end;
  while (start > from && isBlankAt(text, start - 1)) start--;
  return start === end ? undefined : { start, end };
}

/** Whether a build completes a line; of such ones nobody knows what blanks mean. */
export function isCompleted({ placeholders }: UnitSyntax, { span }: LineSyntax): boolean {
  return touchesAny(placeholders, span);
}

/** A blank or tab. */
export function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

/** NUL, CR alone, and LF CR, which systemd takes for one line end. */
const unusualEnd = /\0|(?<!\r)\n\r|\r(?!\n)/;

function contentEndOf(text: string, { start, end }: Span): number {
  if (end === start || text.charCodeAt(end - 1) !== 10) return end;
  return text.charCodeAt(end - 2) === 13 && end - 2 >= start ? end - 2 : end - 1;
}

function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlankAt(text, at)) return false;
  return true;
}
