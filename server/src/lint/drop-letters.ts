/** An edit that takes options out of a command. */
import type { Place } from "../model/place.ts";
import type { TextEdit } from "../text/text-edit.ts";

/** Takes letters out of a word of short options, or the word with the blank behind it where nothing is left of it; undefined where it is not written so, or one has a value. */
export function dropLetters({ file, span }: Place, word: string, letters: string): TextEdit | undefined {
  const { text } = file.source;
  if (text.slice(span.start, span.end) !== word || /^-[^-]*=/.test(word)) return undefined;
  const left = word.startsWith("--") ? "-" : [...word].filter(letter => !letters.includes(letter)).join("");
  if (left !== "-") return { span, text: left };
  return { span: { start: span.start, end: span.end + (text.charAt(span.end) === " " ? 1 : 0) }, text: "" };
}
