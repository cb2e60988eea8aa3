/** Compiles the texts of `server/docs/directives` and `server/docs/words` into `server/data/texts.json`. */
import { readdirSync, readFileSync } from "node:fs";
import { type DirectiveText, type Text, type Texts, type WordKind, wordKinds } from "../../src/texts/texts.ts";
import { entryProblems, missingTexts } from "./check.ts";
import { type Entry, parseTexts } from "./parse.ts";

/** The texts, and all that is wrong with them, one line each. */
export interface CompiledTexts {
  readonly texts: Texts;
  readonly problems: readonly string[];
}

/** Reads all files below a `docs` folder. */
export function compileTexts(docs: string): CompiledTexts {
  const problems: string[] = [];
  const directives: Record<string, DirectiveText> = {};
  for (const entry of entriesIn(`${docs}/directives`, problems)) {
    problems.push(...entryProblems(entry, true));
    for (const heading of entry.names) {
      const name = heading.replace(/=$/, "");
      if (directives[name] !== undefined) problems.push(`${entry.file}: ${name}= has a text already`);
      directives[name] = { ...textOf(entry), values: valuesOf(entry) };
    }
  }
  const words = Object.fromEntries(wordKinds.map(kind => [kind, wordsOf(`${docs}/words`, kind, problems)]));
  const texts = { directives: withBorrowedValues(directives, problems), words };
  return { texts, problems: [...problems, ...missingTexts(texts)] };
}

/** `texts.json`: one entry a line. */
export function textsJson({ directives, words }: Texts): string {
  const lines = (entries: Readonly<Record<string, unknown>>) =>
    Object.keys(entries)
      .sort()
      .map(name => `    ${JSON.stringify(name)}: ${JSON.stringify(entries[name])}`)
      .join(",\n");
  const kinds = Object.entries(words).map(
    ([kind, entries]) => `  ${JSON.stringify(kind)}: {\n${lines(entries ?? {})}\n  }`,
  );
  return `{\n  "directives": {\n${lines(directives)}\n  },\n  "words": {\n${kinds.join(",\n")}\n  }\n}\n`;
}

function entriesIn(folder: string, problems: string[]): Entry[] {
  return readdirSync(folder)
    .filter(name => name.endsWith(".md"))
    .sort()
    .flatMap(name => readEntries(folder, name, problems));
}

function readEntries(folder: string, name: string, problems: string[]): readonly Entry[] {
  const parsed = parseTexts(name, readFileSync(`${folder}/${name}`, "utf8"));
  problems.push(...parsed.problems);
  return parsed.entries;
}

function wordsOf(folder: string, kind: WordKind, problems: string[]): Record<string, Text> {
  const words: Record<string, Text> = {};
  const name = `${kind}.md`;
  const entries = readdirSync(folder).includes(name) ? readEntries(folder, name, problems) : [];
  for (const entry of entries) {
    problems.push(...entryProblems(entry, false));
    for (const heading of entry.names) words[wordIn(heading, kind)] = textOf(entry);
  }
  return words;
}

/** Headings show sections and specifiers as they are written. */
function wordIn(heading: string, kind: WordKind): string {
  if (kind === "specifiers") return heading.replace(/^%/, "");
  return kind === "sections" ? heading.replace(/^\[|\]$/g, "") : heading;
}

function textOf({ summary, body, facts }: Entry): Text {
  return { summary, body, facts: facts.filter(([label]) => label !== "values") };
}

function valuesOf({ values, facts }: Entry): Record<string, string> {
  const own = values.flatMap(({ names, text }) => names.map(name => [name, text] as const));
  const borrowed = facts.find(([label]) => label === "values")?.[1];
  return Object.fromEntries(borrowed === undefined ? own : [["", borrowed], ...own]);
}

/** `values: as FailureAction=` stands for the values told there. */
function withBorrowedValues(
  directives: Record<string, DirectiveText>,
  problems: string[],
): Record<string, DirectiveText> {
  return Object.fromEntries(
    Object.entries(directives).map(([name, text]) => {
      const { "": source, ...own } = text.values;
      if (source === undefined) return [name, text];
      const lender = /`?([A-Z]\w+)=`?/.exec(source)?.[1] ?? "";
      if (directives[lender] === undefined) problems.push(`${name}=: there are no values as ${source}`);
      const { "": _, ...lent } = directives[lender]?.values ?? {};
      return [name, { ...text, values: { ...lent, ...own } }];
    }),
  );
}
