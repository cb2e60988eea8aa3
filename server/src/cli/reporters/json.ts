/** The report for programs; its shape is `server/docs/findings.schema.json`. */
import { type FileEdit, type Finding, type Fix, logicalLines, type Related } from "../../lint/finding.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { Span } from "../../text/span.ts";
import { printableJson } from "../terminal.ts";
import { countFindings, type Reporter, shownFindings } from "./reporter.ts";

/** One JSON document, indented; characters that a terminal would obey are written as escapes. */
export const jsonReporter: Reporter = (result, style) => {
  const report = {
    version: 1,
    preset: result.preset,
    targets: result.targets,
    files: result.files,
    findings: shownFindings(result, style).map(findingJson),
    errors: result.errors.map(({ path, message }) => ({ path, message })),
    skipped: result.skipped.map(({ path, reason }) => ({ path, reason })),
    ...(result.fixes && { fixed: result.fixes.fixed, notFixed: result.fixes.notFixed }),
    summary: countFindings(result.findings),
  };
  return `${printableJson(JSON.stringify(report, null, 2))}\n`;
};

function findingJson(finding: Finding) {
  const { file, span } = finding;
  const { first, last } = logicalLines(file, finding.line);
  return {
    rule: finding.rule,
    category: finding.category,
    severity: finding.severity,
    systemd: finding.systemd,
    scope: finding.scope,
    message: finding.message,
    path: file.path,
    unit: finding.unit,
    ...positions(file, span),
    logicalLine: first,
    logicalEndLine: last,
    ...offsets(span),
    targets: finding.targets,
    related: finding.related.map(relatedJson),
    fixes: finding.fixes.map(fixJson),
  };
}

function relatedJson({ file, span, message }: Related) {
  const { line, column } = file.position(span.start);
  return { path: file.path, line, column, message };
}

function fixJson({ title, safety, edits }: Fix) {
  return { title, safety, edits: edits.flatMap(editsJson) };
}

function editsJson({ file, edits }: FileEdit) {
  return edits.map(({ span, text }) => ({ path: file.path, ...offsets(span), ...positions(file, span), text }));
}

function offsets({ start, end }: Span) {
  return { offset: start, endOffset: end };
}

function positions(file: SourceFile, { start, end }: Span) {
  const from = file.position(start);
  const to = file.position(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
