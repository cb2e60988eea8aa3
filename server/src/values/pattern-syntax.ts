/**
 * Plain mistakes in regular expressions of PCRE2: what it certainly refuses. What is rare or in doubt passes.
 * systemd: pattern_compile_and_log(), src/shared/pcre2-util.c; pcre2pattern(3)
 */
import { endOfQuoted, type PatternFault, readPatternClass, unknownEscapes, wrong } from "./pattern-class.ts";

/** The first mistake of a pattern, or undefined. */
export function patternFault(pattern: string): PatternFault | undefined {
  // With (?x) blanks and comments are no part of the pattern: too rare to be followed.
  return /\(\?\^?[a-z]*x/.test(pattern) ? undefined : new PatternReader(pattern).read();
}

/** What may follow `(?`. */
const groupKinds = /^\(\?[:=!<P'>|&RC(0-9+\-imnsxJUar^)#]/;
/** Escapes that stand for a place, not for a character. */
const places = "ABGKZbz";
const mostRepeats = 65535;

/** Each method reads one piece and returns what is wrong with it. */
class PatternReader {
  private readonly text: string;
  private readonly open: number[] = [];
  private at = 0;
  private captures = 0;
  /** The greatest group that a \1 … \9 asks for, and where. */
  private asked = { group: 0, at: 0 };
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
    if (unclosed !== undefined) return wrong("The ( is never closed", unclosed);
    const { group, at } = this.asked;
    return group > this.captures ? wrong(`There is no group ${group}`, at, 2) : undefined;
  }

  private readPiece(): PatternFault | undefined {
    const character = this.text.charAt(this.at);
    if (character === "\\") return this.readEscape();
    if (character === "[") return this.readClass();
    if (character === "(") return this.openGroup();
    if (character === ")") return this.closeGroup();
    if (character === "{") return this.readBraces();
    if ("*+?".includes(character)) return this.readQuantifier(1);
    return this.take(1, "|^$".includes(character) ? "nothing" : "item");
  }

  private readEscape(): PatternFault | undefined {
    const { text, at } = this;
    const next = text.charAt(at + 1);
    if (next === "") return wrong("Nothing follows the backslash", at);
    if (unknownEscapes.includes(next)) return wrong(`There is no escape \\${next}`, at, 2);
    if (next === "E") return this.take(2, this.before);
    if (next === "Q") {
      const end = endOfQuoted(text, at);
      return this.take(end - at, end > at + 4 ? "item" : this.before);
    }
    const isGroup = /^[1-9](?!\d)/.test(text.slice(at + 1, at + 3));
    if (isGroup && Number(next) > this.asked.group) this.asked = { group: Number(next), at };
    return this.take(2, places.includes(next) ? "nothing" : "item");
  }

  private readClass(): PatternFault | undefined {
    const end = readPatternClass(this.text, this.at);
    return typeof end === "number" ? this.take(end - this.at, "item") : end;
  }

  private openGroup(): PatternFault | undefined {
    const { text, at } = this;
    const start = text.slice(at, at + 3);
    const isComment = start === "(?#";
    if (isComment || /^\(\*[A-Z:]/.test(start)) {
      const end = text.indexOf(")", at);
      if (end < 0) return wrong("The ( is never closed", at);
      return this.take(end + 1 - at, !isComment ? "nothing" : this.before === "quantifier" ? "item" : this.before);
    }
    const head = /^\((?:\?[imnsxJUar^-]*\)|\*[a-z_]+:)/.exec(text.slice(at, at + 40))?.[0];
    if (head?.endsWith(")")) return this.take(head.length, "nothing");
    if (head === undefined && start.length > 2 && start.startsWith("(?") && !groupKinds.test(start))
      return wrong(`There is no group that starts with ${start}`, at, 3);
    this.open.push(at);
    if (!start.startsWith("(?") || /^\(\?(?:P?<[^=!]|')/.test(text.slice(at, at + 5))) this.captures++;
    if (!start.startsWith("(?")) return this.take(head?.length ?? 1, "nothing");
    return /[:=!>|]$/.test(start) ? this.take(3, "nothing") : this.take(start.endsWith("(") ? 2 : start.length, "item");
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
