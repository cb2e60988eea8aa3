/** Walks a text by physical lines, as systemd's read_line() does. */
import { isLineEnd, skipLineEnd } from "../text/line-ends.ts";

/** The limit of one line, and of one joined continuation, in bytes. systemd: LONG_LINE_MAX, src/basic/fileio.h */
export const LINE_LIMIT = 1024 * 1024;

/** Moves from line to line; the fields speak of the current one. */
export class LineReader {
  readonly text: string;
  /** Where the current line starts. */
  start = 0;
  /** Where its line end starts. */
  contentEnd = 0;
  /** Where the next line starts. */
  end = 0;
  private readonly onlyLineFeeds: boolean;

  constructor(text: string) {
    this.text = text;
    this.onlyLineFeeds = !text.includes("\r") && !text.includes("\0");
  }

  /** Goes to the next line; false where there is none. */
  next(): boolean {
    const { text } = this;
    this.start = this.end;
    if (this.start >= text.length) return false;
    if (this.onlyLineFeeds) {
      const at = text.indexOf("\n", this.start);
      this.contentEnd = at < 0 ? text.length : at;
      this.end = at < 0 ? text.length : at + 1;
      return true;
    }
    let at = this.start;
    while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
    this.contentEnd = at;
    this.end = skipLineEnd(text, at);
    return true;
  }

  /** Whether the line ends in a backslash that no other one escapes. */
  continues(): boolean {
    let at = this.contentEnd;
    while (at > this.start && this.text.charCodeAt(at - 1) === 92) at--;
    return (this.contentEnd - at) % 2 === 1;
  }
}

/** Whether a text takes at least `limit` bytes of UTF-8. */
export function takesBytes(text: string, limit: number): boolean {
  return text.length >= limit / 3 && (text.length >= limit || byteLength(text) >= limit);
}

/** The bytes that a text takes as UTF-8; a lone surrogate stands for one byte. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code < 0xd800 || code > 0xdfff) bytes += 3;
    else if (isPair(text, i)) {
      bytes += 4;
      i++;
    } else bytes += 1;
  }
  return bytes;
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}
