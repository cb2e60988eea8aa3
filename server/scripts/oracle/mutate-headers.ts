/** Mutations of section headers. */
import { anyLine, bytesOf, insertAnywhere, insertAt, isHeader, withPiece } from "./draft.ts";
import type { Mutation } from "./mutation.ts";
import type { Random } from "./random.ts";
import { directivesIn, foreignSections } from "./vocabulary.ts";

/** Headers that do not end systemd's reading. */
export const headerMutations: readonly Mutation[] = [
  rewritten("inner-blanks", name => [`[ ${name} ]`, `[${name} ]`, `[ ${name}]`, `[\t${name}]`]),
  rewritten("wrong-case", name => [`[${name.toLowerCase()}]`, `[${name.toUpperCase()}]`]),
  rewritten("misspelt", (name, random) => [`[${misspelt(name, random)}]`]),
  rewritten("double-close", name => [`[${name}]]`, `[${name}];]`, `[${name}] # [x]`]),
  rewritten("vendor", name => [`[X-${name}]`, "[X-]", `[x-${name}]`, "[X]"]),
  rewritten("dashed", name => [`[-${name}]`, `[${name}-]`]),
  rewritten("punctuated", name => [
    `[${name}=]`,
    `[${name}#]`,
    `[#${name}]`,
    `[;${name}]`,
    `[${name}%i]`,
    `[@${name}@]`,
  ]),
  rewritten("other-script", name => [bytesOf(`[${name}\u00A0]`), bytesOf("[Ünit]"), bytesOf("[\u0421ervice]")]),
  rewritten("indented", name => [` [${name}]`, `\t[${name}]\t`]),
  {
    kind: "header:repeated",
    weight: 2,
    apply: (draft, random, words) =>
      insertAnywhere(draft, random, `[${random.pick(words.sectionsOf.get(draft.type) ?? ["Unit"])}]`),
  },
  {
    kind: "header:foreign",
    weight: 2,
    apply: (draft, random, words) => {
      const section = random.pick(foreignSections(words, draft.type));
      const key = random.pick(directivesIn(words, [section]));
      insertAnywhere(
        draft,
        random,
        `[${section}]`,
        `${key}=1`,
        random.pick(["stray line", "=1", "# done", "Nonsense=1"]),
      );
    },
  },
  {
    kind: "header:removed",
    apply: (draft, random) => {
      const found = anyLine(draft, random, isHeader);
      if (found !== undefined) draft.lines.splice(found.at, 1);
    },
  },
  {
    kind: "header:without-open",
    apply: (draft, random) => {
      const found = anyLine(draft, random, isHeader);
      if (found !== undefined) found.line.text = random.pick([found.line.text.slice(1), found.line.text.slice(1, -1)]);
    },
  },
  {
    kind: "header:disguised",
    apply: (draft, random) => {
      const found = anyLine(draft, random, isHeader);
      if (found !== undefined) insertAt(draft, found.at, `Foo=[${random.pick(["Unit", "X"])}]`, `x${found.line.text}`);
    },
  },
];

/** Headers at which systemd gives up: rare, since nothing below them counts. */
export const fatalHeaderMutations: readonly Mutation[] = [
  rewritten("unclosed", name => [`[${name}`, `[${name}.`, "[", `[${name})`], 0.25),
  rewritten(
    "trailing-text",
    name => [`[${name}] x`, `[${name}]=`, `[${name}] # boot`, `[${name}];`, `[${name}]x]y`],
    0.25,
  ),
  rewritten("nested", name => [`[[${name}]]`, `[[${name}]`, `[${name}[]`], 0.25),
  rewritten("empty", () => ["[]", "[ ]", "[\t]", "[]]"], 0.25),
  rewritten("quoted", name => [`["${name}"]`, `['${name}']`, `[${name}"]`], 0.15),
  rewritten("backslash", name => [`[${name}\\]`, `[\\${name}]`, `[${name}\\x20]`], 0.15),
  rewritten("glob", name => [`[${name}*]`, `[${name}?]`, "[*]", `[X-${name}*]`], 0.15),
  rewritten("vendor-unsafe", name => [`[X-${name}"]`, `[X-\x01]`], 0.1),
  rewritten("as-entry", name => [`[${name}=x`, `[${name}]Foo=1`], 0.1),
];

function rewritten(name: string, texts: (section: string, random: Random) => string[], weight = 1): Mutation {
  const apply: Mutation["apply"] = (draft, random) => {
    const found = anyLine(draft, random, isHeader);
    if (found !== undefined) found.line.text = random.pick(texts(found.line.text.slice(1, -1), random));
  };
  return { kind: `header:${name}`, weight, apply };
}

/** The word with a letter lost, doubled, added or swapped. */
export function misspelt(word: string, random: Random): string {
  const at = random.below(word.length);
  const letter = word.charAt(at);
  return random.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    withPiece(word, random, random.pick(["a", "s", "X", "-", "_", ".", "1"])),
    word.slice(0, at) + word.slice(at + 1, at + 2) + letter + word.slice(at + 2),
  ]);
}
