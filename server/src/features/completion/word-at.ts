/** The piece of a value that the cursor stands in. */
import type { Span } from "../../text/span.ts";
import type { ValuePlace } from "./place.ts";

/** A piece between separators. */
export interface WordAt {
  readonly span: Span;
  /** What stands in it before the cursor. */
  readonly typed: string;
  /** What stands before it, from the beginning of the value. */
  readonly before: string;
}

/** Blanks, and quotes, which no word that is completed holds. */
const SEPARATORS = " \t\r\n\"'";

/** The piece around the cursor; `more` are further characters that separate, `from` is where the first piece begins. */
export function wordAt({ text, cursor }: ValuePlace, more = "", from = 0): WordAt | undefined {
  if (cursor < from) return undefined;
  const separates = (at: number) => SEPARATORS.includes(text.charAt(at)) || more.includes(text.charAt(at));
  let start = cursor;
  while (start > from && !separates(start - 1)) start--;
  let end = cursor;
  while (end < text.length && !separates(end)) end++;
  return { span: { start, end }, typed: text.slice(start, cursor), before: text.slice(0, start) };
}

/** The same piece from a later place on, such as behind a sign before it; undefined where the cursor stands before that. */
export function behind({ span, typed, before }: WordAt, length: number): WordAt | undefined {
  if (length > typed.length) return undefined;
  const lead = typed.slice(0, length);
  return { span: { start: span.start + length, end: span.end }, typed: typed.slice(length), before: before + lead };
}
