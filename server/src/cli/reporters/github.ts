/** Workflow commands of GitHub Actions, which become annotations beside the code. https://docs.github.com/actions, "Workflow commands" */
import type { Severity } from "../../lint/finding.ts";
import { unpainted } from "../../text/paint.ts";
import type { ReportFinding } from "../report/report.ts";
import { printable, printableLines } from "../terminal.ts";
import type { Reporter, Style } from "./reporter.ts";
import { summaryLine } from "./summary.ts";

/** A command for each finding and each path that could not be read, then the summary for the log. GitHub shows ten annotations of a kind in a step. */
export const githubReporter: Reporter = (report, style) => {
  const failures = report.errors.map(({ path, message }) =>
    command("error", { file: style.pathIn(path), title: "unitlint" }, `${printable(path)}: ${printable(message)}`),
  );
  const commands = report.findings.map(finding => annotation(finding, style));
  return `${[...commands, ...failures, summaryLine(report, unpainted)].join("\n")}\n`;
};

const kinds: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

function annotation(finding: ReportFinding, style: Style): string {
  const { path, line, endLine, column, endColumn, severity, rule, message, effect } = finding;
  const place = { file: style.pathIn(path), line, endLine, col: column, endColumn, title: `unitlint(${rule})` };
  const help = finding.fixes[0]?.title;
  const lines = [message, effect, ...(help === undefined ? [] : [`help: ${help}`])];
  return command(kinds[severity], place, lines.map(printable).join("\n"));
}

function command(kind: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kind} ${written.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(printableLines(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
