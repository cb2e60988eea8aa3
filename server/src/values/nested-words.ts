/** Splitting a word once more, with places in the value. systemd: extract_many_words(), src/basic/extract-word.c */
import type { Span } from "../text/span.ts";
import type { MappedText } from "./mapped-text.ts";
import { nextWord, type WordOptions } from "./words.ts";

/** At most `limit` words of a text that itself was made from the value; the failure's span is of the value. */
export function splitNested(
  outer: MappedText,
  options: WordOptions,
  limit = Number.POSITIVE_INFINITY,
): { readonly words: readonly MappedText[]; readonly rest: number; readonly failure?: Span } {
  const words: MappedText[] = [];
  let from = 0;
  while (words.length < limit && from <= outer.text.length) {
    const outcome = nextWord(outer.text, from, options);
    if (outcome === undefined) break;
    if ("error" in outcome) return { words, rest: from, failure: outer.span(outcome.span.start, outcome.span.end) };
    words.push(outcome.word.within(outer));
    from = outcome.rest;
  }
  return { words, rest: from };
}
