/** The beginning of a file, for telling what kind of file it is. */

/** As much of a file as is looked at, in bytes. */
export const PROBE_LENGTH = 4096;

/** The beginning of a content as text, a character a byte. */
export function probe(bytes: Uint8Array): string {
  return latin1.decode(bytes.subarray(0, PROBE_LENGTH));
}

const latin1 = new TextDecoder("latin1");
