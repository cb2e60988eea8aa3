/** What a comment such as `# unitlint-disable-next-line rule -- reason` says. */
import type { Span } from "../../text/span.ts";

/** The words that suppress findings, and the one that ends it. */
export const suppressionWords = [
  "unitlint-disable-next-line",
  "unitlint-disable",
  "unitlint-enable",
  "unitlint-disable-file",
] as const;

export type SuppressionWord = (typeof suppressionWords)[number];

/** A word of a comment, with its place in the file. */
export interface CommentWord {
  readonly text: string;
  readonly span: Span;
}

/** One comment that speaks to unitlint. */
export interface SuppressionComment {
  /** As it is written; none of `suppressionWords` where it is misspelt. */
  readonly word: CommentWord;
  /** The rules that it names; none means all. */
  readonly names: readonly CommentWord[];
  /** What follows `--`; empty where nothing does, undefined where there is no `--`. */
  readonly reason: string | undefined;
  /** From its `#` or `;` to its last visible character. */
  readonly span: Span;
}

/** Reads the comment that stands in a span of a text; undefined for one that is meant for people. */
export function readSuppression(text: string, { start, end }: Span): SuppressionComment | undefined {
  const written = text.slice(start, end);
  const head = /^([ \t]*)([#;][#; \t]*)(unitlint-[A-Za-z-]*|unitlint[ \t:]+(?:disable|enable)(?:-[a-z-]+)?)/.exec(
    written,
  );
  if (head === null || !/able/i.test(head[3] ?? "")) return undefined;
  const [whole, indent = "", sign = "", word = ""] = head;
  const rest = written.slice(whole.length);
  if (/^[^\s,]/.test(rest)) return undefined;
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const list = dashes === null ? rest : rest.slice(0, dashes.index);
  const names = [...list.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => wordAt(name, start + whole.length + index));
  return {
    word: wordAt(word, start + indent.length + sign.length),
    names,
    reason: dashes === null ? undefined : rest.slice(dashes.index + dashes[0].length).trim(),
    span: { start: start + indent.length, end: start + written.trimEnd().length },
  };
}

/** Whether the word of a comment is one of those that unitlint knows. */
export function isSuppressionWord(word: string): word is SuppressionWord {
  return suppressionWords.some(known => known === word);
}

function wordAt(text: string, start: number): CommentWord {
  return { text, span: { start, end: start + text.length } };
}
