/** What one run of the linter found, as the reporters get it. */
import type { Finding, TargetName } from "../lint/finding.ts";
import type { Preset } from "../lint/preset.ts";

/** The outcome of `unitlint [PATHS…]`. */
export interface LintResult {
  readonly preset: Preset;
  readonly targets: readonly TargetName[];
  /** How many unit files and drop-ins were read. */
  readonly files: number;
  /** By file in the order of the arguments, then by place. */
  readonly findings: readonly Finding[];
  /** What was asked for and could not be read. */
  readonly errors: readonly InputError[];
  /** What was passed over, each with the reason: files of kinds not supported yet, loops, dangling links. */
  readonly skipped: readonly SkippedFile[];
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
  /** `unsupported`: another kind of systemd file (`.network`, `.container` …). */
  readonly reason: "unsupported" | "dangling link" | "link loop";
}
