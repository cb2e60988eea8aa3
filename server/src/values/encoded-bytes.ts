/** Bytes written as letters. systemd: unbase64mem_full(), unhexmem_full(), src/basic/hexdecoct.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import type { Span } from "../text/span.ts";
import { shown } from "./shown.ts";

/** What is wrong with encoded bytes, and where. */
export interface EncodingFault {
  readonly message: string;
  readonly span: Span;
}

/** What keeps a text from being base64, or undefined; blanks do not count, padding is needed. Releases before 253 know + and / but not - and _. */
export function base64Fault(text: string, version: SystemdVersion): EncodingFault | undefined {
  const foreign = (version < 253 ? /[^A-Za-z0-9+/= \t\n\r]/u : /[^A-Za-z0-9+/= \t\n\r_-]/u).exec(text);
  if (foreign !== null) return at(foreign.index, foreign[0], `${shown(foreign[0])} is no letter of base64`);
  const equals = text.indexOf("=");
  const end = equals < 0 ? text.length : equals;
  const behind = /[^= \t\n\r]/u.exec(text.slice(end));
  if (behind !== null) return at(end + behind.index, behind[0], "Nothing may stand behind the = that end base64");
  const digits = withoutBlanks(text.slice(0, end));
  const pads = withoutBlanks(text.slice(end));
  if (pads.length > 2 || (pads !== "" && digits.length % 4 !== 4 - pads.length) || digits.length % 4 === 1)
    return whole(text, "The base64 has a wrong number of letters at its end");
  if (pads === "" && digits.length % 4 !== 0) return whole(text, "The base64 must be filled up with = at its end");
  if (pads !== "" && !endsWithZeros(digits, pads.length)) return whole(text, "The last letter of the base64 is wrong");
  return undefined;
}

/** What keeps a text from being bytes of two hexadecimal digits each, or undefined; blanks do not count. */
export function hexFault(text: string): EncodingFault | undefined {
  const foreign = /[^0-9a-fA-F \t\n\r]/u.exec(text);
  if (foreign !== null) return at(foreign.index, foreign[0], `${shown(foreign[0])} is no hexadecimal digit`);
  return hexLength(text) % 1 === 0 ? undefined : whole(text, "The number of hexadecimal digits is odd");
}

/** How many bytes hexadecimal digits make. */
export function hexLength(text: string): number {
  return withoutBlanks(text).length / 2;
}

/** The bits of the last letter that no byte takes must be zero. */
function endsWithZeros(digits: string, pads: number): boolean {
  return (pads === 1 ? /[AEIMQUYcgkosw048]$/ : /[AQgw]$/).test(digits);
}

function withoutBlanks(text: string): string {
  return text.replace(/[ \t\n\r]+/g, "");
}

function at(start: number, piece: string, message: string): EncodingFault {
  return { message, span: { start, end: start + piece.length } };
}

function whole(text: string, message: string): EncodingFault {
  return { message, span: { start: 0, end: text.length } };
}
