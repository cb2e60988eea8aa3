/** Tells binary files from text. */
import { decodeUtf8, isEscapedByte } from "../text/utf8.ts";

/**
 * Whether bytes are no text: a well-known signature, or in the first 8 KiB more than a tenth control characters and
 * bytes that are not UTF-8. A Latin-1 comment or a stray NUL is still text.
 */
export function looksBinary(bytes: Uint8Array): boolean {
  if (signatures.some(signature => signature.every((byte, i) => bytes[i] === byte))) return true;
  const start = bytes.subarray(0, PROBE_LENGTH);
  return oddBytes(decodeUtf8(start)) > start.length / 10;
}

const PROBE_LENGTH = 8192;

const signatures: readonly (readonly number[])[] = [
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x1f, 0x8b], // gzip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
];

function oddBytes(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 ? !isTextControl(code) : code === 0x7f || isLoneEscape(text, i)) count++;
  }
  return count;
}

/** Tab, line feed, form feed, carriage return. */
function isTextControl(code: number): boolean {
  return code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d;
}

/** A byte that was not UTF-8, and not the second half of a character beyond U+FFFF. */
function isLoneEscape(text: string, at: number): boolean {
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  return isEscapedByte(text.charCodeAt(at)) && !(before >= 0xd800 && before < 0xdc00);
}
