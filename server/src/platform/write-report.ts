/** Writes reports: whole or not at all. */
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { writeWhole } from "./write-whole.ts";

/** Makes the folder of a report where there is none; says why the report could not be written (one line, no final period). */
export function prepareReport(path: string): string | undefined {
  return attempt(() => {
    mkdirSync(dirname(path), { recursive: true });
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? problems.EISDIR : undefined;
  });
}

/** Writes it piece by piece; says why it could not be written (one line, no final period): then the path holds what it held. */
export function writeReport(path: string, chunks: Iterable<string>): string | undefined {
  return attempt(() => {
    writeWhole(path, chunks);
    return undefined;
  });
}

function attempt(write: () => string | undefined): string | undefined {
  try {
    return write();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return problems[code] ?? `cannot be written (${code || error})`;
  }
}

const problems: Readonly<Record<string, string>> = {
  EISDIR: "is a folder",
  ENOENT: "its folder does not exist",
  ELOOP: "is a link that leads back to itself",
  ENOTDIR: "a file stands where its folder should be",
  EEXIST: "a file stands where its folder should be",
  EACCES: "may not be written",
  EPERM: "may not be written",
  EROFS: "lies on a file system that is read-only",
  ENOSPC: "there is no space left for it",
  EDQUOT: "the disk quota leaves no space for it",
  EFBIG: "it is larger than files may be here",
  EIO: "the disk reports an error",
};
