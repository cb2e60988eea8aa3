/** Writes files for the user. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Replaces a file's content; says why it cannot (one line, no final period). */
export function writeText(path: string, text: string | Uint8Array): string | undefined {
  return attempt(() => writeFileSync(path, text));
}

/** Writes a file that is not there yet, with the folders above it; says why it cannot (one line, no final period). */
export function writeNewText(path: string, text: string): string | undefined {
  return attempt(() => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  });
}

function attempt(write: () => void): string | undefined {
  try {
    write();
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EISDIR") return "is a folder";
    if (code === "EEXIST") return "exists already";
    if (code === "ENOENT") return "its folder does not exist";
    return code === "EACCES" || code === "EPERM" || code === "EROFS" ? "may not be written" : "cannot be written";
  }
}
