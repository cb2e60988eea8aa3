/** Reads the Markdown of `server/docs/directives` and `server/docs/words` into entries; what is wrong with it is listed by name. */

/** An entry as written: several names may share one. */
export interface Entry {
  readonly file: string;
  readonly names: readonly string[];
  readonly summary: string;
  readonly body: readonly string[];
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly values: readonly ValueEntry[];
}

/** What is said of some values. */
export interface ValueEntry {
  readonly names: readonly string[];
  readonly text: string;
}

/** A file's entries. */
export interface ParsedFile {
  readonly entries: readonly Entry[];
  readonly problems: readonly string[];
}

/** Parses one file: a title, a comment on what was checked, entries. */
export function parseTexts(file: string, markdown: string): ParsedFile {
  const problems: string[] = [];
  const [head = "", ...pieces] = markdown.split(/^## /m);
  if (!/^# \S.*\n/.test(head)) problems.push(`${file}: the first line is no title`);
  if (!/<!-- checked: [\s\S]*?-->/.test(head)) problems.push(`${file}: no comment says what was checked`);
  const entries = pieces.map(piece => parseEntry(file, piece));
  return { entries, problems };
}

function parseEntry(file: string, piece: string): Entry {
  const [own = "", ...values] = piece.split(/^### /m);
  const [heading = "", ...blocks] = own.split(/\n\s*\n|\n(?=- )/).map(block => block.trim());
  const [names = "", inlineSummary = ""] = heading.split(/\n/, 2);
  const texts = [inlineSummary, ...blocks].filter(block => block !== "");
  const paragraphs = texts.filter(block => !block.startsWith("- ")).map(joined);
  const facts = texts.filter(block => block.startsWith("- ")).map(parseFact);
  const [summary = "", ...body] = paragraphs;
  return { file, names: namesIn(names), summary, body, facts, values: values.map(parseValue) };
}

function parseFact(line: string): readonly [string, string] {
  const [, label = "", text = ""] = /^- ([^:]+): ([\s\S]*)$/.exec(joined(line)) ?? [];
  return [label, text];
}

function parseValue(piece: string): ValueEntry {
  const [heading = "", ...lines] = piece.split("\n");
  return { names: namesIn(heading), text: joined(lines.join("\n").trim()) };
}

function namesIn(heading: string): readonly string[] {
  return heading
    .split(/,\s+/)
    .map(name => name.trim().replace(/^`|`$/g, ""))
    .filter(name => name !== "");
}

function joined(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}
