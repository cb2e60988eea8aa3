/** What the linter tells: findings and fixes. */
import type { HeaderSyntax, LineSyntax } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/text-edit.ts";

/** The kebab-case name of a rule. */
export type RuleId = string;

/** A target as the user named it, such as `262`. */
export type TargetName = string;

/** How much a finding weighs; `error` fails a build by default. */
export type Severity = "error" | "warning" | "info";

/** Which severity is the graver one. */
export const weights: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** What kind of mistake a rule looks for. */
export type Category = "syntax" | "correctness" | "suspicious" | "compatibility" | "hardening";

/**
 * What systemd does about it: `refuses` (the unit does not load or start), `ignores` (the line, a piece of it, or the rest of
 * a drop-in is dropped), `notes` (logs a complaint but honours it), `silent` (says nothing: the finding is ours alone).
 */
export type Verdict = "refuses" | "ignores" | "notes" | "silent";

/** One mistake in one place. */
export interface Finding {
  readonly rule: RuleId;
  readonly category: Category;
  readonly severity: Severity;
  readonly systemd: Verdict;
  /** One line, no final period, naming the thing as written. */
  readonly message: string;
  /** What systemd does about it, in words. */
  readonly effect: string;
  readonly file: SourceFile;
  /** The name of the unit: `nginx.service`; a whole type (`service`) for drop-ins of all its units. */
  readonly unit: string;
  /** The smallest stretch that is wrong. */
  readonly span: Span;
  /** The logical line it stands on. */
  readonly line: LineSyntax;
  /** The section header above it, if there is one. */
  readonly header?: HeaderSyntax;
  /** `unit` where it is about the whole file or unit and only stands on the line to change. */
  readonly scope: "line" | "unit";
  /** Those of the run's targets for which it holds, one at least. */
  readonly targets: readonly TargetName[];
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** Another place that belongs to a finding. */
export interface Related {
  readonly file: SourceFile;
  readonly span: Span;
  readonly message: string;
}

/** A way to mend a finding; after a `safe` one the target's systemd reads the same, an `unsafe` one wants a look. */
export interface Fix {
  /** What to do, imperative. */
  readonly title: string;
  readonly safety: "safe" | "unsafe";
  readonly edits: readonly FileEdit[];
}

/** Edits of one file. */
export interface FileEdit {
  readonly file: SourceFile;
  readonly edits: readonly TextEdit[];
}

/** The first and last physical line (from 1) of a logical line, as systemd counts: an unfinished one ends on the line after. */
export function logicalLines(file: SourceFile, line: LineSyntax): { first: number; last: number } {
  const lastPiece = line.pieces.at(-1)?.span.start ?? line.span.start;
  const last = file.position(lastPiece).line + (line.unfinished ? 1 : 0);
  return { first: file.position(line.span.start).line, last };
}

/** Whether two findings in one file are the same; a file may count for units of several groups. */
export function isSameFinding(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.span.start === b.span.start && a.span.end === b.span.end && a.message === b.message;
}

/** Orders the findings of one file. */
export function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
