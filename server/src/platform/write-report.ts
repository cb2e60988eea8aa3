/** Writes reports: whole or not at all. */
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** Makes the folder of a report where there is none; says why the report could not be written (one line, no final period). */
export function prepareReport(path: string): string | undefined {
  return attempt(() => {
    mkdirSync(dirname(path), { recursive: true });
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? problems.EISDIR : undefined;
  });
}

/** Writes it piece by piece; whoever reads the path meanwhile sees the report from before. Devices and pipes are written to as they are. */
export function writeReport(path: string, chunks: Iterable<string>): string | undefined {
  return attempt(() => {
    const old = statSync(path, { throwIfNoEntry: false });
    if (old !== undefined && !old.isFile()) {
      writeAll(path, chunks);
      return undefined;
    }
    const target = old === undefined ? path : realpathSync(path);
    const draft = `${target}.${process.pid}.tmp`;
    try {
      writeAll(draft, chunks);
      if (old !== undefined) chmodSync(draft, old.mode & 0o7777);
      renameSync(draft, target);
      return undefined;
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  });
}

/** Writes are gathered, as small ones cost as much as large ones. */
const GATHERED_LENGTH = 1 << 20;

function writeAll(path: string, chunks: Iterable<string>): void {
  const file = openSync(path, "w");
  try {
    let gathered = "";
    for (const chunk of chunks) {
      gathered += chunk;
      if (gathered.length < GATHERED_LENGTH) continue;
      writeText(file, gathered);
      gathered = "";
    }
    writeText(file, gathered);
  } finally {
    closeSync(file);
  }
}

function writeText(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
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
  ENOTDIR: "a file stands where its folder should be",
  EEXIST: "a file stands where its folder should be",
  EACCES: "may not be written",
  EPERM: "may not be written",
  EROFS: "lies on a file system that is read-only",
  ENOSPC: "there is no space left for it",
};
