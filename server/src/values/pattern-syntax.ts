/**
 * Plain mistakes in regular expressions of PCRE2: what it certainly refuses. What is rare or in doubt passes.
 * systemd: pattern_compile_and_log(), src/shared/pcre2-util.c; pcre2pattern(3)
 */
import type { Span } from "../text/span.ts";

/** What PCRE2 refuses in a pattern, and where. */
export interface PatternFault {
  readonly message: string;
  readonly span: Span;
}

/** The first mistake of a pattern, or undefined. */
export function patternFault(pattern: string): PatternFault | undefined {
  // With (?x) blanks and comments are no part of the pattern: too rare to be followed.
  return /\(\?\^?[a-z]*x/.test(pattern) ? undefined : new PatternReader(pattern).read();
}

/** Escapes that are letters and mean nothing, or what PCRE2 does not support. */
const unknownEscapes = "FIJLMOTUYijlmquy";
const classNames = "alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit < >".split(" ");
/** What may follow `(?`. */
const groupKinds = /^\(\?[:=!<P'>|&RC(0-9+\-a-zA-Z^)#]/;
const mostRepeats = 65535;

/** Each method reads one piece and returns what is wrong with it. */
class PatternReader {
  private readonly text: string;
  private readonly open: number[] = [];
  private at = 0;
  /** Whether a quantifier may follow: there is nothing, an item, or a quantifier already. */
  private before: "nothing" | "item" | "quantifier" = "nothing";

  constructor(text: string) {
    this.text = text;
  }

  read(): PatternFault | undefined {
    while (this.at < this.text.length) {
      const fault = this.readPiece();
      if (fault !== undefined) return fault;
    }
    const unclosed = this.open.at(-1);
    return unclosed === undefined ? undefined : wrong("The ( is never closed", unclosed);
  }

  private readPiece(): PatternFault | undefined {
    const character = this.text.charAt(this.at);
    if (character === "\\") return this.readEscape();
    if (character === "[") return this.readClass();
    if (character === "(") return this.openGroup();
    if (character === ")") return this.closeGroup();
    if (character === "{") return this.readBraces();
    if ("*+?".includes(character)) return this.readQuantifier(1);
    return this.take(1, character === "|" ? "nothing" : "item");
  }

  private readEscape(): PatternFault | undefined {
    const { text, at } = this;
    const next = text.charAt(at + 1);
    if (next === "") return wrong("Nothing follows the backslash", at);
    if (unknownEscapes.includes(next)) return wrong(`There is no escape \\${next}`, at, 2);
    if (next === "E") return this.take(2, this.before);
    if (next !== "Q") return this.take(2, "item");
    const end = endOfQuoted(text, at);
    return this.take(end - at, end > at + 4 ? "item" : this.before);
  }

  private readClass(): PatternFault | undefined {
    const { text } = this;
    let at = this.at + 1;
    if (text.charAt(at) === "^") at++;
    if (text.charAt(at) === "]") at++;
    while (at < text.length && text.charAt(at) !== "]") {
      const name = text.charAt(at) === "[" ? /^\[:\^?([a-z<>]{1,12}):\]/.exec(text.slice(at, at + 20)) : null;
      if (name !== null && !classNames.includes(name[1] ?? ""))
        return wrong(`There is no class ${name[0]} of characters`, at, name[0].length);
      if (text.startsWith("\\Q", at)) at = endOfQuoted(text, at);
      else at += name?.[0].length ?? (text.charAt(at) === "\\" ? 2 : 1);
    }
    return at < text.length ? this.take(at + 1 - this.at, "item") : wrong("The [ is never closed", this.at);
  }

  private openGroup(): PatternFault | undefined {
    const { text, at } = this;
    const start = text.slice(at, at + 3);
    if (/^\((?:\?#|\*[A-Za-z:])/.test(start)) {
      const end = text.indexOf(")", at);
      return end < 0 ? wrong("The ( is never closed", at) : this.take(end + 1 - at, "item");
    }
    const isPlain = !start.startsWith("(?");
    if (!isPlain && start.length > 2 && !groupKinds.test(start))
      return wrong(`There is no group that starts with ${start}`, at, 3);
    this.open.push(at);
    const length = isPlain ? 1 : start.endsWith(")") ? 2 : start.length;
    return this.take(length, isPlain || /[:=!>]$/.test(start) ? "nothing" : "item");
  }

  private closeGroup(): PatternFault | undefined {
    return this.open.pop() === undefined ? wrong("The ) closes nothing", this.at) : this.take(1, "item");
  }

  /** Behind a quantifier one ? or + is fine, more are not. */
  private readQuantifier(length: number): PatternFault | undefined {
    const { text, at } = this;
    if (this.before !== "item")
      return wrong(`There is nothing that ${text.slice(at, at + length)} could repeat`, at, length);
    return this.take(/[?+]/.test(text.charAt(at + length)) ? length + 1 : length, "quantifier");
  }

  private readBraces(): PatternFault | undefined {
    const { text, at } = this;
    const found = /^\{(\d{1,9})(?:(,)(\d{0,9}))?\}/.exec(text.slice(at, at + 24));
    if (found === null) return this.take(1, "item");
    const [all, least = "", comma, most = ""] = found;
    const highest = Number(most === "" ? least : most);
    if (Math.max(Number(least), highest) > mostRepeats)
      return wrong(`The number in ${all} is greater than 65,535`, at, all.length);
    if (comma !== undefined && highest < Number(least))
      return wrong(`The numbers of ${all} are in the wrong order`, at, all.length);
    return this.readQuantifier(all.length);
  }

  private take(length: number, before: PatternReader["before"]): undefined {
    this.at += length;
    this.before = before;
    return undefined;
  }
}

/** Where what follows `\Q` ends: behind `\E`, or with the text. */
function endOfQuoted(text: string, at: number): number {
  const end = text.indexOf("\\E", at + 2);
  return end < 0 ? text.length : end + 2;
}

function wrong(message: string, start: number, length = 1): PatternFault {
  return { message, span: { start, end: start + length } };
}
