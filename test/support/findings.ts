/** Findings and results made from marked unit files, for the tests of reporters. */
import type { LintResult } from "../../server/src/cli/result.ts";
import type { Finding, Fix } from "../../server/src/lint/finding.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import { linesOf } from "../../server/src/syntax/print.ts";
import type { LineSyntax } from "../../server/src/syntax/tree.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import type { Span } from "../../server/src/text/span.ts";

/** What a finding says; all of it has a default. */
export interface Told extends Partial<Omit<Finding, "file" | "span" | "line" | "related" | "fixes">> {
  /** The messages of the places marked `‹›`, in their order. */
  readonly related?: readonly string[];
  /** Replaces what is marked `«»`. */
  readonly fix?: { readonly title: string; readonly text: string; readonly safety?: Fix["safety"] };
}

/** A finding at the `«»` of a unit file, with related places at its `‹›`. */
export function findingAt(path: string, marked: string, { related = [], fix, ...told }: Told = {}): Finding {
  const { text, own, others } = readMarks(marked);
  const file = new SourceFile(path, text);
  const line = lineAt(text, own.start);
  const header = parse(text).sections.findLast(
    section => (section.header?.span.start ?? Number.POSITIVE_INFINITY) <= line.span.start,
  )?.header;
  return {
    rule: "unknown-directive",
    category: "correctness",
    severity: "error",
    systemd: "ignores",
    message: "Unknown directive",
    effect: "systemd ignores this line",
    unit: path.slice(path.lastIndexOf("/") + 1),
    scope: "line",
    targets: ["262"],
    ...told,
    file,
    span: own,
    line,
    ...(header && { header }),
    related: others.map((span, i) => ({ file, span, message: related[i] ?? "here" })),
    fixes: fix === undefined ? [] : [fixAt(file, own, fix)],
  };
}

/** A run that found these; of one file for each finding's path unless told otherwise. */
export function resultOf(findings: readonly Finding[], more: Partial<LintResult> = {}): LintResult {
  const files = new Set(findings.map(({ file }) => file.path)).size;
  return { preset: "recommended", targets: ["262"], files, findings, errors: [], skipped: [], ...more };
}

function fixAt(file: SourceFile, span: Span, { title, text, safety = "safe" }: NonNullable<Told["fix"]>): Fix {
  return { title, safety, edits: [{ file, edits: [{ span, text }] }] };
}

function lineAt(text: string, offset: number): LineSyntax {
  const line = [...linesOf(parse(text))].findLast(({ span }) => span.start <= offset);
  if (line === undefined) throw new Error("an empty text has no line to stand on");
  return line;
}

function readMarks(marked: string): { text: string; own: Span; others: Span[] } {
  const others: Span[] = [];
  let own: Span | undefined;
  let text = "";
  let start = 0;
  for (const piece of marked.split(/([«»‹›])/)) {
    if (piece === "«" || piece === "‹") start = text.length;
    else if (piece === "»") own = { start, end: text.length };
    else if (piece === "›") others.push({ start, end: text.length });
    else text += piece;
  }
  if (own === undefined) throw new Error("mark the finding's place with «»");
  return { text, own, others };
}
