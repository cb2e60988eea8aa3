/** What a terminal can show: colours, its width, and text that cannot harm it. */
import { isEscapedByte } from "../text/utf8.ts";

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What is asked of an output stream. */
export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** What a piece of text is, and so how it is coloured. */
type Ink = "error" | "warning" | "info" | "good" | "strong" | "dim";

/** Colours a text, or leaves it as it is. */
export type Paint = (ink: Ink, text: string) => string;

/**
 * Whether to write colours. FORCE_COLOR decides first (`0` and `false` say no), then NO_COLOR; an empty one counts as unset.
 * Without them: on a terminal that is not dumb. https://no-color.org, https://force-color.org
 */
export function colourWanted(env: Environment, stream: OutputStream): boolean {
  const forced = env.FORCE_COLOR ?? "";
  if (forced !== "") return forced !== "0" && forced !== "false";
  if ((env.NO_COLOR ?? "") !== "") return false;
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** Columns to fill: COLUMNS, as POSIX has it, then the terminal's own; 80 where it does not tell, 100 where there is none. */
export function terminalWidth(env: Environment, stream: OutputStream): number {
  const wished = /^[1-9][0-9]{0,4}$/.test(env.COLUMNS ?? "") ? Number(env.COLUMNS) : 0;
  return wished || stream.columns || (stream.isTTY === true ? 80 : 100);
}

/** The brush for a terminal with or without colours. */
export function paintWith(colour: boolean): Paint {
  if (!colour) return (_, text) => text;
  return (ink, text) => (text === "" ? "" : `\x1b[${inks[ink]}m${text}\x1b[0m`);
}

const inks: Readonly<Record<Ink, string>> = {
  error: "1;31",
  warning: "1;33",
  info: "1;34",
  good: "1;32",
  strong: "1",
  dim: "2",
};

/**
 * The text with everything escaped that a terminal would obey or hide: controls, bidirectional marks, zero-width, private-use
 * and unassigned characters, and the bytes that were not UTF-8 (`\xff`).
 */
export function printable(text: string): string {
  return isPlain(text) ? text : text.replace(unprintable, visible);
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
