/** The outside world as the core sees it: the one way to files, synchronous and never throwing. */

/** Paths are POSIX paths with `/`. */
export interface FileHost {
  /** The kind of thing at a path after following links. */
  kind(path: string): FileKind;
  /** A file's bytes; refuses what is no regular file or larger than `maximumFileSize`. */
  read(path: string): ReadOutcome;
  /** The entries of a folder in the order of their names. */
  list(path: string): ListOutcome;
  /** The path without any links, or undefined where it leads nowhere. */
  realPath(path: string): string | undefined;
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
