/**
 * Text to tree, exactly as systemd reads it; any text has a tree.
 * systemd: config_parse() and parse_line(), src/shared/conf-parser.c
 */
import type { Span } from "../text/span.ts";
import { LogicalText, type Segment } from "./logical-text.ts";
import { byteLength, LINE_LIMIT, LineReader, takesBytes } from "./physical-lines.ts";
import { findPlaceholders, maskPlaceholders, PLACEHOLDER } from "./placeholders.ts";
import type { HeaderSyntax, LineSyntax, PieceSyntax, SectionSyntax, UnitSyntax } from "./tree.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/** Parses a unit file or drop-in; never fails. */
export function parse(text: string): UnitSyntax {
  return parseMasked(text, text, []);
}

/** Parses a skeleton such as `app.service.in`: placeholders are opaque, and lines of nothing else are skipped. */
export function parseSkeleton(text: string): UnitSyntax {
  const placeholders = findPlaceholders(text);
  return parseMasked(text, maskPlaceholders(text, placeholders), placeholders);
}

function parseMasked(text: string, masked: string, placeholders: readonly Span[]): UnitSyntax {
  const sections: { header?: HeaderSyntax; lines: LineSyntax[] }[] = [{ lines: [] }];
  let overlongLine: LineSyntax | undefined;
  const skeleton = placeholders.length > 0;
  const joiner = new LineJoiner(masked, skeleton);
  for (let joined = joiner.next(); joined !== undefined; joined = joiner.next()) {
    const line = readLine(joined, skeleton);
    if (joined.overlong) overlongLine ??= line;
    if (line.kind === "header") sections.push({ header: line, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return { text, sections: withoutEmptyPreamble(sections), placeholders, ...(overlongLine && { overlongLine }) };
}

function withoutEmptyPreamble(sections: SectionSyntax[]): SectionSyntax[] {
  return sections[0]?.lines.length === 0 ? sections.slice(1) : sections;
}

interface JoinedLine {
  readonly span: Span;
  readonly pieces: readonly PieceSyntax[];
  readonly content: LogicalText;
  readonly skipped?: "comment" | "placeholder";
  readonly overlong: boolean;
  readonly unfinished?: true;
}

/** Joins physical lines by their continuations. */
class LineJoiner {
  readonly #reader: LineReader;
  readonly #skeleton: boolean;
  #markSeen = false;

  constructor(text: string, skeleton: boolean) {
    this.#reader = new LineReader(text);
    this.#skeleton = skeleton;
  }

  next(): JoinedLine | undefined {
    const reader = this.#reader;
    if (!reader.next()) return undefined;
    const start = reader.start;
    const skipped = skippedKind(reader, this.#skeleton);
    if (skipped !== undefined) return this.#skippedLine(skipped);
    const first = this.#textStart();
    if (!reader.continues()) return this.#singleLine(first);

    const pieces: PieceSyntax[] = [this.#piece("text")];
    const segments: Segment[] = [{ logical: 0, source: first }];
    let joined = `${reader.text.slice(first, reader.contentEnd - 1)} `;
    let bytes = byteLength(joined);
    let overlong = this.#overlong();
    let unfinished = true;
    while (unfinished && reader.next()) {
      overlong ||= this.#overlong();
      if (skippedKind(reader, this.#skeleton) !== undefined) {
        pieces.push(this.#piece("comment"));
        continue;
      }
      pieces.push(this.#piece("text"));
      const from = this.#textStart();
      segments.push({ logical: joined.length, source: from });
      unfinished = reader.continues();
      const more = reader.text.slice(from, reader.contentEnd);
      joined += unfinished ? `${more.slice(0, -1)} ` : more;
      bytes += byteLength(more);
      overlong ||= bytes > LINE_LIMIT;
    }
    const content = new LogicalText(joined, segments, 0);
    return { span: { start, end: reader.end }, pieces, content, overlong, ...(unfinished && { unfinished }) };
  }

  #singleLine(first: number): JoinedLine {
    const { text, start, contentEnd, end } = this.#reader;
    const content = new LogicalText(text.slice(first, contentEnd), [{ logical: 0, source: first }], 0);
    return { span: { start, end }, pieces: [this.#piece("text")], content, overlong: this.#overlong() };
  }

  #skippedLine(skipped: "comment" | "placeholder"): JoinedLine {
    const { start, end } = this.#reader;
    const content = new LogicalText("", [{ logical: 0, source: start }], 0);
    return { span: { start, end }, pieces: [this.#piece("comment")], content, skipped, overlong: this.#overlong() };
  }

  #piece(kind: PieceSyntax["kind"]): PieceSyntax {
    return { kind, span: { start: this.#reader.start, end: this.#reader.end } };
  }

  /** A byte order mark is dropped once, on the first line that has one and is no comment. */
  #textStart(): number {
    const { text, start } = this.#reader;
    if (this.#markSeen || !text.startsWith(BYTE_ORDER_MARK, start)) return start;
    this.#markSeen = true;
    return start + 1;
  }

  #overlong(): boolean {
    const { text, start, contentEnd } = this.#reader;
    return contentEnd - start >= LINE_LIMIT / 3 && takesBytes(text.slice(start, contentEnd), LINE_LIMIT);
  }
}

function skippedKind(reader: LineReader, skeleton: boolean): "comment" | "placeholder" | undefined {
  const { text, contentEnd } = reader;
  let at = reader.start;
  while (at < contentEnd && isInlineBlank(text, at)) at++;
  const first = text[at];
  if (first === "#" || first === ";") return at < contentEnd ? "comment" : undefined;
  if (!skeleton || first !== PLACEHOLDER) return undefined;
  while (at < contentEnd && (text[at] === PLACEHOLDER || isInlineBlank(text, at))) at++;
  return at === contentEnd ? "placeholder" : undefined;
}

function isInlineBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

function readLine({ content: raw, skipped, overlong: _, ...line }: JoinedLine, skeleton: boolean): LineSyntax {
  if (skipped !== undefined) return { kind: skipped, ...line };
  const content = raw.trim();
  const { text } = content;
  if (text === "") return { kind: "blank", ...line };
  if (!isValidUtf8(skeleton ? text.replaceAll(PLACEHOLDER, "") : text)) return { kind: "not-utf8", ...line, content };
  if (text.startsWith("[")) {
    const closed = text.endsWith("]");
    return { kind: "header", ...line, content, closed, name: content.slice(1, text.length - (closed ? 1 : 0)) };
  }
  const equals = text.indexOf("=");
  if (equals < 0) return { kind: "missing-equals", ...line, content };
  if (equals === 0) return { kind: "missing-key", ...line, content };
  return {
    kind: "entry",
    ...line,
    content,
    key: content.slice(0, equals).trim(),
    value: content.slice(equals + 1).trim(),
  };
}

/** Lone surrogates (bytes that were no UTF-8 among them) and noncharacters. systemd: unichar_is_valid(), src/basic/utf8.c */
const invalidPattern = /\p{Surrogate}|\p{Noncharacter_Code_Point}/u;
const suspectPattern = /[\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

function isValidUtf8(text: string): boolean {
  return !suspectPattern.test(text) || !invalidPattern.test(text);
}
