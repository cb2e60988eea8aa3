/** Classes of characters in brackets, as PCRE2 reads them. systemd: pattern_compile_and_log(), src/shared/pcre2-util.c; pcre2pattern(3) */
import type { Span } from "../text/span.ts";

/** What PCRE2 refuses in a pattern, and where. */
export interface PatternFault {
  readonly message: string;
  readonly span: Span;
}

/** A mistake at a place of a pattern. */
export function wrong(message: string, start: number, length = 1): PatternFault {
  return { message, span: { start, end: start + length } };
}

/** Escapes that are letters and mean nothing, or what PCRE2 does not support. */
export const unknownEscapes = "FIJLMOTUYijlmquy";

/** Reads the class that begins at a bracket: where it ends, or what is wrong with it. */
export function readPatternClass(text: string, start: number): number | PatternFault {
  const alone = namedClass(text, start);
  if (alone !== undefined)
    return wrong(`The class ${alone} must stand in another pair of brackets`, start, alone.length);
  let at = start + 1;
  if (text.charAt(at) === "^") at++;
  if (text.charAt(at) === "]") at++;
  while (at < text.length && text.charAt(at) !== "]") {
    const end = readMember(text, at);
    if (typeof end !== "number") return end;
    at = end;
  }
  return at < text.length ? at + 1 : wrong("The [ is never closed", start);
}

/** Where what follows `\Q` ends: behind `\E`, or with the text. */
export function endOfQuoted(text: string, at: number): number {
  const end = text.indexOf("\\E", at + 2);
  return end < 0 ? text.length : end + 2;
}

const names = "alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit".split(" ");
/** Escapes that mean something only outside. */
const outerEscapes = "ABCGKNRXZz";

function readMember(text: string, at: number): number | PatternFault {
  const name = namedClass(text, at);
  if (name !== undefined) {
    const known = /^\[:(?:\^?([a-z]+)|[<>]):\]$/.exec(name);
    const isKnown = known !== null && (known[1] === undefined || names.includes(known[1]));
    return isKnown ? at + name.length : wrong(`There is no class ${name} of characters`, at, name.length);
  }
  if (text.startsWith("\\Q", at)) return endOfQuoted(text, at);
  if (text.charAt(at) === "\\") {
    const letter = text.charAt(at + 1);
    const isWrong = letter !== "" && (unknownEscapes + outerEscapes).includes(letter);
    return isWrong ? wrong(`There is no escape \\${letter} in a class`, at, 2) : at + 2;
  }
  const range = /^([!-Z^-~])-([!-Z^-~])/.exec(text.slice(at, at + 3));
  if (range === null) return at + 1;
  const [all, from = "", to = ""] = range;
  return from <= to ? at + 3 : wrong(`The range ${all} runs backwards`, at, 3);
}

/** A name such as `[:alpha:]`, right or not. */
function namedClass(text: string, at: number): string | undefined {
  if (text.charAt(at) !== "[") return undefined;
  return /^\[([:.=])[^:.=\]\\]{0,30}\1\]/.exec(text.slice(at, at + 36))?.[0];
}
