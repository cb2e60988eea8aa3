/** XML 1.0 as the reports need it: elements with attributes, elements and text. */

import { withHidden } from "../../text/printable.ts";

/** An element; attributes in the order given, children indented, a single text on the same line. */
export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly children?: readonly Element[] | string;
}

/** A document in UTF-8, ending in a newline. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, "")}\n`;
}

/**
 * Text as content or attribute value. What XML cannot hold, control characters and lone surrogates, becomes `\x1b` or `\u{fffe}` in letters;
 * line ends and tabs in attributes would be read as blanks, and so they are written as references, as is what a terminal would obey or
 * hide.
 */
export function escapeXml(text: string): string {
  const written = text
    .replace(unwritable, character => inLetters(character.codePointAt(0) ?? 0))
    .replace(/[&<>"'\t\n\r]/g, character => entities[character] ?? reference(character));
  return withHidden(written, reference);
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Everything outside of the Char production. https://www.w3.org/TR/xml/#charsets */
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function inLetters(code: number): string {
  const hex = code.toString(16);
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${hex.slice(-2)}`;
  return code < 0x80 ? `\\x${hex.padStart(2, "0")}` : `\\u{${hex}}`;
}

function elementText({ name, attributes = {}, children = [] }: Element, indent: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const start = `${indent}<${name}${written.join("")}`;
  if (children.length === 0) return `${start}/>`;
  if (typeof children === "string") return `${start}>${escapeXml(children)}</${name}>`;
  const inner = children.map(child => elementText(child, `${indent}  `));
  return [`${start}>`, ...inner, `${indent}</${name}>`].join("\n");
}
