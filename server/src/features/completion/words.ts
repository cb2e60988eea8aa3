/** The words of kinds that have a vocabulary: enumerations, booleans, capabilities, architectures, conditions on them … */
import type { Candidate, Offer } from "./candidate.ts";
import { layoutOf, signsLength } from "./layouts.ts";
import { meaningOf } from "./meanings.ts";
import type { ValuePlace } from "./place.ts";
import { wordAt } from "./word-at.ts";

/** The words that fit at the cursor, in the order of their table. */
export function words(place: ValuePlace): Offer | undefined {
  const vocabulary = place.kind.words?.(place.at) ?? [];
  return vocabulary.length === 0 ? undefined : offerWords(place, vocabulary);
}

/** Words of another vocabulary in the layout of the value's kind. */
export function offerWords(place: ValuePlace, vocabulary: readonly string[]): Offer | undefined {
  const layout = layoutOf(place.kind.id);
  const from = signsLength(place.text, layout);
  const word = wordAt(place, layout.separators, from);
  if (word === undefined) return undefined;
  const isFirst = word.before.slice(from).trim() === "";
  if (!isFirst && layout.many === undefined && layout.pick === undefined) return undefined;
  const fitting = layout.pick?.(vocabulary, word, place) ?? vocabulary;
  const { start, end } = word.span;
  const taken =
    layout.many === undefined ? none : wordsIn(`${word.before}\n${place.text.slice(end)}`, layout.separators);
  const candidates = fitting.filter(name => !taken.has(name)).map(name => candidateFor(name, place));
  return candidates.length === 0 ? undefined : { span: { start, end }, candidates };
}

/** The signs that may stand before a value: `~`, `!`, `|`. */
export function signs(place: ValuePlace): Offer | undefined {
  const { signs: known } = layoutOf(place.kind.id);
  const { text, cursor } = place;
  const before = text.slice(0, cursor).trim();
  if (known === undefined || text.slice(cursor).trim() !== "" || before.includes("!")) return undefined;
  const candidates = Object.entries(known)
    .filter(([sign]) => before === "" || (before === "|" && sign === "!"))
    .map(([label, detail]): Candidate => ({ label, kind: "operator", detail }));
  return candidates.length === 0 ? undefined : { span: { start: cursor, end: cursor }, candidates, groupOf: () => 12 };
}

const none: ReadonlySet<string> = new Set();

function wordsIn(text: string, separators = ""): ReadonlySet<string> {
  const found = new Set<string>();
  let word = "";
  for (const character of `${text} `) {
    if (!` \t\r\n"'~${separators}`.includes(character)) word += character;
    else if (word !== "") {
      found.add(word);
      word = "";
    }
  }
  return found;
}

/** Other spellings of yes and no are only offered to those who begin to write them. */
const otherBooleans: ReadonlySet<string> = new Set(["true", "false", "on", "off"]);

function candidateFor(name: string, { kind, directive, at }: ValuePlace): Candidate {
  const meaning = meaningOf(kind.id, name, at.version);
  const isOther = kind.id === "boolean" && otherBooleans.has(name);
  return {
    label: name,
    kind: "value",
    ...(name.endsWith("(") && { snippet: `${name}$1)` }),
    ...(meaning !== undefined && { detail: meaning }),
    ...(isOther && { onDemand: true as const }),
    topic: { of: "word", name, section: directive.section, key: directive.name },
  };
}
