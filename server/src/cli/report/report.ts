/** What a run has to tell, as plain data: the document of `--format json`, which every reporter turns into its own form. */
import type { SystemdVersion } from "../../catalog/directive.ts";
import type { Category, Fix, RuleId, Severity, TargetName, Verdict } from "../../lint/finding.ts";
import type { Fingerprint } from "../../lint/fingerprint.ts";
import type { Preset } from "../../lint/preset.ts";
import type { InputError, MendedFinding, RefusedFinding, SkippedFile } from "../result.ts";

/** One run, one shard of it, or several runs merged; its shape is `server/docs/findings.schema.json`. */
export interface Report {
  /** Of the shape. */
  readonly version: 1;
  readonly preset: Preset;
  readonly targets: readonly TargetName[];
  /** The systemd versions behind the targets. */
  readonly versions: Readonly<Record<TargetName, SystemdVersion>>;
  /** How many unit files and drop-ins were judged. */
  readonly files: number;
  /** Their paths, in the order of the run. */
  readonly checked: readonly string[];
  /** The trees that were judged each by itself, in the order of their paths; absent where all was judged together. */
  readonly trees?: readonly ReportTree[];
  /** Which part of a run this is. */
  readonly shard?: Shard;
  /** Those to tell: by file in the order of `checked`, then by place. */
  readonly findings: readonly ReportFinding[];
  /** Those that comments in the files suppress, in the same order. */
  readonly suppressed: readonly ReportFinding[];
  readonly errors: readonly InputError[];
  readonly skipped: readonly SkippedFile[];
  /** How many findings a baseline lets through, or have nothing to do with what changed. */
  readonly withheld?: number;
  /** What fixes mended, and what they left alone; absent where they were not asked for. */
  readonly fixed?: readonly MendedFinding[];
  readonly notFixed?: readonly RefusedFinding[];
  readonly summary: Summary;
}

/** A tree of units, such as an image, and for what it was judged. */
export interface ReportTree {
  readonly path: string;
  readonly targets: readonly TargetName[];
  readonly files: number;
}

/** Part `index` (from 1) of `of`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
  /** For each file of `checked` a number by which the files of all shards are ordered. */
  readonly ranks: readonly number[];
}

/** Counts of all findings, those that `--quiet` hides included. */
export type Summary = Readonly<Record<Severity | "fixable" | "affected" | "suppressed", number>>;

/** A finding without its texts: lines and columns count from 1, columns and offsets in UTF-16 code units, ends are exclusive. */
export interface ReportFinding extends Place {
  readonly rule: RuleId;
  readonly category: Category;
  readonly severity: Severity;
  readonly systemd: Verdict;
  readonly scope: "line" | "unit";
  readonly message: string;
  /** What systemd does about it, in words. */
  readonly effect: string;
  readonly unit: string;
  /** The physical lines of its logical line, as systemd counts them. */
  readonly logicalLine: number;
  readonly logicalEndLine: number;
  readonly offset: number;
  readonly endOffset: number;
  readonly targets: readonly TargetName[];
  /** Whether its file was judged for other targets too. */
  readonly partial: boolean;
  readonly fingerprint: Fingerprint;
  readonly frame: readonly FrameLine[];
  readonly related: readonly ReportRelated[];
  readonly fixes: readonly ReportFix[];
  /** By what it is suppressed; only of those that are. */
  readonly suppression?: Suppression;
}

/** A comment in the file. */
export interface Suppression {
  /** What it says behind `--`; absent where it gives no reason. */
  readonly reason?: string;
}

/** Where something stands. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A line of code that the report for people shows. */
export interface FrameLine {
  readonly line: number;
  /** Without its end; of a long one only what stands around the mark. */
  readonly text: string;
  /** The column in which the text begins, where that is not the first. */
  readonly from?: number;
  /** What to mark in it: the finding itself, or a related place. */
  readonly mark?: FrameMark;
}

/** A stretch of a line. */
export interface FrameMark {
  readonly kind: "finding" | "related";
  readonly column: number;
  readonly endColumn: number;
}

/** Another place that belongs to a finding. */
export interface ReportRelated extends Place {
  readonly message: string;
}

/** A way to mend a finding. */
export interface ReportFix extends Pick<Fix, "title" | "safety"> {
  readonly edits: readonly ReportEdit[];
}

/** Puts a text in the place of what stands there. */
export interface ReportEdit extends Place {
  readonly offset: number;
  readonly endOffset: number;
  readonly text: string;
}
