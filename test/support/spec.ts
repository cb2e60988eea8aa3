/**
 * Reads and checks literate specs: prose with fenced unit files, in which a line of carets under a line marks what must be found.
 *
 * A fence starts with ```` ```ini NAME ```` (`jsonc` or `yaml` for configurations), or ```` ```ini NAME @247 ```` for an older target; a second one, `NAME (with)`, puts another
 * file beside it (`-> TARGET` alone in it makes a link), and `NAME (fixed)` shows the text of NAME after all fixes. Characters that an editor hides are
 * written as their pictures: ␠ (blank), ␉ (tab), ␍ (carriage return), ␀ (NUL), ␘ (a byte that is not UTF-8), ␂ (a byte order mark),
 * ␃ (the file ends here, without a line end).
 */
import { findInTexts } from "../../server/scripts/find-in-texts.ts";
import { newestVersion } from "../../server/src/catalog/catalog.ts";
import type { Finding } from "../../server/src/lint/finding.ts";
import { defaultSettings, type RuleSettings } from "../../server/src/lint/preset.ts";
import { applyEdits } from "../../server/src/text/text-edit.ts";

/** One fenced unit file of a spec, and those beside it. */
export interface SpecCase {
  /** Under which headings it stands, and its file. */
  readonly title: string;
  /** The version of systemd to judge for; the newest by default. */
  readonly version: number;
  /** By path, with their annotation lines. */
  readonly annotated: Readonly<Record<string, string>>;
  /** The texts after all fixes, where the spec shows them. */
  readonly fixed: Readonly<Record<string, string>>;
}

/** All cases of a spec in order. */
export function specCases(markdown: string): SpecCase[] {
  const cases: SpecCase[] = [];
  let heading = "";
  for (const block of markdown.matchAll(
    /^#+ (.*)$|^```(?:ini|jsonc|yaml) (\S+)(?: @(\d+))?(?: \((fixed|with)\))?\n([\s\S]*?)^```$/gm,
  )) {
    const [, title, path = "", version = newestVersion, role, text = ""] = block;
    if (title !== undefined) heading = title;
    else if (role === undefined) {
      const title = `${heading}: ${path} (${cases.length + 1})`;
      cases.push({ title, version: Number(version), annotated: { [path]: text }, fixed: {} });
    } else {
      const before = cases.pop() ?? fail(`${path} (${role}) follows no case`);
      if (role === "with") cases.push({ ...before, annotated: { ...before.annotated, [path]: text } });
      else cases.push({ ...before, fixed: { ...before.fixed, [path]: text } });
    }
  }
  return cases;
}

/** The fences as they would read if they told exactly what is found. */
export function annotate({ version, annotated }: SpecCase, settings?: RuleSettings): Record<string, string> {
  const texts = mapTexts(annotated, withoutAnnotations);
  const findings = findingsIn(texts, version, settings);
  return mapTexts(texts, (text, path) =>
    insertAnnotations(
      text,
      findings.filter(({ file }) => file.path === path),
    ),
  );
}

/** The texts of a case after the fixes of all its findings. */
export function applyFixes({ version, annotated }: SpecCase, settings?: RuleSettings): Record<string, string> {
  const texts = mapTexts(annotated, withoutAnnotations);
  const edits = findingsIn(texts, version, settings).flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  return mapTexts(texts, (text, path) =>
    toPictures(
      applyEdits(
        fromPictures(text),
        edits.filter(({ file }) => file.path === path).flatMap(({ edits }) => edits),
      ),
    ),
  );
}

/** What the default preset, or other settings, find in files of these paths, for a version of systemd. */
export function findingsIn(
  texts: Readonly<Record<string, string>>,
  version: number = newestVersion,
  settings: RuleSettings = defaultSettings,
): Finding[] {
  return findInTexts(mapTexts(texts, fromPictures), version, settings);
}

function mapTexts(
  texts: Readonly<Record<string, string>>,
  change: (text: string, path: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, change(text, path)]));
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
