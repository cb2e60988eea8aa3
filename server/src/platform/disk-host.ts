/** The files of this machine. */
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { sep } from "node:path";
import { decodeUtf8 } from "../text/utf8.ts";
import {
  type FileHost,
  type FileKind,
  type FolderEntry,
  type ListOutcome,
  maximumFileSize,
  NO_FOLDER,
  problemOf,
  type ReadOutcome,
  tooLargeProblem,
} from "../workspace/file-host.ts";
import { isLossy, onDisk } from "./path-bytes.ts";

/** A `FileHost` over the disk. Pipes, devices and sockets are never read, so that nothing can hang. */
export const diskHost: FileHost = {
  kind: path => attempt(() => kindAt(path), kindOfError),
  read: path => withFile(path, readWhole),
  readStart: (path, length) => withFile(path, file => ({ bytes: readAtMost(file, length) })),
  list: path => attempt<ListOutcome>(() => ({ entries: entriesOf(path) }), listProblem),
  realPath: path =>
    attempt(
      () => withSlashes(whole(realpathSync.native(onDisk(path)), () => realpathSync.native(onDisk(path), "buffer"))),
      () => undefined,
    ),
  linkTarget: path =>
    attempt(
      () => (isLink(path) ? withSlashes(targetOf(path)) : undefined),
      () => undefined,
    ),
  isExecutable: path =>
    attempt(
      () => (sep === "/" ? (statSync(onDisk(path)).mode & 0o111) !== 0 : undefined),
      () => undefined,
    ),
};

interface OpenFile {
  readonly fd: number;
  readonly size: number;
}

/** Without O_NONBLOCK, opening a named pipe would wait for its writer. Windows has neither. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const CHUNK_LENGTH = 64 * 1024;

function withFile(path: string, use: (file: OpenFile) => ReadOutcome): ReadOutcome {
  return attempt(
    () => {
      const fd = openSync(onDisk(path), openFlags);
      try {
        const stats = fstatSync(fd);
        const kind = kindOf(stats);
        return kind === "file" ? use({ fd, size: stats.size }) : { problem: problemOf(kind) };
      } finally {
        closeSync(fd);
      }
    },
    error => ({ problem: problemOfError(error) }),
  );
}

function readWhole(file: OpenFile): ReadOutcome {
  if (file.size > maximumFileSize) return { problem: tooLargeProblem(file.size) };
  const start = Buffer.allocUnsafe(file.size);
  const length = file.size === 0 ? 0 : readSync(file.fd, start, 0, file.size, null);
  if (length === file.size && length > 0) return { bytes: start };
  return readRest(file.fd, start.subarray(0, length));
}

/** For files whose size says little: those in /proc, and those that change while they are read. */
function readRest(fd: number, start: Buffer): ReadOutcome {
  const chunks = [start];
  for (let length = start.length; ; ) {
    const chunk = readAtMost({ fd, size: 0 }, CHUNK_LENGTH);
    if (chunk.length === 0) return { bytes: Buffer.concat(chunks) };
    chunks.push(chunk);
    length += chunk.length;
    if (length > maximumFileSize) return { problem: tooLargeProblem() };
  }
}

function readAtMost({ fd }: OpenFile, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  return buffer.subarray(0, readSync(fd, buffer, 0, length, null));
}

function kindAt(path: string): FileKind {
  const stats = statSync(onDisk(path), { throwIfNoEntry: false });
  if (stats !== undefined) return kindOf(stats);
  return isLink(path) ? "dangling link" : "missing";
}

function isLink(path: string): boolean {
  return lstatSync(onDisk(path), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function kindOf(stats: Stats): Exclude<FileKind, "missing" | "dangling link" | "link loop" | "unreadable"> {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  if (stats.isFIFO()) return "pipe";
  return stats.isSocket() ? "socket" : "device";
}

/** What a call gives as text or, where that lost bytes, as bytes. */
function whole(text: string, bytes: () => Buffer): string {
  return isLossy(text) ? decodeUtf8(bytes()) : text;
}

function targetOf(path: string): string {
  return whole(readlinkSync(onDisk(path)), () => readlinkSync(onDisk(path), "buffer"));
}

function entriesOf(path: string): FolderEntry[] {
  const entries = readdirSync(onDisk(path), { withFileTypes: true });
  const exact = entries.some(({ name }) => isLossy(name)) ? exactEntries(path) : entries.map(entryOf);
  return exact.sort(byName);
}

/** For folders that hold names that are not UTF-8. */
function exactEntries(path: string): FolderEntry[] {
  return readdirSync(onDisk(path), "buffer").flatMap(bytes => {
    const name = decodeUtf8(bytes);
    const stats = lstatSync(onDisk(`${path}/${name}`), { throwIfNoEntry: false });
    return stats === undefined ? [] : [{ name, kind: entryKind(stats) }];
  });
}

function listProblem(error: unknown): ListOutcome {
  return { problem: codeOf(error) === "ENOTDIR" ? NO_FOLDER : problemOfError(error) };
}

function entryOf(entry: Dirent): FolderEntry {
  return { name: entry.name, kind: entryKind(entry) };
}

function entryKind(entry: Dirent | Stats): FolderEntry["kind"] {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}

function byName(a: FolderEntry, b: FolderEntry): number {
  return a.name < b.name ? -1 : 1;
}

function withSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

function attempt<T>(act: () => T, fallback: (error: unknown) => T): T {
  try {
    return act();
  } catch (error) {
    return fallback(error);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function kindOfError(error: unknown): FileKind {
  const code = codeOf(error);
  if (code === "ELOOP") return "link loop";
  return code === "EACCES" || code === "EPERM" ? "unreadable" : "missing";
}

function problemOfError(error: unknown): string {
  return errorProblems[codeOf(error)] ?? "cannot be read";
}

const errorProblems: Readonly<Record<string, string>> = {
  ENOENT: problemOf("missing"),
  ENOTDIR: problemOf("missing"),
  ERR_INVALID_ARG_VALUE: problemOf("missing"),
  EACCES: problemOf("unreadable"),
  EPERM: problemOf("unreadable"),
  ELOOP: problemOf("link loop"),
  ENXIO: problemOf("socket"),
  EISDIR: problemOf("folder"),
  ENAMETOOLONG: "the path is too long",
  EAGAIN: "is no ordinary file: it has nothing to read yet",
  EIO: "the disk reports an error",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
};
