/** Writes a file for the user. */
import { writeFileSync } from "node:fs";

/** Replaces a file's content; says why it cannot (one line, no final period). */
export function writeText(path: string, text: string | Uint8Array): string | undefined {
  try {
    writeFileSync(path, text);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EISDIR") return "is a folder";
    if (code === "ENOENT") return "its folder does not exist";
    return code === "EACCES" || code === "EPERM" || code === "EROFS" ? "may not be written" : "cannot be written";
  }
}
