/** Command lines: prefixes, program, arguments, variables, and several commands with `;` between them. */
import { type GrammarRule, include, LINE_END, piece, scope, WORD_CHARACTER } from "./rule.ts";
import { quotedString, quotes } from "./texts.ts";

const inArguments = ["variable", "specifier", "escape"];

/** The rules of commands for the repository. systemd: config_parse_exec(), src/core/load-fragment.c */
export const commandRules: Readonly<Record<string, GrammarRule>> = {
  command: {
    name: "meta.command.systemd-unit",
    begin: `([@:+!|-]*+)(?:(${WORD_CHARACTER}++)|(?=["']))`,
    beginCaptures: {
      "1": { name: scope("storage.modifier.prefix") },
      "2": { name: scope("entity.name.function"), patterns: include(...inArguments) },
    },
    end: `(?<=\\s)(;)(?=\\s)|(?=${LINE_END})`,
    endCaptures: { "1": { name: scope("keyword.operator.separator") } },
    patterns: include("continuation", ...inArguments, "option", "quoted-argument", "escaped-character"),
  },
  option: piece("constant.other.option", "(?<![^\\s])-{1,2}[A-Za-z0-9][\\w-]*+"),
  "quoted-argument": { patterns: quotes.map(([kind, sign]) => quotedString(kind, sign, inArguments)) },
  variable: {
    patterns: [
      piece("constant.character.escape.dollar-sign", "\\$\\$"),
      { ...piece("variable.other.environment", "(\\$\\{)[A-Za-z_]\\w*+(\\})"), captures: braces() },
      { ...piece("variable.other.environment", "(\\$)[A-Za-z_]\\w*+"), captures: braces() },
    ],
  },
};

function braces(): NonNullable<GrammarRule["captures"]> {
  const name = scope("punctuation.definition.variable");
  return { "1": { name }, "2": { name } };
}
