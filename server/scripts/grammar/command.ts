/** Command lines: prefixes, program, arguments, variables, and several commands with `;` between them. */
import { type GrammarRule, include, LINE_END, piece, scope, WORD_END } from "./rule.ts";
import { quotedString, quotes } from "./texts.ts";

const inArguments = ["variable", "specifier", "escape"];

/** The rules of commands for the repository. systemd: config_parse_exec(), src/core/load-fragment.c */
export const commandRules: Readonly<Record<string, GrammarRule>> = {
  command: {
    name: "meta.command.systemd-unit",
    begin: "([@:+!|-]*+)(?=[^\\s\\\\]|\\\\\\S)",
    beginCaptures: { "1": { name: scope("storage.modifier.prefix") } },
    end: `(?<=\\s)(;)(?=\\s)|(?=${LINE_END})`,
    endCaptures: { "1": { name: scope("keyword.operator.separator") } },
    patterns: include("program", "continuation", ...inArguments, "option", "quoted-argument", "escaped-character"),
  },
  // Right behind the prefixes.
  program: {
    name: scope("entity.name.function"),
    begin: "\\G(?=[^\\s\"'])",
    end: WORD_END,
    patterns: include(...inArguments, "escaped-character"),
  },
  option: piece("constant.other.option", "(?<![^\\s])-{1,2}[A-Za-z0-9][\\w-]*+"),
  "quoted-argument": { patterns: quotes.map(([kind, sign]) => quotedString(kind, sign, inArguments)) },
  variable: {
    patterns: [
      piece("constant.other.placeholder.dollar-sign", "\\$\\$"),
      { ...piece("variable.other.environment", "(\\$\\{)[A-Za-z_]\\w*+(\\})"), captures: braces() },
      { ...piece("variable.other.environment", "(\\$)[A-Za-z_]\\w*+"), captures: braces() },
    ],
  },
};

function braces(): NonNullable<GrammarRule["captures"]> {
  const name = scope("punctuation.definition.variable");
  return { "1": { name }, "2": { name } };
}
