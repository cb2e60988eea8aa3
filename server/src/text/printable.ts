/** Text that is safe to show: with everything escaped that a terminal or an editor would obey or hide. */
import { isEscapedByte } from "./utf8.ts";

/**
 * The text with everything escaped that a terminal would obey or hide: controls, bidirectional marks, zero-width, private-use
 * and unassigned characters, and the bytes that were not UTF-8 (`\xff`).
 */
export function printable(text: string): string {
  return withHidden(text, visible);
}

/** The text with each character that `printable` escapes written in another way. */
export function withHidden(text: string, write: (character: string) => string): string {
  return isPlain(text) ? text : text.replace(unprintable, write);
}

/** The same of each line, the line ends staying as they are: for formats that have a way to write those. */
export function printableLines(text: string): string {
  return isPlain(text) ? text : text.replace(/[^\r\n]+/g, printable);
}

/** The text with what `printable` escapes as the `\uXXXX` of JSON; for text that is JSON already. */
export function printableJson(json: string): string {
  return json.replace(unprintableButLines, character =>
    Array.from({ length: character.length }, (_, i) => `\\u${hex(character.charCodeAt(i)).padStart(4, "0")}`).join(""),
  );
}

/** Whether a text takes one column a character and holds nothing to escape; knows the letters of western scripts. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

const plain = /^[\x20-\x7e\xa0-\xac\xae-\u02ff]*$/;
/** Variation selectors stay: emoji are written with them. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}]|(?![\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu;
const unprintableButLines = new RegExp(`(?!\\n)(?:${unprintable.source})`, "gu");

function visible(character: string): string {
  const named = { "\t": "\\t", "\n": "\\n", "\r": "\\r" }[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  if (isEscapedByte(code)) return `\\x${hex(code & 0xff)}`;
  return code < 0x80 ? `\\x${hex(code).padStart(2, "0")}` : `\\u{${hex(code)}}`;
}

function hex(code: number): string {
  return code.toString(16);
}
