/**
 * Conditions and assertions: `|` and `!`, specifiers, then a text of its own grammar. systemd reads that text only when the unit
 * starts, so all that is wrong with it is silent until then. systemd: config_parse_unit_condition_string(),
 * src/core/load-fragment.c; src/shared/condition.c
 */
import type { KindId } from "../catalog/directive.ts";
import type { Span } from "../text/span.ts";
import type { Reading } from "./fault.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, type ValuePart, type ValueProblem } from "./kind.ts";
import { MappedText } from "./mapped-text.ts";
import { expandSpecifiers, unknownSpecifier } from "./specifiers.ts";
import { isKnown, notKnown, type Vocabulary } from "./word-list.ts";

/** What a condition makes of its text: parts, and what is wrong. */
export interface Judged {
  readonly parts?: readonly ValuePart[];
  readonly problems?: readonly ValueProblem[];
}

/** Judges the text of a condition: not empty, without specifiers. */
export type JudgeCondition = (text: MappedText, at: ValueContext) => Judged;

/** The kind of a condition on a text. */
export function conditionKind(
  id: KindId,
  describe: string,
  judge: JudgeCondition,
  words?: ValueKind["words"],
): ValueKind {
  const parse = (text: string, at: ValueContext) => parseCondition(text, at, judge);
  return { id, describe, parse, ...(words === undefined ? {} : { words }) };
}

/** The signs before a condition. */
export interface ConditionSigns {
  /** `|`: one of those with it must hold. */
  readonly trigger: boolean;
  /** `!`: it must not hold. */
  readonly negate: boolean;
  /** Where the text behind them starts. */
  readonly from: number;
  readonly parts: readonly ValuePart[];
}

/** Reads the signs; blanks behind them count for conditions on paths. */
export function readSigns(text: string, blanks: "skip" | "keep"): ConditionSigns {
  const pattern = blanks === "skip" ? /^(\|[ \t\n\r]*)?(![ \t\n\r]*)?/ : /^(\|)?(!)?/;
  const [all = "", trigger, negate] = pattern.exec(text) ?? [];
  const parts: ValuePart[] = [];
  if (trigger !== undefined) parts.push({ kind: "prefix", span: { start: 0, end: 1 } });
  const start = trigger?.length ?? 0;
  if (negate !== undefined) parts.push({ kind: "prefix", span: { start, end: start + 1 } });
  return { trigger: trigger !== undefined, negate: negate !== undefined, from: all.length, parts };
}

/** Something that systemd does not say, but that can never be meant. */
export function unchecked(message: string, span: Span, replacement?: string): ValueProblem {
  const problem = { message, span, consequence: "silent", rule: "unchecked-value" } as const;
  return replacement === undefined ? problem : { ...problem, replacement };
}

/** Judges a text that is one word of a vocabulary. */
export function judgeWord(text: MappedText, vocabulary: Vocabulary, kind: ValuePart["kind"] = "keyword"): Judged {
  const span = text.span();
  if (isKnown(text.text, vocabulary)) return { parts: [{ kind, span }] };
  const { message, replacement } = notKnown(text.text, vocabulary);
  return { problems: [unchecked(message, span, replacement)] };
}

/** What was made of a piece of a condition. */
export function judgedPiece(piece: MappedText, reading: Reading<unknown>): Judged {
  const parts = reading.parts.map(part => ({ ...part, span: piece.span(part.span.start, part.span.end) }));
  if ("value" in reading) return { parts };
  const { message, span, replacement } = reading.fault;
  return { parts, problems: [unchecked(message, piece.span(span.start, span.end), replacement)] };
}

/** Only what is wrong. */
export function wrong(message: string, span: Span, replacement?: string): Judged {
  return { problems: [unchecked(message, span, replacement)] };
}

function parseCondition(text: string, at: ValueContext, judge: JudgeCondition): Parsed {
  if (text === "") return accepted(undefined);
  const { trigger, negate, from, parts } = readSigns(text, "skip");
  const written = MappedText.verbatim(text.slice(from), from);
  const expansion = expandSpecifiers(written, at);
  const known = [...parts, ...expansion.parts];
  if (expansion.unknown !== undefined)
    return { parts: known, problems: [unknownSpecifier(expansion.unknown, "drops-line")] };
  const expanded = expansion.text ?? written;
  const value = { trigger, negate, text: expanded.text };
  // What specifiers stand for is known to the host only.
  if (expansion.parts.length > 0) return { value, parts: known, problems: [] };
  const misplaced = misplacedSign(written, negate) ?? nothingLeft(written);
  if (misplaced !== undefined) return { value, parts: known, problems: [misplaced] };
  const judged = judge(expanded, at);
  return { value, parts: [...known, ...(judged.parts ?? [])], problems: judged.problems ?? [] };
}

/** A sign that is taken as the first character of the text; but `!=` and `!$=` compare. */
function misplacedSign(text: MappedText, negate: boolean): ValueProblem | undefined {
  const span = text.span(0, 1);
  if (text.text.startsWith("|") && negate) return unchecked("The | must stand before the !", span);
  if (text.text.startsWith("|")) return unchecked("One | is enough: the second counts as part of the value", span, "");
  if (/^!(?!\$?=)/.test(text.text))
    return unchecked("Only one ! is understood: the second counts as part of the value", span);
  return undefined;
}

function nothingLeft(text: MappedText): ValueProblem | undefined {
  return text.text === "" ? unchecked("Nothing follows the sign", text.span()) : undefined;
}
