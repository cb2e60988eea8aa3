/** The report for people at a terminal: findings with their lines of code, then one summary line. */
import type { Place, Report, ReportFinding } from "../report/report.ts";
import { type Paint, paintWith, printable } from "../terminal.ts";
import { frameOf } from "./frame.ts";
import type { Reporter, Style } from "./reporter.ts";
import { summaryLine } from "./summary.ts";
import { targetsInWords } from "./target-names.ts";

/** Findings with frames, a blank line after each, and the summary. */
export const humanReporter: Reporter = (report, style) => {
  const paint = paintWith(style.colour);
  const blocks = report.findings.map(finding => block(finding, style.width, paint));
  return `${[...blocks, summaryLine(report, paint)].join("\n\n")}\n`;
};

/** The paths that could not be linted, a line each: `unitlint: PATH: message`; for standard error. */
export function inputErrors({ errors }: Pick<Report, "errors">, { colour }: Pick<Style, "colour">): string {
  const paint = paintWith(colour);
  return errors
    .map(({ path, message }) => `${paint("error", "unitlint:")} ${printable(path)}: ${printable(message)}\n`)
    .join("");
}

function block(finding: ReportFinding, width: number, paint: Paint): string {
  const { rows, gutter } = frameOf(finding, width, paint);
  const equals = paint("dim", `${" ".repeat(gutter)} =`);
  const below = notes(finding, paint).map(note => `${equals} ${note}`);
  return [headline(finding, paint), ...rows, ...below].join("\n");
}

function headline(finding: ReportFinding, paint: Paint): string {
  const { severity, rule, message } = finding;
  const where = paint("strong", `${placeText(finding)}:`);
  return `${where} ${paint(severity, `${severity}[${rule}]`)} ${printable(message)}`;
}

function notes(finding: ReportFinding, paint: Paint): string[] {
  const help = finding.fixes[0]?.title;
  return [
    printable(finding.effect),
    ...(finding.partial ? [`only with ${targetsInWords(finding.targets)}`] : []),
    ...finding.related.map(place => `${placeText(place)}: ${printable(place.message)}`),
    ...(help === undefined ? [] : [`${paint("good", "help:")} ${printable(help)}`]),
  ];
}

/** `PATH:LINE:COLUMN`. */
function placeText({ path, line, column }: Place): string {
  return `${printable(path)}:${line}:${column}`;
}
