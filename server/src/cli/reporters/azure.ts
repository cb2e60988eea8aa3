/** Logging commands of Azure Pipelines, which become issues of the build. https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands */

import { unpainted } from "../../text/paint.ts";
import type { ReportFinding } from "../report/report.ts";
import { printable, printableLines } from "../terminal.ts";
import type { Reporter, Style } from "./reporter.ts";
import { summaryLine } from "./summary.ts";

/** An issue for each error, warning and unreadable path; infos, which Azure has no kind for, are plain lines; then the summary. */
export const azureReporter: Reporter = (report, style) => {
  const issues = report.findings.map(finding =>
    finding.severity === "info" ? plain(finding) : issueOf(finding, style),
  );
  const failures = report.errors.map(({ path, message }) =>
    command({ type: "error", sourcepath: style.pathIn(path) }, `${printable(path)}: ${printable(message)}`),
  );
  return `${[...issues, ...failures, summaryLine(report, unpainted)].join("\n")}\n`;
};

function issueOf({ path, line, column, severity, rule, message }: ReportFinding, { pathIn }: Style): string {
  const place = { sourcepath: pathIn(path), linenumber: line, columnnumber: column };
  return command({ type: severity, ...place, code: rule }, printable(message));
}

function plain({ path, line, column, severity, rule, message }: ReportFinding): string {
  return `${printable(path)}:${line}:${column}: ${severity}[${rule}] ${printable(message)}`;
}

function command(properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))};`);
  return `##vso[task.logissue ${written.join("")}]${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(printableLines(text)).replaceAll(";", "%3B").replaceAll("]", "%5D");
}
