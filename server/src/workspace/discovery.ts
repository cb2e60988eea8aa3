/** What looking for unit files gives: the files, what could not be read, what was passed over. */
import type { UnitFileName } from "../model/unit-file-name.ts";

/** All that `discover` found, each list by argument and then by path. */
export interface Discovery {
  readonly files: readonly FoundFile[];
  /** What was asked for, or met on the way, and could not be read. */
  readonly errors: readonly InputError[];
  readonly skipped: readonly SkippedFile[];
}

/** A file to lint. */
export interface FoundFile {
  /** As shown to the user: the argument joined with the way below it, without a leading `./`. */
  readonly path: string;
  /** Whether the file itself was named, not a folder that holds it. */
  readonly explicit: boolean;
  /** What the path says; undefined only where an explicit file is named like no unit file. */
  readonly name: UnitFileName | undefined;
  /** The whole content where it was read already; otherwise it is for the caller to read. */
  readonly bytes?: Uint8Array;
}

/** A path that was asked for and could not be linted. */
export interface InputError {
  /** Relative to the working directory; absolute if given so. */
  readonly path: string;
  /** One line, no final period: what is wrong and, where it helps, what to do. */
  readonly message: string;
}

/** A file met on the way that unitlint does not judge. */
export interface SkippedFile {
  readonly path: string;
  /**
   * `unsupported`: another kind of systemd file (`.network`, `.container` …); `invalid name`: units whose names systemd refuses, so that it passes
   * over them; `special file`: a pipe, socket or device, or a link to one; `binary`: no text, though it is named like a unit file.
   */
  readonly reason: "unsupported" | "dangling link" | "link loop" | "invalid name" | "special file" | "binary";
}
