/**
 * Text to tree, exactly as systemd reads it; any text has a tree.
 * systemd: config_parse() and parse_line(), src/shared/conf-parser.c
 */
import type { Span } from "../text/span.ts";
import { LineJoiner } from "./line-joiner.ts";
import { EntryLine, HeaderLine, SkippedLine, StrayLine } from "./lines.ts";
import { isBlank } from "./logical-text.ts";
import { findPlaceholders, maskPlaceholders, PLACEHOLDER } from "./placeholders.ts";
import type { HeaderSyntax, LineSyntax, SectionSyntax, UnitSyntax } from "./tree.ts";

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
  const isSuspect = suspectPattern.test(text);
  while (joiner.next()) {
    const line = readLine(joiner, skeleton, isSuspect);
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

/** `isSuspect` tells whether the file may hold what is no UTF-8. */
function readLine(joined: LineJoiner, skeleton: boolean, isSuspect: boolean): LineSyntax {
  const { text, kind } = joined;
  if (joined.overlong) return new StrayLine(joined, "overlong", joined.from, joined.to);
  if (kind !== "text") return new SkippedLine(joined, kind);
  let { from, to } = joined;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  if (from === to) return new SkippedLine(joined, "blank");
  if ((isSuspect || skeleton) && !isValidUtf8(text.slice(from, to), skeleton))
    return new StrayLine(joined, "not-utf8", from, to);
  if (text.charCodeAt(from) === OPENING_BRACKET) return new HeaderLine(joined, from, to);
  let equals = from;
  while (equals < to && text.charCodeAt(equals) !== EQUALS) equals++;
  if (equals === to) return new StrayLine(joined, "missing-equals", from, to);
  if (equals === from) return new StrayLine(joined, "missing-key", from, to);
  let [keyEnd, valueStart] = [equals, equals + 1];
  while (isBlank(text.charCodeAt(keyEnd - 1))) keyEnd--;
  while (valueStart < to && isBlank(text.charCodeAt(valueStart))) valueStart++;
  return new EntryLine(joined, from, to, { keyEnd, valueStart });
}

const OPENING_BRACKET = 91;
const EQUALS = 61;

/** Lone surrogates (bytes that were no UTF-8 among them) and noncharacters. systemd: unichar_is_valid(), src/basic/utf8.c */
const invalidPattern = /\p{Surrogate}|\p{Noncharacter_Code_Point}/u;
const suspectPattern = /[\uD800-\uDFFF\uFDD0-\uFDEF\uFFFE\uFFFF]/;

function isValidUtf8(text: string, skeleton: boolean): boolean {
  return !invalidPattern.test(skeleton ? text.replaceAll(PLACEHOLDER, "") : text);
}
