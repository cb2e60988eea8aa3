/** The words of command lines. systemd: extract_first_word_and_warn(), src/basic/extract-word.c; replace_env_argv(), src/basic/env-util.c */
import type { Span } from "../text/span.ts";
import type { ValuePart, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { nextWord } from "./words.ts";

/** A word of a command line, or why there is none. */
export type CommandWord =
  | { readonly word: MappedText; readonly rest: number; readonly note?: ValueProblem }
  | { readonly message: string; readonly span: Span }
  | undefined;

/** The word at `from`; where it cannot be read, systemd tries again and leaves unknown escapes as they are. */
export function nextCommandWord(text: string, from: number): CommandWord {
  const strict = nextWord(text, from, { unquote: true, unescape: true });
  if (strict === undefined || "word" in strict) return strict;
  const relaxed = nextWord(text, from, { unquote: true, unescape: true, relaxEscapes: true });
  if (relaxed === undefined || "error" in relaxed) {
    const span = relaxed?.span ?? strict.span;
    const quote = text.charAt(span.start);
    return { message: quote === "\\" ? "A quote is not closed" : `The quote ${quote} is not closed`, span };
  }
  return { ...relaxed, note: unknownEscape(text, strict.span) };
}

function unknownEscape(text: string, span: Span): ValueProblem {
  const written = text.slice(span.start, span.end);
  const message = `There is no escape ${written}, so the backslash stays; write \\${written} for a backslash`;
  return { message, span, consequence: "notes", replacement: `\\${written}`, equivalent: true };
}

/** A lone `;` or `\;` at `from`, which never stand for words in quotes. */
export function commandOperator(text: string, from: number): string | undefined {
  return /^\\?;(?=[ \t\n\r]|$)/.exec(text.slice(from, from + 3))?.[0];
}

/** Where the blanks at `from` end. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\n\r".includes(text.charAt(at))) at++;
  return at;
}

/** The parts of an argument: itself, and the variables that systemd will replace. */
export function argumentParts(word: MappedText, variables: boolean): ValuePart[] {
  const parts: ValuePart[] = [{ kind: "argument", span: word.span() }];
  if (!variables) return parts;
  for (const match of word.text.matchAll(/\$\$|\$\{[A-Za-z_][A-Za-z0-9_]*\}|^\$[A-Za-z_][A-Za-z0-9_]*$/g)) {
    if (match[0] === "$$") continue;
    parts.push({ kind: "variable", span: word.span(match.index, match.index + match[0].length) });
  }
  return parts;
}
