/**
 * Bits of the kernel that say how capabilities are kept. systemd leaves out words that it does not know, without a word.
 * systemd: secure_bits_from_string(), src/shared/securebits-util.c
 */
import { nearest } from "../../text/nearest.ts";
import type { Parsed, ValueContext, ValueKind, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";
import { splitWords } from "../words.ts";

const old = ["keep-caps", "no-setuid-fixup", "noroot"];
/** Of 262, as its NEWS tells. */
const recent = ["no-cap-ambient-raise", "exec-restrict-file", "exec-deny-interactive"];
const isRecentSince = 262;

export const secureBits: ValueKind = {
  id: "secure-bits",
  describe: "some of keep-caps, no-setuid-fixup, noroot, and the same with -locked",
  words: at => bits(at),
  parse: parseSecureBits,
};

function parseSecureBits(text: string, at: ValueContext): Parsed {
  const { words, failure } = splitWords(text, { unquote: true });
  const known = bits(at);
  const problems = words.flatMap(word => (known.includes(word.text) ? [] : [unknownBit(word, at)]));
  if (failure !== undefined) problems.push(silent("The quote is not closed, so the rest is left out", failure.span));
  const right = words.filter(word => known.includes(word.text));
  return {
    value: right.map(word => word.text).join(" "),
    parts: right.map(word => ({ kind: "keyword", span: word.span() })),
    problems,
  };
}

function unknownBit(word: MappedText, at: ValueContext): ValueProblem {
  const later = withLocks(recent).includes(word.text);
  const replacement = nearest(word.text.replace(/_/g, "-"), bits(at));
  const message = later
    ? `${word.text} is known from systemd ${isRecentSince} on; ${at.version} leaves it out`
    : `${shown(word.text)} is no secure bit and is left out; there are ${withLocks(old).join(", ")}`;
  return silent(message, word.span(), later ? undefined : replacement);
}

function silent(message: string, span: ValueProblem["span"], replacement?: string): ValueProblem {
  return { message, span, consequence: "silent", rule: "unchecked-value", ...(replacement && { replacement }) };
}

function bits({ version }: ValueContext): readonly string[] {
  return withLocks(version < isRecentSince ? old : [...old, ...recent]);
}

function withLocks(words: readonly string[]): readonly string[] {
  return words.flatMap(word => [word, `${word}-locked`]);
}
