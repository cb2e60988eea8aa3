/** Joins physical lines by their continuations into logical ones. */
import type { Joint, WholeLine } from "./lines.ts";
import type { Segment } from "./logical-text.ts";
import { byteLength, LINE_LIMIT, LineReader, takesBytes } from "./physical-lines.ts";
import { PLACEHOLDER } from "./placeholders.ts";
import type { PieceSyntax } from "./tree.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/** Moves from logical line to logical line; the fields speak of the current one. */
export class LineJoiner implements WholeLine {
  kind: "text" | "comment" | "placeholder" = "text";
  start = 0;
  end = 0;
  text: string;
  joint: Joint | undefined;
  /** Where its text starts and ends; of a comment, both are its start. */
  from = 0;
  to = 0;
  /** Longer than systemd reads. */
  overlong = false;
  private readonly reader: LineReader;
  private readonly skeleton: boolean;
  private markSeen = false;

  constructor(text: string, skeleton: boolean) {
    this.text = text;
    this.reader = new LineReader(text);
    this.skeleton = skeleton;
  }

  /** Goes to the next line; false where there is none. */
  next(): boolean {
    const { reader } = this;
    if (!reader.next()) return false;
    this.kind = this.lineKind();
    this.overlong = this.isOverlong();
    this.start = reader.start;
    this.end = reader.end;
    this.text = reader.text;
    this.joint = undefined;
    if (this.kind === "text") {
      this.from = this.textStart();
      if (reader.continues()) this.join();
      else this.to = reader.contentEnd;
    } else {
      this.from = reader.start;
      this.to = reader.start;
      if (this.overlong) this.joint = { pieces: [this.piece("comment")], segments: 0, unfinished: false };
    }
    return true;
  }

  private join(): void {
    const { reader } = this;
    const pieces: PieceSyntax[] = [this.piece("text")];
    const segments: Segment[] = [{ logical: 0, source: this.from }];
    let joined = `${reader.text.slice(this.from, reader.contentEnd - 1)} `;
    let bytes = byteLength(joined);
    let unfinished = true;
    while (unfinished && reader.next()) {
      this.overlong ||= this.isOverlong();
      if (this.lineKind() !== "text") {
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
      this.overlong ||= bytes > LINE_LIMIT;
    }
    this.end = reader.end;
    this.text = joined;
    this.joint = { pieces, segments, unfinished };
    this.from = 0;
    this.to = joined.length;
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

  private isOverlong(): boolean {
    const { text, start, contentEnd } = this.reader;
    return contentEnd - start >= LINE_LIMIT / 3 && takesBytes(text.slice(start, contentEnd), LINE_LIMIT);
  }

  private lineKind(): "text" | "comment" | "placeholder" {
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
