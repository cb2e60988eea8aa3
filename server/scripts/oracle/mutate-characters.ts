/** Mutations of characters: byte order marks, invalid UTF-8, noncharacters, control characters, blanks of all kinds. */
import {
  anyLine,
  bytesOf,
  type Draft,
  insertAnywhere,
  insertAt,
  isComment,
  isEntry,
  isHeader,
  keyAndValue,
  withPiece,
} from "./draft.ts";
import type { Mutation } from "./mutation.ts";
import type { Random } from "./random.ts";

const MARK = bytesOf("\uFEFF");

/** Stray, truncated, overlong, surrogate and out-of-range sequences. */
const invalidSequences = [
  "\xff",
  "\xfe",
  "\x80",
  "\xbf",
  "\xc3",
  "\xc0\xaf",
  "\xc1\xbf",
  "\xe2\x82",
  "\xe0\x9f\xbf",
  "\xed\xa0\x80",
  "\xed\xbf\xbf",
  "\xf0\x8f\xbf\xbf",
  "\xf0\x9f\x98",
  "\xf4\x90\x80\x80",
  "\xf8\x88\x80\x80\x80",
  "\xfc\x84\x80\x80\x80\x80",
  "\xe4 ",
];

const noncharacters = [
  "\uFFFE",
  "\uFFFF",
  "\uFDD0",
  "\uFDEF",
  "\u{1FFFE}",
  "\u{1FFFF}",
  "\u{8FFFF}",
  "\u{10FFFE}",
  "\u{10FFFF}",
].map(bytesOf);

/** Valid, however odd. */
const oddCharacters = [
  "\uFFFD",
  "\uFDCF",
  "\uFDF0",
  "\uFFFC",
  "\uE000",
  "\u{10FFFD}",
  "\u{1F600}",
  "é",
  "e\u0301",
  "\u2028",
  "\u0085",
  "\u200B",
  "\u202E",
].map(bytesOf);

const controls = ["\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x1f", "\x7f"];

const blanks = [" ", "  ", "\t", " \t ", "\x0b", "\x0c", bytesOf("\u00A0"), bytesOf("\u3000"), bytesOf("\u2003")];

type Part = "comment" | "value" | "key" | "header" | "line";

/** A piece from a list, put into one part of a random line. */
function into(part: Part, name: string, pieces: readonly string[], weight = 1): Mutation {
  const kind = `${name}:${part}`;
  const accepts = { comment: isComment, value: isEntry, key: isEntry, header: isHeader, line: () => true }[part];
  const apply = (draft: Draft, random: Random): void => {
    const found = anyLine(draft, random, accepts);
    if (found === undefined) return;
    const { text } = found.line;
    const [from, to] = rangeOf(part, text);
    found.line.text = withPiece(text, random, random.pick(pieces), from, to);
  };
  return { kind, weight, apply };
}

function rangeOf(part: Part, text: string): [number, number] {
  switch (part) {
    case "comment":
      return [text.search(/[#;]/) + 1, text.length];
    case "value":
      return [text.length - keyAndValue(text).value.length, text.length];
    case "key":
      return [0, text.indexOf("=")];
    case "header":
      return [1, text.length - 1];
    case "line":
      return [0, text.length];
  }
}

function before(draft: Draft, at: number, piece: string): void {
  const line = draft.lines[at];
  if (line !== undefined) line.text = piece + line.text;
}

/** Byte order marks where they belong and where they do not. */
export const markMutations: readonly Mutation[] = [
  { kind: "mark:first", apply: draft => before(draft, 0, MARK) },
  { kind: "mark:later", apply: (draft, random) => before(draft, random.below(draft.lines.length), MARK) },
  { kind: "mark:twice", apply: draft => before(draft, 0, MARK + MARK) },
  { kind: "mark:indented", apply: (draft, random) => before(draft, random.below(draft.lines.length), ` ${MARK}`) },
  { kind: "mark:comment", apply: draft => insertAt(draft, 0, `${MARK}# first`) },
  {
    kind: "mark:blank-line",
    apply: (draft, random) => insertAnywhere(draft, random, random.pick([MARK, `${MARK} `, MARK + MARK])),
  },
  {
    kind: "mark:continued",
    apply: (draft, random) => {
      const found = anyLine(draft, random, isEntry);
      if (found === undefined) return;
      found.line.text += "\\";
      insertAt(draft, found.at + 1, `${MARK}more`);
    },
  },
  into("line", "mark", [MARK]),
];

/** Bytes and characters that systemd refuses, and those it bears. */
export const characterMutations: readonly Mutation[] = [
  into("comment", "not-utf8", invalidSequences),
  into("value", "not-utf8", invalidSequences, 0.2),
  into("key", "not-utf8", invalidSequences, 0.2),
  into("header", "not-utf8", invalidSequences, 0.1),
  {
    kind: "not-utf8:own-line",
    weight: 0.1,
    apply: (draft, random) => insertAnywhere(draft, random, random.pick(invalidSequences)),
  },
  into("comment", "noncharacter", noncharacters),
  into("value", "noncharacter", noncharacters, 0.2),
  into("key", "noncharacter", noncharacters, 0.1),
  into("header", "noncharacter", noncharacters, 0.1),
  into("value", "odd-character", oddCharacters),
  into("key", "odd-character", oddCharacters),
  into("header", "odd-character", oddCharacters),
  into("value", "control", controls),
  into("key", "control", controls),
  into("header", "control", controls, 0.15),
  { kind: "control:own-line", apply: (draft, random) => insertAnywhere(draft, random, random.pick(controls)) },
];

/** Blanks that systemd strips, and those it takes for text. */
export const blankMutations: readonly Mutation[] = [
  {
    kind: "blank:leading",
    weight: 2,
    apply: (draft, random) => before(draft, random.below(draft.lines.length), random.pick(blanks)),
  },
  {
    kind: "blank:trailing",
    apply: (draft, random) => {
      const found = anyLine(draft, random, text => !isHeader(text));
      if (found !== undefined) found.line.text += random.pick(blanks);
    },
  },
  { kind: "blank:after-header", weight: 0.3, apply: (draft, random) => afterHeader(draft, random) },
  {
    kind: "blank:around-equals",
    weight: 2,
    apply: (draft, random) => {
      const found = anyLine(draft, random, isEntry);
      if (found === undefined) return;
      const { key, value } = keyAndValue(found.line.text);
      found.line.text = `${key}${random.pick(blanks)}=${random.pick(blanks)}${value}`;
    },
  },
  { kind: "blank:own-line", apply: (draft, random) => insertAnywhere(draft, random, random.pick(blanks)) },
  into("key", "blank", blanks),
];

function afterHeader(draft: Draft, random: Random): void {
  const found = anyLine(draft, random, isHeader);
  if (found !== undefined) found.line.text += random.pick(blanks);
}
