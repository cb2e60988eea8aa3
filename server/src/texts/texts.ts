/** What there is to say about directives, their values, and the words of unit files: compiled out of `server/docs/directives` and `server/docs/words`. */

/** What is said of one thing. Backticks stand around what is code; `Name=` in them is a directive. */
export interface Text {
  /** One sentence. */
  readonly summary: string;
  /** Paragraphs. */
  readonly body: readonly string[];
  /** What belongs into a table: `default`, `empty`, `see` … and its text, in the order of the table. */
  readonly facts: readonly (readonly [label: string, text: string])[];
}

/** What is said of a directive, in whatever section it stands. */
export interface DirectiveText extends Text {
  /** Of each value that has a name, one to three sentences. */
  readonly values: Readonly<Record<string, string>>;
}

/** The kinds of words that are no directives, each a file of `server/docs/words`. */
export const wordKinds = [
  "address-families",
  "capabilities",
  "concepts",
  "exit-statuses",
  "namespaces",
  "sections",
  "signals",
  "special-units",
  "specifiers",
  "system-call-groups",
  "unit-types",
] as const;
export type WordKind = (typeof wordKinds)[number];

/** All texts. */
export interface Texts {
  /** By the directive's name, without `=`. */
  readonly directives: Readonly<Record<string, DirectiveText>>;
  readonly words: Readonly<Partial<Record<WordKind, Readonly<Record<string, Text>>>>>;
}

/** The text of a directive; undefined where there is none. */
export function directiveText({ directives }: Texts, name: string): DirectiveText | undefined {
  return Object.hasOwn(directives, name) ? directives[name] : undefined;
}

/** What is said of one value of a directive. */
export function valueText(texts: Texts, name: string, value: string): string | undefined {
  const values = directiveText(texts, name)?.values ?? {};
  return Object.hasOwn(values, value) ? values[value] : undefined;
}

/** The text of a word: a capability, a specifier's letter, a unit's name … */
export function wordText({ words }: Texts, kind: WordKind, word: string): Text | undefined {
  const known = words[kind] ?? {};
  return Object.hasOwn(known, word) ? known[word] : undefined;
}

/** What is said of an exit status, which the texts name by number and name: `203/EXEC`. */
export function exitStatusText(texts: Texts, code: number): Text | undefined {
  const known = texts.words["exit-statuses"] ?? {};
  const name = Object.keys(known).find(heading => heading === String(code) || heading.startsWith(`${code}/`));
  return name === undefined ? undefined : known[name];
}

/** Where nothing was written yet, or nothing can be read. */
export const noTexts: Texts = { directives: {}, words: {} };
