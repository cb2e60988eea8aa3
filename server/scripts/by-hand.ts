/** Units that people write by hand, with what is right to say of them: `fixtures/by-hand`, of which the documents have a table. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { newestVersion } from "../src/catalog/catalog.ts";
import type { Finding } from "../src/lint/finding.ts";
import { findInTexts } from "./find-in-texts.ts";

/** Whether a finding helps who gets it. */
export type Judgement = "true" | "doubtful" | "false";

/** A unit, or several that belong together. */
export interface HandCase {
  readonly name: string;
  /** Where the mistake was seen, and what went wrong there. */
  readonly from: readonly string[];
  readonly version: number;
  readonly texts: Readonly<Record<string, string>>;
  /** `path:line rule` and what is thought of it, in the order of the files; one row a finding. */
  readonly judged: readonly (readonly [place: string, judgement: Judgement])[];
  /** Files that say neither that something is found in them nor that nothing is. */
  readonly unjudged: readonly string[];
  /** Mistakes that nothing tells. */
  readonly missed: readonly string[];
}

/** The release that cases are judged for unless they say otherwise. */
const USUAL_TARGET = 257;

/** All cases of a folder: a file each, or a folder with all its files. Throws an Error where a judgement cannot be read. */
export function casesByHand(folder: string): HandCase[] {
  return readdirSync(folder)
    .sort()
    .map(name => caseOf(name, filesOf(join(folder, name))));
}

/** What the linter says of a case unless asked for anything else. */
export function findingsOf({ texts, version }: HandCase): Finding[] {
  return findInTexts(texts, version);
}

/** How judgements name a finding. */
export function placeOf({ file, span, rule }: Finding): string {
  return `${file.path}:${file.text.slice(0, span.start).split("\n").length} ${rule}`;
}

/** Paths below a file or folder with their texts; of a file alone, its name. */
function filesOf(path: string): (readonly [path: string, text: string])[] {
  if (!statSync(path).isDirectory()) return [[path.slice(path.lastIndexOf(sep) + 1), readFileSync(path, "utf8")]];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map(name => join(path, name))
    .filter(name => statSync(name).isFile())
    .map(name => [relative(path, name).replaceAll(sep, "/"), readFileSync(name, "utf8")] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function caseOf(name: string, files: readonly (readonly [path: string, text: string])[]): HandCase {
  const told = (word: string) => files.flatMap(([, text]) => notesOf(text, word));
  const folder = told("Manager").includes("user") ? "user/" : "";
  const placed = files.map(([path, text]) => [folder + path, text] as const);
  return {
    name,
    from: told("From"),
    version: Math.min(newestVersion, Number(told("Target")[0] ?? USUAL_TARGET)),
    texts: Object.fromEntries(placed),
    judged: placed.flatMap(([path, text]) => judgementsOf(path, text)),
    unjudged: placed.flatMap(([path, text]) => (isLink(text) || notesOf(text, "Judged").length > 0 ? [] : [path])),
    missed: told("Missed"),
  };
}

function isLink(text: string): boolean {
  return text.startsWith("-> ");
}

/** What stands behind `# WORD:` in lines of their own. */
function notesOf(text: string, word: string): string[] {
  return [...text.matchAll(new RegExp(`^# ${word}: (.+)$`, "gm"))].map(([, words = ""]) => words.trim());
}

function judgementsOf(path: string, text: string): (readonly [string, Judgement])[] {
  return notesOf(text, "Judged")
    .filter(note => note !== "none")
    .map(note => {
      const [, rule, line, judgement] = /^([a-z-]+)@(\d+) (true|doubtful|false)(?:: .+)?$/.exec(note) ?? [];
      if (judgement === undefined) throw new Error(`${path}: "# Judged: ${note}" is no RULE@LINE true|doubtful|false`);
      return [`${path}:${line} ${rule}`, judgement as Judgement] as const;
    });
}
