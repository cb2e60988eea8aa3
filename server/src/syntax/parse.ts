/**
 * Text to tree, exactly as systemd reads it; any text has a tree.
 * systemd: config_parse() and parse_line(), src/shared/conf-parser.c
 */
import type { Span } from "../text/span.ts";
import { type JoinedLine, LineJoiner } from "./line-joiner.ts";
import { LogicalText } from "./logical-text.ts";
import { findPlaceholders, maskPlaceholders, PLACEHOLDER } from "./placeholders.ts";
import type { HeaderSyntax, LineSyntax, PieceSyntax, SectionSyntax, UnitSyntax } from "./tree.ts";

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
  let lines: LineSyntax[] = [];
  const sections: { header?: HeaderSyntax; lines: LineSyntax[] }[] = [{ lines }];
  const skeleton = placeholders.length > 0;
  const joiner = new LineJoiner(masked, skeleton);
  for (let joined = joiner.next(); joined !== undefined; joined = joiner.next()) {
    const line = readLine(joined, skeleton);
    if (line.kind === "header") {
      lines = [];
      sections.push({ header: line, lines });
    } else lines.push(line);
  }
  return { text, sections: withoutEmptyPreamble(sections).map(packed), placeholders };
}

/** Lists that grew have room for more; trees are kept by the thousand. */
function packed(section: SectionSyntax): SectionSyntax {
  return { ...section, lines: section.lines.slice() };
}

function withoutEmptyPreamble(sections: SectionSyntax[]): SectionSyntax[] {
  return sections[0]?.lines.length === 0 ? sections.slice(1) : sections;
}

function readLine(joined: JoinedLine, skeleton: boolean): LineSyntax {
  const { pieces, unfinished } = joined;
  const span = spanOf(pieces);
  if (joined.overlong) return { kind: "overlong", span, pieces, unfinished, content: contentOf(joined, span) };
  if (joined.kind !== "text") return { kind: joined.kind, span, pieces, unfinished };
  const content = joined.content.trim();
  const { text } = content;
  if (text === "") return { kind: "blank", span, pieces, unfinished };
  if (!isValidUtf8(skeleton ? text.replaceAll(PLACEHOLDER, "") : text)) {
    return { kind: "not-utf8", span, pieces, unfinished, content };
  }
  if (text.charCodeAt(0) === OPENING_BRACKET) {
    const closed = text.endsWith("]");
    const name = content.slice(1, text.length - (closed ? 1 : 0));
    return { kind: "header", span, pieces, unfinished, content, closed, name };
  }
  const equals = text.indexOf("=");
  if (equals < 0) return { kind: "missing-equals", span, pieces, unfinished, content };
  if (equals === 0) return { kind: "missing-key", span, pieces, unfinished, content };
  const key = content.slice(0, equals).trim();
  const value = content.slice(equals + 1, text.length).trim();
  return { kind: "entry", span, pieces, unfinished, content, key, value };
}

/** Over-long comments have a place, too. */
function contentOf({ kind, content }: JoinedLine, span: Span): LogicalText {
  return kind === "text" ? content : new LogicalText("", span.start, 0);
}

const OPENING_BRACKET = 91;

function spanOf(pieces: readonly PieceSyntax[]): Span {
  const first = pieces[0]?.span ?? { start: 0, end: 0 };
  const last = pieces.at(-1)?.span ?? first;
  return first === last ? first : { start: first.start, end: last.end };
}

/** Lone surrogates (bytes that were no UTF-8 among them) and noncharacters. systemd: unichar_is_valid(), src/basic/utf8.c */
const invalidPattern = /\p{Surrogate}|\p{Noncharacter_Code_Point}/u;
const suspectPattern = /[\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

function isValidUtf8(text: string): boolean {
  return !suspectPattern.test(text) || !invalidPattern.test(text);
}
