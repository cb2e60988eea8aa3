/** What is wrong with texts: missing ones, dead links, unknown facts, too many words, Markdown that is not allowed. */
import { unitTypes } from "../../src/catalog/unit-types.ts";
import type { Texts, WordKind } from "../../src/texts/texts.ts";
import { signals } from "../../src/values/signals.ts";
import { specifiersAt } from "../../src/values/specifiers.ts";
import type { Entry } from "./parse.ts";
import { directiveNames, enumWords, isOld, sectionNames, valuesToExplain } from "./wanted.ts";

const LONGEST_SUMMARY = 125;
const LONGEST_BODY = 800;
const LONGEST_VALUE = 340;

/** The labels of facts in their order. */
const labels = [
  "default",
  "numbers",
  "empty",
  "needs",
  "ignored",
  "implied by",
  "implies",
  "values",
  "in",
  "see",
  "example",
];

/** What is wrong with an entry by itself. */
export function entryProblems(entry: Entry, isDirective: boolean): readonly string[] {
  const { summary, body, facts, values } = entry;
  const place = `${entry.file}: ${entry.names.join(", ")}`;
  const problems: string[] = [];
  if (!/^[^.]*[\s\S]*\.$/.test(summary) || summary === "") problems.push("no summary that ends with a period");
  if (summary.length > LONGEST_SUMMARY)
    problems.push(`the summary has ${summary.length} characters of ${LONGEST_SUMMARY}`);
  const length = body.join(" ").length;
  if (length > LONGEST_BODY) problems.push(`the text has ${length} characters of ${LONGEST_BODY}`);
  for (const { names, text } of values) {
    if (text === "") problems.push(`nothing is said of ${names.join(", ")}`);
    if (text.length > LONGEST_VALUE)
      problems.push(`${names.join(", ")} has ${text.length} characters of ${LONGEST_VALUE}`);
  }
  const texts = [summary, ...body, ...facts.map(([, text]) => text), ...values.map(({ text }) => text)];
  problems.push(...texts.flatMap(markupProblems), ...texts.flatMap(linkProblems), ...factProblems(facts));
  if (isDirective && !entry.names.every(isOld))
    for (const label of ["default", "empty", "example"])
      if (!facts.some(([own]) => own === label)) problems.push(`no fact tells its ${label}`);
  return problems.map(problem => `${place}: ${problem}`);
}

function factProblems(facts: Entry["facts"]): string[] {
  return facts.flatMap(([label, text]) => {
    const plain = label.replace(/ until \d+$/, "").replace(/^in \[\w+\](?:, \[\w+\])*$/, "in");
    if (!labels.includes(plain)) return [`there is no fact ${label === "" ? text : label}`];
    return text === "" ? [`the fact ${label} is empty`] : [];
  });
}

/** Nothing but backticks, and these in pairs. */
function markupProblems(text: string): string[] {
  const bare = text.replace(/`[^`]*`/g, "");
  const odd = /`|\*\*|\]\(|<[a-z/!]|^[#>|]/i.exec(bare)?.[0];
  return odd === undefined ? [] : [`${JSON.stringify(odd)} in “${text.slice(0, 40)}…” is not allowed`];
}

function linkProblems(text: string): string[] {
  return [...text.matchAll(/`([A-Z][A-Za-z0-9]+)=`/g)].flatMap(([, name = ""]) =>
    directiveNames.has(name) ? [] : [`there is no directive ${name}=`],
  );
}

/** What has no text. */
export function missingTexts({ directives, words }: Texts): readonly string[] {
  const missing: string[] = [];
  for (const name of directiveNames) {
    const text = directives[name];
    if (text === undefined) missing.push(`nothing is said of ${name}=`);
    else
      for (const value of isOld(name) ? [] : valuesToExplain(name))
        if (text.values[value] === undefined) missing.push(`nothing is said of ${name}=${value}`);
  }
  for (const [kind, wanted] of Object.entries(wantedWords()))
    for (const word of wanted)
      if (words[kind as WordKind]?.[word] === undefined) missing.push(`nothing is said of ${word} (${kind})`);
  return missing;
}

function wantedWords(): Partial<Record<WordKind, readonly string[]>> {
  const letters = new Set((["full", "name", "install"] as const).flatMap(set => [...specifiersAt(262, set).keys()]));
  return {
    "address-families": enumWords("addressFamilies"),
    capabilities: enumWords("capabilities"),
    namespaces: enumWords("namespaces"),
    "system-call-groups": enumWords("systemCallGroups"),
    signals: signals.map(({ name }) => name),
    specifiers: [...letters],
    sections: sectionNames(),
    "unit-types": unitTypes,
  };
}
