/** What one run of the linter found, as the reporters get it. */
import type { SystemdVersion } from "../catalog/directive.ts";
import type { Finding, RuleId, TargetName } from "../lint/finding.ts";
import type { Preset } from "../lint/preset.ts";
import type { SuppressedFinding } from "../lint/suppression/suppress.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { InputError, SkippedFile } from "../workspace/discovery.ts";
import type { Shard } from "./report/report.ts";

export type { InputError, SkippedFile } from "../workspace/discovery.ts";

/** The outcome of `unitlint [PATHS…]`. */
export interface LintResult {
  readonly preset: Preset;
  readonly targets: readonly TargetName[];
  /** Those of a single file, where configurations tell them apart. */
  readonly targetsOf?: ((file: SourceFile) => readonly TargetName[] | undefined) | undefined;
  /** The versions behind names such as `debian-11`. */
  readonly versions?: Readonly<Record<TargetName, SystemdVersion>>;
  /** How many unit files and drop-ins were read. */
  readonly files: number;
  /** Their paths in the order of the arguments; by default those that have findings. */
  readonly checked?: readonly string[];
  /** Which part of a run this is. */
  readonly shard?: Shard;
  /** By file in the order of the arguments, then by place. */
  readonly findings: readonly Finding[];
  /** What comments in the files suppress, each with its reason. */
  readonly suppressed?: readonly SuppressedFinding[];
  /** What was asked for and could not be read. */
  readonly errors: readonly InputError[];
  /** How many findings are not told, as a baseline lets them through or nothing of theirs changed. */
  readonly withheld?: number;
  /** What fixes did, where they were asked for. */
  readonly fixes?: FixReport;
  /** What was passed over, each with the reason: files of kinds not supported yet, loops, dangling links. */
  readonly skipped: readonly SkippedFile[];
}

/** What fixes did. */
export interface FixReport {
  /** How many files changed. */
  readonly files: number;
  readonly fixed: readonly MendedFinding[];
  /** Fixes that were made, and are lost as a file of theirs could not be written. */
  readonly unwritten: readonly MendedFinding[];
  /** Fixes that would do harm. */
  readonly notFixed: readonly RefusedFinding[];
}

/** A finding with its fix. */
export interface MendedFinding {
  readonly rule: RuleId;
  readonly path: string;
  /** From 1: of a finding that is gone, in the text from before. */
  readonly line: number;
  readonly message: string;
  /** The title of the fix. */
  readonly fix: string;
}

/** One whose fix was not applied, and why. */
export interface RefusedFinding extends MendedFinding {
  readonly reason: string;
}
