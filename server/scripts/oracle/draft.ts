/**
 * A unit file on its way to become a mutant: physical lines with their line ends, as byte strings.
 * In a byte string every character is one byte (U+0000 … U+00FF), so that invalid UTF-8 is as easy as any other text.
 */
import type { UnitType } from "../../src/catalog/directive.ts";
import type { Random } from "./random.ts";

/** One physical line; both halves are byte strings. */
export interface Line {
  text: string;
  end: string;
}

/** The lines of one file, changed in place by mutations. */
export interface Draft {
  readonly type: UnitType;
  readonly lines: Line[];
}

/** The UTF-8 bytes of a text as a byte string. */
export function bytesOf(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** Splits a seed (a byte string) at its line feeds. */
export function toDraft(type: UnitType, text: string): Draft {
  const lines = text.split("\n").map(line => ({ text: line, end: "\n" }));
  const last = lines.at(-1);
  if (last?.text === "") lines.pop();
  else if (last !== undefined) last.end = "";
  return { type, lines };
}

/** The whole draft as a byte string. */
export function render(draft: Draft): string {
  return draft.lines.map(({ text, end }) => text + end).join("");
}

/** The places of lines whose text a test accepts. */
export function indexesOf(draft: Draft, accepts: (text: string) => boolean): number[] {
  return [...draft.lines.keys()].filter(index => accepts(draft.lines[index]?.text ?? ""));
}

export const isEntry = (text: string): boolean => /^[A-Za-z][A-Za-z0-9]*=/.test(text);
export const isHeader = (text: string): boolean => /^\[[A-Za-z]+\]$/.test(text);
export const isComment = (text: string): boolean => /^[ \t]*[#;]/.test(text);

/** A random line that a test accepts, with its place; undefined where there is none. */
export function anyLine(
  draft: Draft,
  random: Random,
  accepts: (text: string) => boolean = () => true,
): { line: Line; at: number } | undefined {
  const indexes = indexesOf(draft, accepts);
  if (indexes.length === 0) return undefined;
  const at = random.pick(indexes);
  const line = draft.lines[at];
  return line && { line, at };
}

/** Puts lines in front of place `at`. */
export function insertAt(draft: Draft, at: number, ...texts: string[]): void {
  draft.lines.splice(at, 0, ...texts.map(text => ({ text, end: "\n" })));
  const before = draft.lines[at - 1];
  if (before?.end === "") before.end = "\n";
}

/** Puts lines in front of a random line, or at the end. */
export function insertAnywhere(draft: Draft, random: Random, ...texts: string[]): void {
  insertAt(draft, random.below(draft.lines.length + 1), ...texts);
}

/** The text with a piece put in at a random place between two offsets. */
export function withPiece(text: string, random: Random, piece: string, from = 0, to = text.length): string {
  const at = from + random.below(Math.max(0, to - from) + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

/** Splits an entry's text into key and value. */
export function keyAndValue(text: string): { key: string; value: string } {
  const equals = text.indexOf("=");
  return { key: text.slice(0, equals), value: text.slice(equals + 1) };
}
