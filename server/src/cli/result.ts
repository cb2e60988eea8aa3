/** What one run of the linter found, as the reporters get it. */
import type { SystemdVersion } from "../catalog/directive.ts";
import type { Finding, RuleId, TargetName } from "../lint/finding.ts";
import type { Preset } from "../lint/preset.ts";
import type { InputError, SkippedFile } from "../workspace/discovery.ts";

export type { InputError, SkippedFile } from "../workspace/discovery.ts";

/** The outcome of `unitlint [PATHS…]`. */
export interface LintResult {
  readonly preset: Preset;
  readonly targets: readonly TargetName[];
  /** The versions behind names such as `debian-11`. */
  readonly versions?: Readonly<Record<TargetName, SystemdVersion>>;
  /** How many unit files and drop-ins were read. */
  readonly files: number;
  /** What they are called. */
  readonly paths?: readonly string[];
  /** By file in the order of the arguments, then by place. */
  readonly findings: readonly Finding[];
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
  /** Fixes that would do harm. */
  readonly notFixed: readonly (MendedFinding & { readonly reason: string })[];
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
