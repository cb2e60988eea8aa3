/** Which word of which command a cursor stands in, while the command is still being written. */
import type { SystemdVersion } from "../catalog/directive.ts";
import type { Span } from "../text/span.ts";
import { type Prefixes, readPrefixes } from "./command.ts";

/** A place in a command. */
export interface CommandCursor {
  /** 0 for the program, 1 for its first argument. */
  readonly index: number;
  /** What is left of the word where its quotes are open: its text without them. */
  readonly word: Span;
  /** What stands in the word before the cursor. */
  readonly typed: string;
  /** The prefixes before the program. */
  readonly prefixes: Prefixes;
  /** The program as written, without its prefixes. */
  readonly program: string;
}

/** Words are parted as systemd does it, but for quotes in the middle of words, which are looked at from their beginning. */
export function commandCursor(text: string, cursor: number, version: SystemdVersion): CommandCursor {
  let words: Span[] = [];
  let word = firstWord(text, 0);
  while (word.next <= cursor) {
    if (text.slice(word.start, word.next).trim() === ";") words = [];
    else words.push({ start: word.start, end: word.end });
    word = firstWord(text, word.next);
  }
  const here =
    word.start > cursor ? { start: cursor, end: cursor } : { start: word.start, end: Math.max(word.end, cursor) };
  const first = words[0] ?? here;
  const written = text.slice(first.start, first.end);
  const prefixes = readPrefixes(written, version);
  return {
    index: words.length,
    word: here,
    typed: text.slice(here.start, cursor),
    prefixes,
    program: written.slice(prefixes.length),
  };
}

interface Word extends Span {
  /** Where the next one may begin: behind a blank, or beyond the text. */
  readonly next: number;
}

/** The word behind the blanks at `from`: without the quote that it begins with, and without the one that closes it. */
function firstWord(text: string, from: number): Word {
  let start = from;
  while (isBlank(text.charAt(start))) start++;
  const opening = isQuote(text.charAt(start)) ? text.charAt(start) : "";
  let quote = opening;
  let at = start + opening.length;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at++;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (isQuote(character)) quote = character;
    else if (isBlank(character)) break;
  }
  const end = Math.min(at, text.length);
  const inner = start + opening.length;
  const closes = opening !== "" && quote === "" && end > inner && text.charAt(end - 1) === opening;
  return { start: inner, end: closes ? end - 1 : end, next: at < text.length ? at + 1 : text.length + 1 };
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

function isBlank(character: string): boolean {
  return character !== "" && " \t\r\n".includes(character);
}
