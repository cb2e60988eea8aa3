/**
 * Bytes to text and back without loss: a byte that is not part of valid UTF-8 becomes one lone low surrogate
 * (U+DC80 … U+DCFF), so that offsets stay exact and the original bytes can be written again.
 */

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const ESCAPE_BASE = 0xdc00;

/** Decodes any bytes; the inverse of `encodeUtf8`. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return decodeWithEscapes(bytes);
  }
}

/** The bytes that `decodeUtf8` turns into this text. */
export function encodeUtf8(text: string): Uint8Array {
  if (!hasEscapedByte(text)) return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isEscapedByte(code)) bytes.push(code - ESCAPE_BASE);
    else bytes.push(...new TextEncoder().encode(character));
  }
  return Uint8Array.from(bytes);
}

/** Whether a code unit stands for a byte that was not valid UTF-8. */
export function isEscapedByte(code: number): boolean {
  return code >= 0xdc80 && code <= 0xdcff;
}

function hasEscapedByte(text: string): boolean {
  return /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/.test(text);
}

function decodeWithEscapes(bytes: Uint8Array): string {
  const pieces: string[] = [];
  let validFrom = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    if (i > validFrom) pieces.push(decoder.decode(bytes.subarray(validFrom, i)));
    pieces.push(String.fromCharCode(ESCAPE_BASE + (bytes[i] ?? 0)));
    i++;
    validFrom = i;
  }
  pieces.push(decoder.decode(bytes.subarray(validFrom)));
  return pieces.join("");
}

/** The length of the valid UTF-8 sequence at `at`, 0 where there is none (Unicode 16, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}
