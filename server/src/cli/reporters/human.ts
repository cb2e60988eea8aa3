/** The report for people at a terminal: findings with their lines of code, then one summary line. */
import type { Finding, TargetName } from "../../lint/finding.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { LintResult } from "../result.ts";
import { type Paint, paintWith, printable } from "../terminal.ts";
import { frameOf } from "./frame.ts";
import { type Reporter, type Style, shownFindings } from "./reporter.ts";
import { summaryLine } from "./summary.ts";
import { targetsInWords } from "./target-names.ts";

/** Findings with frames, a blank line after each, and the summary. */
export const humanReporter: Reporter = (result, style) => {
  const paint = paintWith(style.colour);
  const blocks = shownFindings(result, style).map(finding => block(finding, result.targets, style.width, paint));
  return `${[...blocks, summaryLine(result, paint)].join("\n\n")}\n`;
};

/** The paths that could not be linted, a line each: `unitlint: PATH: message`; for standard error. */
export function inputErrors(result: Pick<LintResult, "errors">, style: Style): string {
  const paint = paintWith(style.colour);
  return result.errors
    .map(({ path, message }) => `${paint("error", "unitlint:")} ${printable(path)}: ${printable(message)}\n`)
    .join("");
}

function block(finding: Finding, targets: readonly TargetName[], width: number, paint: Paint): string {
  const { rows, gutter } = frameOf(finding, width, paint);
  const equals = paint("dim", `${" ".repeat(gutter)} =`);
  const below = notes(finding, targets, paint).map(note => `${equals} ${note}`);
  return [headline(finding, paint), ...rows, ...below].join("\n");
}

function headline({ file, span, severity, rule, message }: Finding, paint: Paint): string {
  const where = paint("strong", `${place(file, span.start)}:`);
  return `${where} ${paint(severity, `${severity}[${rule}]`)} ${printable(message)}`;
}

function notes(finding: Finding, targets: readonly TargetName[], paint: Paint): string[] {
  const help = finding.fixes[0]?.title;
  return [
    printable(finding.effect),
    ...(finding.targets.length < targets.length ? [`only with ${targetsInWords(finding.targets)}`] : []),
    ...finding.related.map(({ file, span, message }) => `${place(file, span.start)}: ${printable(message)}`),
    ...(help === undefined ? [] : [`${paint("good", "help:")} ${printable(help)}`]),
  ];
}

function place(file: SourceFile, offset: number): string {
  const { line, column } = file.position(offset);
  return `${printable(file.path)}:${line}:${column}`;
}
