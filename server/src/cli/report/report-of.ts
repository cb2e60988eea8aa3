/** From what the linter found to what a run tells. */
import { type FileEdit, type Finding, type Fix, logicalLines, type Related } from "../../lint/finding.ts";
import { type Fingerprint, fingerprints, plainPath } from "../../lint/fingerprint.ts";
import type { SuppressedFinding } from "../../lint/suppression/suppress.ts";
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
  const { preset, targets, versions = {}, files, errors, skipped, shard, withheld, fixes, suppressed = [] } = result;
  const found: readonly (Finding | SuppressedFinding)[] = [...result.findings, ...suppressed];
  const checked = result.checked ?? [...new Set(found.map(({ file }) => file.path))];
  const prints = fingerprints(found, nameOf);
  const told = found.map((finding, i): ReportFinding => {
    const all = result.targetsOf?.(finding.file) ?? targets;
    const partial = finding.targets.length < all.length;
    return { ...reportFinding(finding, prints[i] ?? "", partial), ...suppressionOf(finding) };
  });
  return {
    version: 1,
    preset,
    targets,
    versions,
    files,
    checked,
    ...(shard && { shard }),
    ...parted(inOrder(told, checked)),
    errors,
    skipped,
    ...(withheld !== undefined && { withheld }),
    ...(fixes && { fixed: fixes.fixed, notFixed: fixes.notFixed }),
    summary: summaryOf(told),
  };
}

/** Findings apart from those that are suppressed. */
export function parted(findings: readonly ReportFinding[]): Pick<Report, "findings" | "suppressed"> {
  return {
    findings: findings.filter(({ suppression }) => suppression === undefined),
    suppressed: findings.filter(({ suppression }) => suppression !== undefined),
  };
}

function suppressionOf(finding: Finding | SuppressedFinding): Pick<ReportFinding, "suppression"> {
  if (!("reason" in finding)) return {};
  return { suppression: finding.reason === undefined ? {} : { reason: finding.reason } };
}

/** Only the errors; the summary still counts everything. */
export function quietly(report: Report): Report {
  return { ...report, findings: report.findings.filter(({ severity }) => severity === "error") };
}

/** Counts findings; those that are suppressed count nowhere else. */
export function summaryOf(findings: readonly ReportFinding[]): Summary {
  const counts = { error: 0, warning: 0, info: 0, fixable: 0, affected: 0, suppressed: 0 };
  const affected = new Set<string>();
  for (const { severity, fixes, path, suppression } of findings) {
    if (suppression !== undefined) {
      counts.suppressed++;
      continue;
    }
    counts[severity]++;
    if (fixes.length > 0) counts.fixable++;
    affected.add(path);
  }
  return { ...counts, affected: affected.size };
}

function reportFinding(finding: Finding, fingerprint: Fingerprint, partial: boolean): ReportFinding {
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
    partial,
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
