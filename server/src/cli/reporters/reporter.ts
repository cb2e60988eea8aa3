/** What a reporter is, and what all of them count. */
import type { Finding, Severity } from "../../lint/finding.ts";
import type { LintResult } from "../result.ts";

/** Turns a result into text that ends in a newline; pure. */
export type Reporter = (result: LintResult, style: Style) => string;

/** How to show it. */
export interface Style {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
  /** Tell only errors; the summary still counts everything. */
  readonly quiet: boolean;
}

/** How many findings of each severity, and how many of all with at least one fix. */
export type Counts = Readonly<Record<Severity | "fixable", number>>;

/** Counts all findings, those that `quiet` hides too. */
export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, fixable: 0 };
  for (const { severity, fixes } of findings) {
    counts[severity]++;
    if (fixes.length > 0) counts.fixable++;
  }
  return counts;
}

/** The findings to tell. */
export function shownFindings(result: LintResult, style: Style): readonly Finding[] {
  return style.quiet ? result.findings.filter(({ severity }) => severity === "error") : result.findings;
}
