/** Mutations of assignments: keys, equals signs, values without one. */
import { anyLine, bytesOf, insertAnywhere, insertAt, isEntry, isHeader, keyAndValue } from "./draft.ts";
import { misspelt } from "./mutate-headers.ts";
import type { Mutation } from "./mutation.ts";
import type { Random } from "./random.ts";
import { directivesIn, foreignSections, type Vocabulary } from "./vocabulary.ts";

/** Keys that systemd does not know, and some that it does. */
export const keyMutations: readonly Mutation[] = [
  rewritten("misspelt", 3, ({ key, value }, random) => `${misspelt(key, random)}=${value}`),
  rewritten(
    "wrong-case",
    2,
    ({ key, value }, random) => `${random.pick([key.toLowerCase(), key.toUpperCase(), lowerFirst(key)])}=${value}`,
  ),
  rewritten("empty", 2, ({ value }, random) => `${random.pick(["", " ", "\t"])}=${value}`),
  rewritten("vendor", 1, ({ key, value }, random) => `${random.pick(["X-", "x-", "X", "-"])}${key}=${value}`),
  rewritten("double-equals", 1, ({ key, value }, random) => `${key}${random.pick(["==", "= =", "=="])}${value}`),
  rewritten("no-equals", 2, ({ key, value }, random) =>
    random.pick([key, `${key} ${value.replaceAll("=", "")}`, `${key}:`]),
  ),
  rewritten(
    "other-sign",
    1,
    ({ key, value }, random) => `${key}${random.pick([":", "+=", "?=", " = ", ":=", "=:"])}${value}`,
  ),
  rewritten("quoted", 1, ({ key, value }, random) =>
    random.pick([`"${key}"=${value}`, `'${key}=${value}'`, `"${key}=x"`]),
  ),
  rewritten("bracketed", 0.2, ({ key, value }) => `[${key}=${value}`),
  rewritten("long", 0.3, ({ key, value }, random) => `${key.repeat(random.pick([30, 300]))}=${value}`),
  rewritten(
    "other-script",
    1,
    ({ key, value }, random) =>
      `${bytesOf(random.pick([`${key}ü`, `\u0415${key.slice(1)}`, `${key}\u200B`]))}=${value}`,
  ),
  rewritten("skeleton", 1, ({ key, value }, random) =>
    random.pick([`@${key}@=${value}`, `{{ ${key} }}`, `%${key}=${value}`, `\${${key}}=1`]),
  ),
  inserted("stray-line", 2, random =>
    random.pick(["stray line", "  more words", "]", "--option", "// note", "{", "a b c", "ExecStart"]),
  ),
  inserted("stray-value", 1, random => random.pick(["=", "==", "= x", "=[Unit]", " = "])),
  {
    kind: "key:foreign",
    weight: 3,
    apply: (draft, random, words) =>
      insertAfterHeader(draft, random, `${random.pick(foreignKeys(words, draft.type))}=1`),
  },
  {
    kind: "key:other-section",
    weight: 3,
    apply: (draft, random, words) => {
      const key = random.pick(directivesIn(words, words.sectionsOf.get(draft.type) ?? []));
      insertAfterHeader(draft, random, `${key}=`);
    },
  },
  {
    kind: "key:duplicate",
    apply: (draft, random) => {
      const found = anyLine(draft, random, isEntry);
      if (found !== undefined) insertAnywhere(draft, random, found.line.text);
    },
  },
];

/** Assignments where none belongs, without value, or with words that are no comment. */
export const entryMutations: readonly Mutation[] = [
  {
    kind: "entry:outside",
    weight: 2,
    apply: (draft, random) =>
      insertAt(draft, 0, ...random.pick([["Description=x"], ["stray"], ["=", "Foo=1"], ["", "After=a.service"]])),
  },
  rewritten("no-value", 2, ({ key }, random) => `${key}=${random.pick(["", " ", "\t"])}`, "entry"),
  rewritten(
    "inline-comment",
    1,
    ({ key, value }, random) => `${key}=${value}${random.pick([" # why", " ; why", "#", ";"])}`,
    "entry",
  ),
  rewritten(
    "comment-in-key",
    1,
    ({ key, value }, random) => `${key}${random.pick([" # x", "#", " ;"])}=${value}`,
    "entry",
  ),
  rewritten(
    "commented-out",
    1,
    ({ key, value }, random) => `${random.pick(["#", ";", " #", "\t;", "//", "--"])}${key}=${value}`,
    "entry",
  ),
];

function rewritten(
  name: string,
  weight: number,
  text: (entry: { key: string; value: string }, random: Random) => string,
  group = "key",
): Mutation {
  const apply: Mutation["apply"] = (draft, random) => {
    const found = anyLine(draft, random, isEntry);
    if (found !== undefined) found.line.text = text(keyAndValue(found.line.text), random);
  };
  return { kind: `${group}:${name}`, weight, apply };
}

function inserted(name: string, weight: number, text: (random: Random) => string): Mutation {
  return { kind: `key:${name}`, weight, apply: (draft, random) => insertAnywhere(draft, random, text(random)) };
}

function insertAfterHeader(draft: Parameters<Mutation["apply"]>[0], random: Random, text: string): void {
  const found = anyLine(draft, random, isHeader);
  if (found !== undefined) insertAt(draft, found.at + 1, text);
}

function foreignKeys(words: Vocabulary, type: Parameters<typeof foreignSections>[1]): string[] {
  return directivesIn(words, foreignSections(words, type));
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
