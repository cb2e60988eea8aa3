/** Joins physical lines by their continuations into logical ones. */
import { LogicalText, type Segment } from "./logical-text.ts";
import { byteLength, LINE_LIMIT, LineReader, takesBytes } from "./physical-lines.ts";
import { PLACEHOLDER } from "./placeholders.ts";
import type { PieceSyntax } from "./tree.ts";

/** One logical line, not looked into yet. */
export interface JoinedLine {
  readonly kind: "text" | "comment" | "placeholder";
  readonly pieces: readonly PieceSyntax[];
  /** Empty unless the line is text. */
  readonly content: LogicalText;
  /** Longer than systemd reads. */
  readonly overlong: boolean;
  /** It ends in a backslash, and so does the file. */
  readonly unfinished: boolean;
}

const BYTE_ORDER_MARK = "\uFEFF";
const nothing = new LogicalText("", 0, 0);

/** Hands out the logical lines of a text in order. */
export class LineJoiner {
  private readonly reader: LineReader;
  private readonly skeleton: boolean;
  private markSeen = false;

  constructor(text: string, skeleton: boolean) {
    this.reader = new LineReader(text);
    this.skeleton = skeleton;
  }

  /** The next line, or undefined at the end. */
  next(): JoinedLine | undefined {
    const { reader } = this;
    if (!reader.next()) return undefined;
    const kind = this.kind();
    const overlong = this.overlong();
    if (kind !== "text")
      return { kind, pieces: [this.piece("comment")], content: nothing, overlong, unfinished: false };
    const source = this.textStart();
    if (reader.continues()) return this.join(source, overlong);
    const content = new LogicalText(reader.text.slice(source, reader.contentEnd), source, 0);
    return { kind, pieces: [this.piece("text")], content, overlong, unfinished: false };
  }

  private join(first: number, firstOverlong: boolean): JoinedLine {
    const { reader } = this;
    const pieces: PieceSyntax[] = [this.piece("text")];
    const segments: Segment[] = [{ logical: 0, source: first }];
    let joined = `${reader.text.slice(first, reader.contentEnd - 1)} `;
    let bytes = byteLength(joined);
    let overlong = firstOverlong;
    let unfinished = true;
    while (unfinished && reader.next()) {
      overlong ||= this.overlong();
      if (this.kind() !== "text") {
        pieces.push(this.piece("comment"));
        continue;
      }
      pieces.push(this.piece("text"));
      const source = this.textStart();
      segments.push({ logical: joined.length, source });
      unfinished = reader.continues();
      const more = reader.text.slice(source, reader.contentEnd);
      joined += unfinished ? `${more.slice(0, -1)} ` : more;
      bytes += byteLength(more);
      overlong ||= bytes > LINE_LIMIT;
    }
    return { kind: "text", pieces, content: new LogicalText(joined, segments, 0), overlong, unfinished };
  }

  private piece(kind: PieceSyntax["kind"]): PieceSyntax {
    return { kind, span: { start: this.reader.start, end: this.reader.end } };
  }

  /** A byte order mark is dropped once, on the first line that has one and is no comment. */
  private textStart(): number {
    const { text, start } = this.reader;
    if (this.markSeen || !text.startsWith(BYTE_ORDER_MARK, start)) return start;
    this.markSeen = true;
    return start + 1;
  }

  private overlong(): boolean {
    const { text, start, contentEnd } = this.reader;
    return contentEnd - start >= LINE_LIMIT / 3 && takesBytes(text.slice(start, contentEnd), LINE_LIMIT);
  }

  private kind(): JoinedLine["kind"] {
    const { text, contentEnd } = this.reader;
    let at = skipBlanks(text, this.reader.start, contentEnd);
    if (at === contentEnd) return "text";
    const first = text.charCodeAt(at);
    if (first === HASH || first === SEMICOLON) return "comment";
    if (!this.skeleton) return "text";
    while (at < contentEnd && text[at] === PLACEHOLDER) at = skipBlanks(text, at + 1, contentEnd);
    return at === contentEnd ? "placeholder" : "text";
  }
}

const HASH = 35;
const SEMICOLON = 59;

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}
