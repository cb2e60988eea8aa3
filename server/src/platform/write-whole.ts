/** Writes a file whole or not at all: whoever reads it meanwhile sees what was there before, and so does whoever comes after a full disk. */
import {
  chmodSync,
  closeSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";

/** Writes it piece by piece, in the place of what the path holds; links are followed, also to what is not there yet; devices and pipes are written to as they are. May throw. */
export function writeWhole(path: string, chunks: Iterable<string>): void {
  const old = statSync(path, { throwIfNoEntry: false });
  if (old !== undefined && !old.isFile()) {
    fill(openSync(path, "w"), chunks);
    return;
  }
  const target = old === undefined ? endOf(path) : realpathSync(path);
  const draft = draftOf(target);
  const file = openSync(draft, "wx", old === undefined ? 0o666 : 0o600);
  try {
    fill(file, chunks);
    if (old !== undefined) chmodSync(draft, old.mode & 0o7777);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The path that dangling links lead to; `..` counts from where a folder really lies. */
function endOf(path: string): string {
  let end = path;
  for (let links = 0; links < MOST_LINKS && isLink(end); links++) {
    const target = readlinkSync(end);
    const folder = isAbsolute(target) ? dirname(target) : `${realpathSync(dirname(end))}/${dirname(target)}`;
    end = join(realpathSync.native(folder), basename(target));
  }
  return end;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** As many as Linux follows. */
const MOST_LINKS = 40;

/** Writes a file that is not there yet; nothing is left of it where that fails. May throw. */
export function writeNew(path: string, chunks: Iterable<string>): void {
  const file = openSync(path, "wx");
  try {
    fill(file, chunks);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/**
 * A path beside a file for what is to take its place: hidden, and another each time. In containers, where process numbers come again, what a killed
 * run left behind would else be in the way for ever.
 */
export function draftOf(path: string): string {
  const mark = Math.random().toString(36).slice(2, 10);
  return join(dirname(path), `.${basename(path).slice(0, 60)}.${process.pid}-${mark}.unitlint`);
}

/** Writes are gathered, as small ones cost as much as large ones. */
const GATHERED_LENGTH = 1 << 20;

/** Writes all and closes the file. */
function fill(file: number, chunks: Iterable<string>): void {
  try {
    let gathered = "";
    for (const chunk of chunks) {
      gathered += chunk;
      if (gathered.length < GATHERED_LENGTH) continue;
      writeAll(file, gathered);
      gathered = "";
    }
    writeAll(file, gathered);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
