/**
 * Reads and checks literate specs: prose with fenced unit files, in which a line of carets under a line marks what must be found.
 *
 * A fence starts with ```` ```ini NAME ````, or ```` ```ini NAME @247 ```` for an older target; a second one, `NAME (fixed)`, shows the text after all fixes. Characters that an editor hides are
 * written as their pictures: ␠ (blank), ␉ (tab), ␍ (carriage return), ␀ (NUL), ␘ (a byte that is not UTF-8), ␂ (a byte order mark),
 * ␃ (the file ends here, without a line end).
 */
import { catalogAt, newestVersion } from "../../server/src/catalog/catalog.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { lint } from "../../server/src/lint/lint.ts";
import { defaultSettings } from "../../server/src/lint/preset.ts";
import { readUnitFile } from "../../server/src/model/unit-file.ts";
import { unitFileName } from "../../server/src/model/unit-file-name.ts";
import { rules } from "../../server/src/rules/index.ts";
import { SourceFile } from "../../server/src/text/source-file.ts";
import { applyEdits } from "../../server/src/text/text-edit.ts";

/** One fenced unit file of a spec. */
export interface SpecCase {
  /** Under which headings it stands, and its file. */
  readonly title: string;
  readonly path: string;
  /** The version of systemd to judge for; the newest by default. */
  readonly version: number;
  /** With its annotation lines. */
  readonly annotated: string;
  /** The text after all fixes, where the spec shows it. */
  readonly fixed?: string;
}

/** All cases of a spec in order. */
export function specCases(markdown: string): SpecCase[] {
  const cases: SpecCase[] = [];
  let heading = "";
  for (const block of markdown.matchAll(/^#+ (.*)$|^```ini (\S+)(?: @(\d+))?( \(fixed\))?\n([\s\S]*?)^```$/gm)) {
    const [, title, path = "", version = newestVersion, fixed, text = ""] = block;
    if (title !== undefined) heading = title;
    else if (fixed === undefined)
      cases.push({
        title: `${heading}: ${path} (${cases.length + 1})`,
        path,
        version: Number(version),
        annotated: text,
      });
    else cases.push({ ...(cases.pop() ?? fail(`${path} (fixed) follows no case`)), fixed: text });
  }
  return cases;
}

/** The fence as it would read if it told exactly what is found. */
export function annotate({ path, version, annotated }: SpecCase): string {
  const text = withoutAnnotations(annotated);
  return insertAnnotations(text, findingsIn(path, text, version));
}

/** The text of a case after the fixes of all its findings. */
export function applyFixes({ path, version, annotated }: SpecCase): string {
  const text = withoutAnnotations(annotated);
  const edits = findingsIn(path, text, version).flatMap(
    ({ fixes }) => fixes[0]?.edits.flatMap(({ edits }) => edits) ?? [],
  );
  return toPictures(applyEdits(fromPictures(text), edits));
}

/** What the default preset finds in a file of this path, for a version of systemd. */
export function findingsIn(path: string, text: string, version: number = newestVersion): Finding[] {
  const name = unitFileName(path) ?? fail(`${path} names no unit file`);
  const file = readUnitFile(new SourceFile(path, fromPictures(text)), name, catalogAt(version));
  return lint(file, rules, { settings: defaultSettings, target: String(version) });
}

const annotationPattern = /^[ \t]*\^+ (?:error|warning|info)\[[a-z-]+\] /;

function withoutAnnotations(text: string): string {
  return text
    .split("\n")
    .filter(line => !annotationPattern.test(line))
    .join("\n");
}

function insertAnnotations(text: string, findings: readonly Finding[]): string {
  return text
    .split("\n")
    .flatMap((line, index) => [
      line,
      ...findings.filter(finding => startLine(finding) === index).map(finding => annotation(finding, line)),
    ])
    .join("\n");
}

function startLine({ file, span }: Finding): number {
  return file.text.slice(0, span.start).split("\n").length - 1;
}

function annotation({ file, span, severity, rule, message }: Finding, line: string): string {
  const column = span.start - (file.text.lastIndexOf("\n", span.start - 1) + 1);
  const width = Math.max(1, Math.min(span.end - span.start, line.length - column));
  return `${" ".repeat(column)}${"^".repeat(width)} ${severity}[${rule}] ${message}`;
}

const pictures: readonly (readonly [string, string])[] = [
  ["␠", " "],
  ["␉", "\t"],
  ["␍", "\r"],
  ["␀", "\0"],
  ["␘", "\uDCFF"],
  ["␂", "\uFEFF"],
  ["␃\n", ""],
];

function fromPictures(text: string): string {
  return pictures.reduce((text, [picture, character]) => text.replaceAll(picture, character), text);
}

/** Blanks stay as they are but at the end of a line. */
function toPictures(text: string): string {
  const shown = text
    .replaceAll("\r", "␍")
    .replaceAll("\0", "␀")
    .replaceAll("\uDCFF", "␘")
    .replaceAll("\uFEFF", "␂")
    .replace(/ $/gm, "␠")
    .replace(/\t$/gm, "␉");
  return shown.endsWith("\n") ? shown : `${shown}␃\n`;
}

function fail(message: string): never {
  throw new Error(message);
}
