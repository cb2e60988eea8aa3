/** What a TextMate grammar is made of, and the pieces of which every rule here is put together. */

/** One rule of a TextMate grammar; its regular expressions are Oniguruma's. */
export interface GrammarRule {
  readonly include?: string;
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly GrammarRule[];
}

/** What the groups of a regular expression are, by their numbers. */
export type Captures = Readonly<Record<string, { readonly name?: string; readonly patterns?: readonly GrammarRule[] }>>;

/**
 * Where a logical line ends: not behind a line feed that a continuation or a comment took. Some readers leave the CR of a CR LF.
 */
export const LINE_END = "(?<!\\n)\\r?$";
/** Blanks at the start of a line; possessive, since lines of blanks alone may be long. */
export const LINE_START = "^[ \\t]*+";
/** Nothing but a blank or the equals sign stands before. */
export const WORD_START = "(?<![^\\s=])";
/**
 * One character of a word: backslashes are taken with what they escape, so that the one at the end of a line, which continues it, is
 * never a part of anything.
 */
export const WORD_CHARACTER = "(?:[^\\s\\\\\"']|\\\\\\S)";

/** Where a word ends: before blanks, a quote, or the backslash that continues the line. */
export const WORD_END = "(?=[\\s\"']|\\\\\\r?$)";

/** A scope of this language, or several of them. */
export function scope(...names: readonly string[]): string {
  return names.map(name => `${name}.systemd-unit`).join(" ");
}

/** References to rules of the repository. */
export function include(...names: readonly string[]): GrammarRule[] {
  return names.map(name => ({ include: `#${name}` }));
}

/**
 * A word with specifiers and escapes inside. Such pieces are no captures with patterns, for which the engine copies the line up to there,
 * so that a line of many would take the square of its length.
 */
export function word(scopes: Pick<GrammarRule, "name" | "contentName">, begin: string, end = WORD_END): GrammarRule {
  return { ...scopes, begin, end, patterns: include("specifier", "escape", "escaped-character") };
}

/** A piece of text with one scope. */
export function piece(name: string, match: string): GrammarRule {
  return { name: scope(name), match };
}

/** Words of which any may stand, sorted, for a regular expression. */
export function anyOf(words: readonly string[]): string {
  return [...new Set(words)]
    .sort()
    .map(word => word.replace(/[.*+?^$()[\]{}|\\]/g, "\\$&"))
    .join("|");
}
