/** Reads texts that are no unit files: reports, lists of arguments. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

const MIB = 1024 * 1024;

/** What can be held of one text, in bytes: V8 allows a little less than 512 MiB. */
const LARGEST_TEXT = 511 * MIB;

/**
 * The text of a file or, of `-`, of standard input; or why it cannot be read (one line, no final period). Pipes are read, as a shell's `<(…)` is one;
 * devices that never end are given up.
 */
export function readWholeText(
  path: string,
  largest = LARGEST_TEXT,
): { readonly text: string } | { readonly problem: string } {
  try {
    const file = path === "-" ? 0 : openSync(path, "r");
    try {
      const bytes = fstatSync(file).size > largest ? undefined : readAtMost(file, largest);
      return bytes === undefined
        ? { problem: `is larger than ${largest / MIB} MiB` }
        : { text: bytes.toString("utf8") };
    } finally {
      if (file !== 0) closeSync(file);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { problem: problems[code] ?? `cannot be read (${code || error})` };
  }
}

const CHUNK_LENGTH = 1 << 20;

/** All bytes of an open file from where it stands, however it says how many there are; undefined for more than `largest`. May throw. */
export function readAtMost(file: number, largest: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let length = 0; ; ) {
    const chunk = Buffer.allocUnsafe(CHUNK_LENGTH);
    const read = readSync(file, chunk, 0, CHUNK_LENGTH, null);
    if (read === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, read));
    length += read;
    if (length > largest) return undefined;
  }
}

const problems: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EISDIR: "is a folder, not a file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "is a link that leads back to itself, or over too many others",
  ENXIO: "is a socket, not a file",
  ERR_STRING_TOO_LONG: "is larger than 511 MiB",
};
