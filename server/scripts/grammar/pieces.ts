/** The pieces that values are made of: numbers, paths, names of units … */
import { newestVersion } from "../../src/catalog/catalog.ts";
import { unitTypes } from "../../src/catalog/unit-types.ts";
import { valueKind } from "../../src/values/index.ts";
import { signals } from "../../src/values/signals.ts";
import { specifiers } from "../../src/values/specifiers.ts";
import { nanoseconds } from "../../src/values/time-units.ts";
import { calendarRules } from "./calendar.ts";
import { commandRules } from "./command.ts";
import { anyOf, type GrammarRule, piece, scope, WORD_CHARACTER, WORD_END, WORD_START, word } from "./rule.ts";
import { textRules } from "./texts.ts";

const anywhere = {
  version: newestVersion,
  manager: "system",
  section: "Unit",
  name: "Documentation",
  type: "service",
} as const;
const letters = specifiers.map(({ letter }) => letter).sort();
const types = unitTypes.map(type => `(?<=\\.${type})`).join("|");
const signalNames = anyOf(signals.map(({ name }) => name.slice("SIG".length)));
const schemes = anyOf(valueKind("documentation")?.words?.(anywhere) ?? []);
const NUMBER_START = "(?<![\\w.])";

/** The rules of pieces for the repository. */
export const pieceRules: Readonly<Record<string, GrammarRule>> = {
  boolean: piece("constant.language.boolean", `(?<![^\\s=!|])(?i:yes|no|true|false|on|off|y|n|t|f|1|0)(?!\\S)`),
  infinity: piece("constant.language.infinity", "(?<![\\w-])infinity(?![\\w-])"),
  specifier: {
    patterns: [
      piece("constant.other.placeholder.percent-sign", "%%"),
      piece("constant.other.placeholder.specifier", `%[${letters.join("")}]`),
    ],
  },
  number: piece("constant.numeric", `${NUMBER_START}[+-]?(?:0[xX][0-9a-fA-F]++|[0-9]++(?:\\.[0-9]++)*+)(?![\\w.])`),
  "number-in-options": piece("constant.numeric", "(?<==)[0-9]++[KMGTkmgt%]?+(?![^\\s,])"),
  mode: piece("constant.numeric.octal", `${WORD_START}[0-7]{1,5}+(?!\\S)`),
  size: withUnit("[KMGTPEB%‰‱]"),
  time: withUnit(`(?:${anyOf([...nanoseconds.units.keys()])})(?![A-Za-zμµ])`),
  prefix: piece("storage.modifier.prefix", `${WORD_START}[-+!|~]++(?=[^\\s\\\\])`),
  comparison: piece("keyword.operator.comparison", "!?\\$=|<>|<=|>=|==|!=|[<>=]"),
  field: piece("variable.other.constant", "(?<![\\w.])[A-Z][A-Z_]*+(?=[!<>=$])"),
  "error-number": piece("variable.other.constant", "(?<=:)(?:E[A-Z0-9]++|[0-9]++)(?!\\S)"),
  separator: piece("punctuation.separator", "[:,]|(?<=[0-9])-(?=[0-9])"),
  path: path(),
  "path-before-colon": path(`(?=:)|${WORD_END}`),
  "device-class": piece("constant.language.device-class", `${WORD_START}(?:char|block)-[^\\s\\\\]++`),
  "device-rights": piece("storage.modifier.rights", "(?<=[ \\t])[rwm]{1,3}+(?!\\S)"),
  // Without the equals sign, since behind each one a word may begin: a row of them would be read over and over.
  "unit-name": word(
    { name: scope("entity.name.type.unit") },
    `${WORD_START}(?=(?:[^\\s\\\\"'=]|\\\\\\S)++(?:${types}))`,
  ),
  address: piece(
    "constant.numeric.address",
    `${WORD_START}(?:[0-9]++\\.[0-9.]++|\\[[0-9a-fA-F:.]++\\]|[0-9a-fA-F]*+:[0-9a-fA-F:.]*+)(?:[:/][0-9]++)?(?!\\S)`,
  ),
  "abstract-address": piece("string.unquoted.abstract-address", `${WORD_START}@${WORD_CHARACTER}++`),
  signal: piece(
    "variable.other.constant.signal",
    `(?<![\\w-])(?:SIG)?(?:${signalNames}|RTM(?:IN|AX)(?:[+-][0-9]++)?)(?![\\w-])`,
  ),
  uri: piece("string.other.link", `${WORD_START}(?:${schemes})${WORD_CHARACTER}*+`),
  ...textRules,
  ...commandRules,
  ...calendarRules,
};

/** What rows of looks may name. */
export const pieceNames: ReadonlySet<string> = new Set(Object.keys(pieceRules));

/** A number and perhaps its unit; numbers may follow each other without blanks. */
function withUnit(unit: string): GrammarRule {
  return {
    match: `(?<![0-9.])([+-]?[0-9]++(?:\\.[0-9]++)?+)[ \\t]*+(${unit})?+`,
    captures: { "1": { name: scope("constant.numeric") }, "2": { name: scope("keyword.other.unit") } },
  };
}

/** An absolute path, or one below a specifier, with the signs that may stand before it. */
function path(end = WORD_END): GrammarRule {
  return {
    ...word({ contentName: scope("string.unquoted.path") }, "(?<![^\\s=:])([-+!|]*+)(?=(?:%[A-Za-z])?/)", end),
    beginCaptures: { "1": { name: scope("storage.modifier.prefix") } },
  };
}
