/** Quoted strings, escapes and assignments of variables inside values. */
import { type GrammarRule, include, LINE_END, piece, scope, word } from "./rule.ts";

/** The two signs that quote. systemd: extract_first_word(), src/basic/extract-word.c */
export const quotes = [
  ["double", '"'],
  ["single", "'"],
] as const;

/** A string in quotes up to the closing one, or to the end of the logical line. */
export function quotedString(kind: string, sign: string, patterns: readonly string[]): GrammarRule {
  return {
    name: scope(`string.quoted.${kind}`),
    begin: sign,
    beginCaptures: { "0": { name: scope("punctuation.definition.string.begin") } },
    end: `(${sign})|(?=${LINE_END})`,
    endCaptures: { "1": { name: scope("punctuation.definition.string.end") } },
    patterns: include("continuation", ...patterns, "escaped-character"),
  };
}

const NAME = "[A-Za-z_][\\w.]*+";

/** The rules of texts for the repository. */
export const textRules: Readonly<Record<string, GrammarRule>> = {
  escape: piece(
    "constant.character.escape",
    "\\\\(?:[abfnrtvs\\\\\"';]|x[0-9a-fA-F]{2}|[0-7]{3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})",
  ),
  quoted: { patterns: quotes.map(([kind, sign]) => quotedString(kind, sign, ["escape", "specifier"])) },
  // `"NAME=a value"`: the whole assignment is in quotes.
  "quoted-assignment": {
    patterns: quotes.map(([kind, sign]) => ({
      contentName: scope(`string.quoted.${kind}`),
      begin: `(${sign})(${NAME})(=)`,
      beginCaptures: {
        "1": { name: scope(`string.quoted.${kind}`, "punctuation.definition.string.begin") },
        "2": { name: scope("variable.other.environment") },
        "3": { name: scope("keyword.operator.assignment") },
      },
      end: `(${sign})|(?=${LINE_END})`,
      endCaptures: { "1": { name: scope(`string.quoted.${kind}`, "punctuation.definition.string.end") } },
      patterns: include("continuation", "escape", "specifier", "escaped-character"),
    })),
  },
  // `NAME=value`; what follows in quotes is a string of its own.
  assignment: {
    ...word({ contentName: scope("string.unquoted") }, `(?<![^\\s=|!])(${NAME})(=)`),
    beginCaptures: {
      "1": { name: scope("variable.other.environment") },
      "2": { name: scope("keyword.operator.assignment") },
    },
  },
  "variable-name": piece("variable.other.environment", `(?<![^\\s=|!])${NAME}(?!\\S)`),
};
