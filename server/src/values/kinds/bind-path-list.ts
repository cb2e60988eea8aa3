/** Bind mounts: `source:destination:options`, separated by blanks. systemd: config_parse_bind_paths(), src/core/load-fragment.c */

import { type Bind, BindReading } from "../bind-reading.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { splitNested } from "../nested-words.ts";
import { wordFailure } from "../word-failure.ts";
import { nextWord, splitWords } from "../words.ts";

export const bindPathList: ValueKind = {
  id: "bind-path-list",
  describe: "absolute paths as source:destination:options, separated by blanks; the options are rbind or norbind",
  parse: (text, at) => {
    if (text === "") return accepted([]);
    return at.version >= 262 ? parseTuples(text, at) : parseFields(text, at);
  },
};

/** Since 262: words first, then their fields between colons. */
function parseTuples(text: string, at: ValueContext): Parsed {
  const { words, failure } = splitWords(text, { unquote: true, retainEscape: true });
  const reading = new BindReading(at);
  for (const tuple of words) {
    const options = { separators: ":", unescape: true, unescapeSeparators: true, keepEmpty: true };
    const { words: fields, failure: bad } = splitNested(tuple, options, 4);
    if (bad !== undefined) reading.fault(wordFailure(text, { error: "escape", span: bad }, "drops-piece"));
    else reading.add(toBind(fields));
  }
  if (failure !== undefined) reading.fault(wordFailure(text, failure, words.length > 0 ? "drops-piece" : "drops-line"));
  return reading.parsed();
}

function toBind([source, destination, options, extra]: readonly MappedText[]): Bind {
  return {
    source: source ?? MappedText.verbatim("", 0),
    ...(destination === undefined ? {} : { destination }),
    ...(options === undefined ? {} : { options }),
    ...(extra === undefined ? {} : { extra }),
  };
}

/** Until 261: fields right away, between colons and single blanks; a second blank makes an empty path. */
function parseFields(text: string, at: ValueContext): Parsed {
  const reading = new BindReading(at);
  for (let from = 0; from <= text.length; ) {
    const { bind, rest, failure } = readFields(text, from);
    if (failure !== undefined) {
      reading.fault(wordFailure(text, failure, from > 0 ? "drops-piece" : "drops-line"));
      break;
    }
    if (bind !== undefined) reading.add(bind);
    from = rest;
  }
  return reading.parsed();
}

type Failure = { readonly error: "quote" | "escape"; readonly span: { readonly start: number; readonly end: number } };

function readFields(text: string, from: number): { bind?: Bind; rest: number; failure?: Failure } {
  const fields: MappedText[] = [];
  let rest = from;
  while (fields.length < 3) {
    const plain = { unquote: true };
    const outcome = nextWord(
      text,
      rest,
      fields.length < 2 ? { ...plain, separators: ": \t\n\r", keepEmpty: true } : plain,
    );
    if (outcome === undefined) return { bind: toBind(fields), rest: text.length + 1 };
    if ("error" in outcome) return { rest, failure: outcome };
    fields.push(outcome.word);
    rest = outcome.rest;
    if (rest > text.length || text.charAt(rest - 1) !== ":") break;
  }
  return { bind: toBind(fields), rest };
}
