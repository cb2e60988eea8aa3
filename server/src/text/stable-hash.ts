/** A hash of texts that is the same everywhere and in every release: for names of things, not for secrets. */

/** 64 bits as 16 hexadecimal digits: two lanes of 32 bits, each mixed by multiplication, over the UTF-16 code units. */
export function stableHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return hex(mixed(low ^ (high >>> 7))) + hex(mixed(high ^ text.length));
}

/** Spreads every bit over all others. */
function mixed(lane: number): number {
  let bits = Math.imul(lane ^ (lane >>> 16), 0x45d9f3b);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  return bits ^ (bits >>> 16);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, "0");
}
