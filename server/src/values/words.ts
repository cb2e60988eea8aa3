/**
 * Splitting a value into words, with systemd's quoting and escapes.
 * systemd: extract_first_word(), src/basic/extract-word.c; cunescape_one(), src/basic/escape.c
 */
import type { Span } from "../text/span.ts";
import { MappedText, MappedTextBuilder } from "./mapped-text.ts";

/** Named after systemd's EXTRACT_ flags. */
export interface WordOptions {
  /** What separates words; blanks by default. */
  readonly separators?: string;
  /** EXTRACT_UNQUOTE: quotes hold separators, and are taken away. */
  readonly unquote?: boolean;
  /** EXTRACT_KEEP_QUOTE: quotes hold separators, and stay. */
  readonly keepQuote?: boolean;
  /** EXTRACT_CUNESCAPE: escapes of C are resolved; unknown ones are an error unless relaxed. */
  readonly unescape?: boolean;
  /** EXTRACT_UNESCAPE_RELAX: unknown escapes stay as they are. */
  readonly relaxEscapes?: boolean;
  /** EXTRACT_UNESCAPE_SEPARATORS: a backslash before a separator or a backslash takes its meaning. */
  readonly unescapeSeparators?: boolean;
  /** EXTRACT_RETAIN_ESCAPE: a backslash is a character like any other. */
  readonly retainEscape?: boolean;
  /** EXTRACT_RELAX: quotes need not be closed. */
  readonly relaxQuotes?: boolean;
  /** EXTRACT_DONT_COALESCE_SEPARATORS: between two separators there is an empty word. */
  readonly keepEmpty?: boolean;
}

/** A word, or where and why there is none. */
export type WordOutcome =
  | { readonly word: MappedText; readonly rest: number }
  /** EINVAL: a quote that is not closed, or an escape that does not exist. */
  | { readonly error: "quote" | "escape"; readonly span: Span }
  | undefined;

const BLANKS = " \t\n\r";

/** The first word at or behind `from`; `rest` is where to go on, beyond the text's end after the last word. */
export function nextWord(text: string, from: number, options: WordOptions = {}): WordOutcome {
  return plainWord(text, from, options) ?? new WordReader(text, from, options).read();
}

/** The quick way for most words, which have neither quotes nor backslashes and stand between blanks. */
function plainWord(text: string, from: number, { separators, keepEmpty }: WordOptions): WordOutcome {
  if (keepEmpty === true || separators !== undefined) return undefined;
  plainPattern.lastIndex = from;
  const match = plainPattern.exec(text);
  if (match === null) return undefined;
  const [, before = "", word = ""] = match;
  const { lastIndex } = plainPattern;
  return {
    word: MappedText.verbatim(word, from + before.length),
    rest: lastIndex < text.length ? lastIndex : text.length + 1,
  };
}

const plainPattern = /([ \t\n\r]*)([^ \t\n\r\\"']+)(?:[ \t\n\r]+|$)/y;

/** All words; stops at the first that cannot be read, which is told by `failure`. */
export function splitWords(
  text: string,
  options: WordOptions = {},
): { words: MappedText[]; failure?: { error: "quote" | "escape"; span: Span } } {
  const words: MappedText[] = [];
  for (let from = 0; from <= text.length; ) {
    const outcome = nextWord(text, from, options);
    if (outcome === undefined) break;
    if ("error" in outcome) return { words, failure: outcome };
    words.push(outcome.word);
    from = outcome.rest;
  }
  return { words };
}

class WordReader {
  private readonly text: string;
  private readonly options: WordOptions;
  private readonly separators: string;
  private readonly word: MappedTextBuilder;
  private at: number;
  /** Where the stretch starts that is taken over as it stands, up to `at`. */
  private taken: number;

  constructor(text: string, from: number, options: WordOptions) {
    this.text = text;
    this.options = options;
    this.separators = options.separators ?? BLANKS;
    this.at = from;
    while (options.keepEmpty !== true && this.at < text.length && this.isSeparator(this.at)) this.at++;
    this.taken = this.at;
    this.word = new MappedTextBuilder(this.at);
  }

  read(): WordOutcome {
    const { text, options } = this;
    const start = this.at;
    if (start >= text.length && !(options.keepEmpty && start === text.length)) return undefined;
    let quote = "";
    let quoteAt = start;
    while (this.at < text.length) {
      const character = text.charAt(this.at);
      if (character === "\\" && options.retainEscape !== true) {
        const failure = this.readEscape(quote !== "");
        if (failure !== undefined) return failure;
      } else if (quote !== "") {
        if (character === quote) quote = "";
        if (quote === "" && options.unquote === true) this.skip();
        else this.at++;
      } else if ((character === '"' || character === "'") && (options.unquote === true || options.keepQuote === true)) {
        quote = character;
        quoteAt = this.at;
        if (options.unquote === true) this.skip();
        else this.at++;
      } else if (this.isSeparator(this.at)) {
        return this.finish();
      } else this.at++;
    }
    if (quote !== "" && options.relaxQuotes !== true)
      return { error: "quote", span: { start: quoteAt, end: text.length } };
    this.flush();
    return { word: this.word.build(), rest: text.length + 1 };
  }

  private finish(): WordOutcome {
    this.flush();
    const word = this.word.build();
    this.at++;
    if (this.options.keepEmpty === true) return { word, rest: this.at };
    while (this.at < this.text.length && this.isSeparator(this.at)) this.at++;
    return { word, rest: this.at < this.text.length ? this.at : this.text.length + 1 };
  }

  /** Reads a backslash and what follows it. */
  private readEscape(quoted: boolean): WordOutcome {
    const { text, options, at } = this;
    const next = text.charAt(at + 1);
    if (next === "") return this.readLastBackslash(quoted);
    const resolved = options.unescape === true ? readCEscape(text, at + 1) : undefined;
    if (resolved !== undefined) this.make(resolved.text, 1 + resolved.length);
    else if (options.unescapeSeparators === true && (this.separators.includes(next) || next === "\\"))
      this.make(next, 2);
    else if (options.relaxEscapes === true) this.at += 2;
    else if (options.unescape === true || options.unescapeSeparators === true) {
      return { error: "escape", span: { start: at, end: at + 1 + lengthAt(text, at + 1) } };
    } else this.make(next, 2);
    return undefined;
  }

  private readLastBackslash(quoted: boolean): WordOutcome {
    const { options, at } = this;
    if (options.relaxEscapes === true && (!quoted || options.relaxQuotes === true)) {
      this.at++;
      return undefined;
    }
    if (options.relaxQuotes === true) {
      this.skip();
      return undefined;
    }
    return { error: quoted ? "quote" : "escape", span: { start: at, end: at + 1 } };
  }

  /** Leaves out one character. */
  private skip(): void {
    this.flush();
    this.at++;
    this.taken = this.at;
  }

  /** Puts text in place of what stands next. */
  private make(text: string, length: number): void {
    this.flush();
    this.word.make(text, { start: this.at, end: this.at + length });
    this.at += length;
    this.taken = this.at;
  }

  private flush(): void {
    this.word.take(this.text.slice(this.taken, this.at), this.taken);
    this.taken = this.at;
  }

  private isSeparator(at: number): boolean {
    return this.separators.includes(this.text.charAt(at));
  }
}

/** How many code units the character has that stands there. */
function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
  "'": "'",
  s: " ",
};

/** The character that an escape behind its backslash stands for; bytes from 128 stand for themselves as U+DC80 … U+DCFF. */
function readCEscape(text: string, at: number): { text: string; length: number } | undefined {
  const simple = simpleEscapes[text.charAt(at)];
  if (simple !== undefined) return { text: simple, length: 1 };
  const match = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/.exec(text.slice(at, at + 9));
  if (match === null) return undefined;
  const [all, hex, short, long, octal] = match;
  const code = Number.parseInt(hex ?? short ?? long ?? octal ?? "", octal === undefined ? 16 : 8);
  const byte = hex !== undefined || octal !== undefined;
  if (code === 0 || code > (byte ? 0xff : 0x10ffff)) return undefined;
  if (!byte && code >= 0xd800 && code <= 0xdfff) return undefined;
  if (long !== undefined && isNoncharacter(code)) return undefined;
  return {
    text: byte && code >= 0x80 ? String.fromCharCode(0xdc00 + code) : String.fromCodePoint(code),
    length: all.length,
  };
}

function isNoncharacter(code: number): boolean {
  return (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
}
