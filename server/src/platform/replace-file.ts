/** Replaces what a file holds, all at once: whoever reads it meanwhile gets the old content or the new one, and so does whoever comes after a crash. */
import * as disk from "node:fs";
import { dirname } from "node:path";
import { decodeUtf8 } from "../text/utf8.ts";
import { isLossy, onDisk } from "./path-bytes.ts";
import { writeProblem } from "./write-text.ts";
import { draftOf } from "./write-whole.ts";

/** What is asked of the disk, so that tests can make it fail. */
export type ReplacingDisk = Pick<
  typeof disk,
  | "closeSync"
  | "constants"
  | "accessSync"
  | "fchmodSync"
  | "fchownSync"
  | "fsyncSync"
  | "lstatSync"
  | "openSync"
  | "readFileSync"
  | "realpathSync"
  | "renameSync"
  | "statSync"
  | "unlinkSync"
  | "writeFileSync"
>;

/** How it went: why the file is as it was (one line, no final period), or what there is to say though it was replaced. */
export type Replacement = { readonly problem: string } | { readonly note?: string };

/**
 * Puts `after` in the place of `before` where the file still holds that. Links are followed; mode and, as far as that is permitted, owner and
 * group stay. The new content is written beside the file and then takes its name, so that another name of the same file (a hard link) keeps the old
 * one, and extended attributes are those of a new file.
 */
export function replaceFile(
  path: string,
  before: Uint8Array,
  after: Uint8Array,
  host: ReplacingDisk = disk,
): Replacement {
  try {
    const real = realPathOf(host, path);
    const stats = host.statSync(onDisk(real));
    if (!stats.isFile()) return { problem: "is no ordinary file" };
    if ((stats.mode & 0o222) === 0) return { problem: "is read-only" };
    host.accessSync(onDisk(real), host.constants.W_OK);
    if (!holds(host, real, before)) return { problem: CHANGED };
    return replace({ host, real, before, after, stats });
  } catch (error) {
    return { problem: isGone(error) ? CHANGED : writeProblem(error) };
  }
}

/** Why a file was left alone that is not what was read. */
export const CHANGED = "changed meanwhile, and was not written";

interface Task {
  readonly host: ReplacingDisk;
  readonly real: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly stats: disk.Stats;
}

function replace({ host, real, before, after, stats }: Task): Replacement {
  const draft = draftOf(real);
  const fd = host.openSync(onDisk(draft), "wx", 0o600);
  try {
    const kept = writeDraft(host, fd, after, stats);
    if (!holds(host, real, before) || host.lstatSync(onDisk(real)).ino !== stats.ino) {
      host.unlinkSync(onDisk(draft));
      return { problem: CHANGED };
    }
    host.renameSync(onDisk(draft), onDisk(real));
    syncFolder(host, dirname(real));
    return noted(kept, stats.nlink - 1);
  } catch (error) {
    removeDraft(host, draft);
    throw error;
  }
}

/** Writes it to the disk and closes it; whether the owner could be kept. */
function writeDraft(host: ReplacingDisk, fd: number, after: Uint8Array, stats: disk.Stats): boolean {
  try {
    host.writeFileSync(fd, after);
    const kept = keepOwner(host, fd, stats);
    host.fchmodSync(fd, stats.mode & 0o7777);
    host.fsyncSync(fd);
    return kept;
  } finally {
    host.closeSync(fd);
  }
}

/** Owner and group, or the group alone; only the superuser may give files away. */
function keepOwner(host: ReplacingDisk, fd: number, { uid, gid }: disk.Stats): boolean {
  try {
    host.fchownSync(fd, uid, gid);
    return true;
  } catch {
    try {
      host.fchownSync(fd, -1, gid);
    } catch {
      return false;
    }
    return false;
  }
}

function noted(keptOwner: boolean, others: number): Replacement {
  const notes = [
    ...(keptOwner ? [] : ["its owner could not be kept"]),
    ...(others > 0 ? [`it had ${others + 1} names; only this one has the new content`] : []),
  ];
  return notes.length === 0 ? {} : { note: notes.join("; ") };
}

/** As text; where that would lose bytes, they are escaped. The plain function makes text of all that it is given. */
function realPathOf(host: ReplacingDisk, path: string): string {
  const given = onDisk(path);
  const real = typeof given === "string" ? host.realpathSync(given) : "\ufffd";
  return isLossy(real) ? decodeUtf8(host.realpathSync.native(given, "buffer")) : real;
}

function holds(host: ReplacingDisk, path: string, bytes: Uint8Array): boolean {
  return host.readFileSync(onDisk(path)).equals(bytes);
}

/** So that the new name outlives a crash; not every file system can. */
function syncFolder(host: ReplacingDisk, folder: string): void {
  try {
    const fd = host.openSync(onDisk(folder), "r");
    try {
      host.fsyncSync(fd);
    } finally {
      host.closeSync(fd);
    }
  } catch {}
}

function removeDraft(host: ReplacingDisk, draft: string): void {
  try {
    host.unlinkSync(onDisk(draft));
  } catch {}
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
