/** The texts of `server/docs` as pieces of a hover. */
import type { Text } from "../../texts/texts.ts";
import type { Block, Sentence } from "./markup.ts";

/** Summary and body, a paragraph each. */
export function paragraphs(text: Text | undefined): readonly Block[] {
  return text === undefined ? [] : [text.summary, ...text.body].map(sentenceOf);
}

/** The facts, an item each: `Default: no`. */
export function factItems(text: Text | undefined): readonly Sentence[] {
  return (text?.facts ?? []).map(([label, fact]) => [`${capitalized(label)}: `, ...sentenceOf(fact)]);
}

/** A text whose backticks stand around code. */
export function sentenceOf(text: string): Sentence {
  return text.split("`").flatMap((piece, i) => (piece === "" ? [] : [i % 2 === 1 ? { code: piece } : piece]));
}

function capitalized(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
