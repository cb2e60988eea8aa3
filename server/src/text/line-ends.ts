/** Where the physical lines of a text end. */

const NUL = 0;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The offset behind the line end that starts at `at`, or `at` itself where none starts.
 * One line end is LF, CR or NUL, or a run of them in which none occurs twice and NUL comes last (CR LF, LF CR, LF NUL …).
 * systemd: read_line_full(), src/basic/fileio.c
 */
export function skipLineEnd(text: string, at: number): number {
  let seen = 0;
  for (let i = at; ; i++) {
    const flag = lineEndFlag(text.charCodeAt(i));
    if (flag === 0 || (seen & (flag | NUL_FLAG)) !== 0) return i;
    seen |= flag;
  }
}

/** Whether a UTF-16 code unit ends a line. */
export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN || code === NUL;
}

/** The line end that a new line of a text should have: that of its first line, else LF. */
export function lineEndOf({ text }: { readonly text: string }): string {
  return /\r?\n/.exec(text)?.[0] ?? "\n";
}

const NUL_FLAG = 1;

function lineEndFlag(code: number): number {
  switch (code) {
    case NUL:
      return NUL_FLAG;
    case LINE_FEED:
      return 2;
    case CARRIAGE_RETURN:
      return 4;
    default:
      return 0;
  }
}

/** The offset of every physical line's first code unit; a text that ends in a line end has an empty last line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; ) {
    if (!isLineEnd(text.charCodeAt(i))) {
      i++;
      continue;
    }
    i = skipLineEnd(text, i);
    starts.push(i);
  }
  return starts;
}
