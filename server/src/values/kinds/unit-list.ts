/**
 * Names of units between blanks. systemd: config_parse_unit_deps(), src/core/load-fragment.c; of [Install], which only
 * `systemctl enable` reads: config_parse_alias(), config_parse_also(), install_info_symlink_wants(), src/shared/install.c
 */
import { append } from "../append.ts";
import type { Parsed, ValueContext, ValueKind, ValuePart, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { readUnitName } from "../unit-name.ts";
import { readUnit, type UnitRules } from "../unit-reference.ts";
import { splitWords } from "../words.ts";

export const unitList: ValueKind = {
  id: "unit-list",
  describe: "names of units, separated by blanks",
  parse: parseUnitList,
};

/** Quotes and backslashes are characters like any other; a wrong name is dropped, the others count. */
function parseUnitList(text: string, at: ValueContext): Parsed {
  const install = at.section === "Install";
  const rules = install ? enabling : dependency;
  const value: string[] = [];
  const parts: ValuePart[] = [];
  const problems: ValueProblem[] = [];
  for (const word of wordsOf(text, install)) {
    const reading = readUnit(word, at, rules);
    append(parts, reading.parts);
    if (reading.problem === undefined || (at.name === "Alias" && isLinkInFolder(word.text)))
      value.push(reading.name ?? "");
    else problems.push(reading.problem);
  }
  return { value, parts, problems };
}

const dependency: UnitRules = { consequence: "drops-piece", templates: true };

const enabling: UnitRules = { consequence: "silent", rule: "unchecked-value", specifiers: "install", templates: true };

/** Quotes are taken away in [Install] but in Also=; a value that cannot be split there is left alone. */
function wordsOf(text: string, install: boolean): readonly MappedText[] {
  if (!install) return splitWords(text, { retainEscape: true }).words;
  return splitWords(text, { unquote: true, retainEscape: true }).words;
}

/** The old way of WantedBy=: `Alias=multi-user.target.wants/app.service`. */
function isLinkInFolder(word: string): boolean {
  const [folder, name, more] = word.split("/");
  if (folder === undefined || name === undefined || more !== undefined) return false;
  return /\.(?:wants|requires)$/.test(folder) && readUnitName(name.replace(/%[A-Za-z]/g, "x")) !== undefined;
}
