/** From what the linter found to what a run tells. */
import { type FileEdit, type Finding, type Fix, logicalLines, type Related } from "../../lint/finding.ts";
import { type Fingerprint, fingerprints, plainPath } from "../../lint/fingerprint.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { Span } from "../../text/span.ts";
import type { LintResult } from "../result.ts";
import { frameLines } from "./frame-lines.ts";
import { inOrder } from "./order.ts";
import type { Place, Report, ReportEdit, ReportFinding, ReportFix, ReportRelated, Summary } from "./report.ts";

/** How to tell it. */
export interface ReportOptions {
  /** By which name a path goes in fingerprints. */
  readonly nameOf?: (path: string) => string;
}

/** Plain data, which no longer holds any text of a file but the lines to show. */
export function reportOf(result: LintResult, { nameOf = plainPath }: ReportOptions = {}): Report {
  const { preset, targets, versions = {}, files, findings, errors, skipped, shard } = result;
  const checked = result.checked ?? [...new Set(findings.map(({ file }) => file.path))];
  const prints = fingerprints(findings, nameOf);
  const told = findings.map((finding, i) => reportFinding(finding, prints[i] ?? ""));
  return {
    version: 1,
    preset,
    targets,
    versions,
    files,
    checked,
    ...(shard && { shard }),
    findings: inOrder(told, checked),
    errors,
    skipped,
    summary: summaryOf(findings.map(({ severity, fixes, file: { path } }) => ({ severity, fixes, path }))),
  };
}

/** Only the errors; the summary still counts everything. */
export function quietly(report: Report): Report {
  return { ...report, findings: report.findings.filter(({ severity }) => severity === "error") };
}

interface Counted extends Pick<ReportFinding, "severity" | "path"> {
  readonly fixes: readonly unknown[];
}

/** Counts findings. */
export function summaryOf(findings: readonly Counted[]): Summary {
  const counts = { error: 0, warning: 0, info: 0, fixable: 0, affected: 0 };
  for (const { severity, fixes } of findings) {
    counts[severity]++;
    if (fixes.length > 0) counts.fixable++;
  }
  counts.affected = new Set(findings.map(({ path }) => path)).size;
  return counts;
}

function reportFinding(finding: Finding, fingerprint: Fingerprint): ReportFinding {
  const { file, span } = finding;
  const { first, last } = logicalLines(file, finding.line);
  return {
    rule: finding.rule,
    category: finding.category,
    severity: finding.severity,
    systemd: finding.systemd,
    scope: finding.scope,
    message: finding.message,
    effect: finding.effect,
    unit: finding.unit,
    ...placeOf(file, span),
    logicalLine: first,
    logicalEndLine: last,
    offset: span.start,
    endOffset: span.end,
    targets: finding.targets,
    fingerprint,
    frame: frameLines(finding),
    related: finding.related.map(reportRelated),
    fixes: finding.fixes.map(reportFix),
  };
}

function reportRelated({ file, span, message }: Related): ReportRelated {
  return { ...placeOf(file, span), message };
}

function reportFix({ title, safety, edits }: Fix): ReportFix {
  return { title, safety, edits: edits.flatMap(reportEdits) };
}

function reportEdits({ file, edits }: FileEdit): ReportEdit[] {
  return edits.map(({ span, text }) => ({ ...placeOf(file, span), offset: span.start, endOffset: span.end, text }));
}

function placeOf(file: SourceFile, { start, end }: Span): Place {
  const from = file.position(start);
  const to = file.position(end);
  return { path: file.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
