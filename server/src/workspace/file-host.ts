/** The outside world as the core sees it: the one way to files, synchronous and never throwing. */

/** Paths are POSIX paths with `/`; relative ones count from the working directory. */
export interface FileHost {
  /** The kind of thing at a path after following links. */
  kind(path: string): FileKind;
  /** A file's bytes; refuses what is no regular file or larger than `maximumFileSize`. */
  read(path: string): ReadOutcome;
  /** At most the first `length` bytes of a regular file, however large it is. */
  readStart(path: string, length: number): ReadOutcome;
  /** The entries of a folder in the order of their names. */
  list(path: string): ListOutcome;
  /** The absolute path without any links, or undefined where it leads nowhere. */
  realPath(path: string): string | undefined;
  /** What a link says, as written; undefined for anything but a link. */
  linkTarget(path: string): string | undefined;
  /** Whether anybody may run a file; undefined, as where the method is missing, where that cannot be told. */
  isExecutable?(path: string): boolean | undefined;
}

export type FileKind =
  | "file"
  | "folder"
  | "missing"
  | "dangling link"
  | "link loop"
  | "device"
  | "pipe"
  | "socket"
  | "unreadable";

/** Bytes, or why there are none (one line for people, no final period). */
export type ReadOutcome = { readonly bytes: Uint8Array } | { readonly problem: string };

/** Entries, or why there are none. */
export type ListOutcome = { readonly entries: readonly FolderEntry[] } | { readonly problem: string };

export interface FolderEntry {
  readonly name: string;
  /** Without following links. */
  readonly kind: "file" | "folder" | "link" | "other";
}

/** No unit file comes near this size; larger files are refused, in bytes. */
export const maximumFileSize = 16 * 1024 * 1024;

/** Why nothing can be read from a thing of this kind; to be shown after its path. */
export function problemOf(kind: Exclude<FileKind, "file">): string {
  return problems[kind];
}

const problems: Readonly<Record<Exclude<FileKind, "file">, string>> = {
  folder: "is a folder, not a file",
  missing: "no such file or folder",
  "dangling link": "is a link to something that does not exist",
  "link loop": "is a link that leads back to itself, or over too many others",
  device: "is a device, not a file",
  pipe: "is a named pipe, not a file",
  socket: "is a socket, not a file",
  unreadable: "permission denied",
};

/** Why nothing can be listed of what is no folder. */
export const NO_FOLDER = "is not a folder";

/** Why a file of this size is refused, in bytes; without one, it grew too large while it was read. */
export function tooLargeProblem(size?: number): string {
  const limit = `larger than ${maximumFileSize / 1024 / 1024} MiB, which no unit file is`;
  if (size === undefined) return limit;
  return size < 1e9 ? `${limit} (${Math.round(size / 1e6)} MB)` : `${limit} (${(size / 1e9).toFixed(1)} GB)`;
}
