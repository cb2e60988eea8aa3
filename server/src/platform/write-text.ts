/** Writes files for the user. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { writeNew, writeWhole } from "./write-whole.ts";

/** Writes a file, whatever it held, whole or not at all; says why it cannot (one line, no final period). */
export function writeText(path: string, text: string): string | undefined {
  try {
    writeWhole(path, [text]);
    return undefined;
  } catch (error) {
    return writeProblem(error);
  }
}

/** Writes a file that is not there yet, with the folders above it; says why it cannot (one line, no final period). */
export function writeNewText(path: string, text: string): string | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeNew(path, [text]);
    return undefined;
  } catch (error) {
    return writeProblem(error);
  }
}

/** Why something cannot be written, in words. */
export function writeProblem(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return problems[code] ?? "cannot be written";
}

const problems: Readonly<Record<string, string>> = {
  EISDIR: "is a folder",
  EEXIST: "exists already",
  ENOENT: "its folder does not exist",
  ELOOP: "is a link that leads back to itself",
  EACCES: "may not be written",
  EPERM: "may not be written",
  EROFS: "may not be written",
  ENOSPC: "the disk is full; the file is as it was",
  EDQUOT: "the disk quota is used up; the file is as it was",
  EFBIG: "it is larger than files may be here; the file is as it was",
  ENAMETOOLONG: "the path is too long",
  EIO: "the disk reports an error; the file is as it was",
};
