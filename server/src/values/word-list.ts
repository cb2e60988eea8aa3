/** Lists of words out of a vocabulary, and what somebody meant by a word that is not in it. */
import type { SystemdVersion } from "../catalog/directive.ts";
import { nearest } from "../text/nearest.ts";
import type { Span } from "../text/span.ts";
import type { Consequence, PartKind, ValuePart, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { shown } from "./shown.ts";
import { nextWord, type WordOptions } from "./words.ts";

/** The words that may be written in one place. */
export interface Vocabulary {
  /** What one of them is called: `capability`. */
  readonly noun: string;
  /** What to write, as the end of a sentence: `names such as CAP_NET_ADMIN`. */
  readonly allowed: string;
  readonly words: readonly string[];
  /** Whether a word is one of them; by default, whether it is written exactly as one. */
  readonly isKnown?: (word: string) => boolean;
  /** What people write in place of the words, in lower case, and the words. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** The release that brought a word, where an older one lacks it. */
  readonly since?: (word: string) => SystemdVersion | undefined;
  /** The word that one with a wrong prefix or ending stands for. */
  readonly repair?: (word: string) => string | undefined;
}

/** A list as it was read. */
export interface WordList {
  readonly words: readonly string[];
  readonly parts: readonly ValuePart[];
  readonly problems: readonly ValueProblem[];
  /** Why reading stopped before the end. */
  readonly failure?: { readonly error: "quote" | "escape"; readonly span: Span };
}

/** What to make of one word: the kind of its part, or what is wrong with it; `hurried` where suggestions would take too long. */
export type JudgeWord = (word: MappedText, hurried: boolean) => PartKind | ValueProblem;

/** Reads words from `from` on and judges each. */
export function readWordList(text: string, from: number, options: WordOptions, judge: JudgeWord): WordList {
  const words: string[] = [];
  const parts: ValuePart[] = [];
  const problems: ValueProblem[] = [];
  for (let at = from; at <= text.length; ) {
    const outcome = nextWord(text, at, options);
    if (outcome === undefined) break;
    if ("error" in outcome) return { words, parts, problems, failure: outcome };
    const verdict = judge(outcome.word, problems.length >= 50);
    if (typeof verdict !== "string") problems.push(verdict);
    else {
      words.push(outcome.word.text);
      parts.push({ kind: verdict, span: outcome.word.span() });
    }
    at = outcome.rest;
  }
  return { words, parts, problems };
}

/** Whether a list starts with `~`, which turns it around. */
export function readInversion(text: string): { readonly inverted: boolean; readonly parts: readonly ValuePart[] } {
  const inverted = text.startsWith("~");
  return { inverted, parts: inverted ? [{ kind: "operator", span: { start: 0, end: 1 } }] : [] };
}

/** The problem of a word that is not in the vocabulary. */
export function unknownWord(
  word: MappedText,
  vocabulary: Vocabulary,
  consequence: Consequence,
  hurried = false,
): ValueProblem {
  const isTurned = word.text.startsWith("~");
  const { message, replacement } = isTurned ? misplacedTurn : notKnown(word.text, vocabulary, hurried);
  const span = isTurned ? word.span(0, 1) : word.span();
  // Spelt out, as there may be thousands and spreading takes its time.
  const problem: ValueProblem =
    consequence === "silent" ? { message, span, consequence, rule: "unchecked-value" } : { message, span, consequence };
  return replacement === undefined ? problem : { ...problem, replacement };
}

const misplacedTurn: { readonly message: string; readonly replacement?: string } = {
  message: "~ may only stand before the whole list, where it turns all of it around",
};

/** What to say of a word that is not in the vocabulary, and what to write instead where that is plain. */
export function notKnown(
  text: string,
  vocabulary: Vocabulary,
  hurried = false,
): { readonly message: string; readonly replacement?: string } {
  const since = vocabulary.since?.(text);
  if (since !== undefined) return { message: `${shown(text)} is known from systemd ${since} on` };
  const meant = hurried ? undefined : meantBy(text, vocabulary);
  const replacement = meant === undefined || meant === text ? {} : { replacement: meant };
  if (text.includes(",") && meant !== undefined)
    return { message: `${shown(text)} has a comma; separate words by blanks`, ...replacement };
  const name = text === "" ? "An empty word" : shown(text);
  return { message: `${name} is no ${vocabulary.noun}; write ${vocabulary.allowed}`, ...replacement };
}

/** The word of a vocabulary that somebody meant; words with commas may stand for several. */
export function meantBy(text: string, vocabulary: Vocabulary): string | undefined {
  if (text.includes(",")) return splitAtCommas(text, vocabulary);
  const lower = text.toLowerCase();
  const { words, aliases = {}, repair } = vocabulary;
  const alias = Object.hasOwn(aliases, lower) ? aliases[lower] : undefined;
  if (alias !== undefined && (words.includes(alias) || isKnown(alias, vocabulary))) return alias;
  const repaired = repair?.(text);
  if (repaired !== undefined && isKnown(repaired, vocabulary)) return repaired;
  return nearest(text, words);
}

/** Whether a word is in a vocabulary. */
export function isKnown(word: string, vocabulary: Vocabulary): boolean {
  return vocabulary.isKnown?.(word) ?? vocabulary.words.includes(word);
}

function splitAtCommas(text: string, vocabulary: Vocabulary): string | undefined {
  const pieces = text.split(",").filter(piece => piece !== "");
  return pieces.length > 0 && pieces.every(piece => isKnown(piece, vocabulary)) ? pieces.join(" ") : undefined;
}
