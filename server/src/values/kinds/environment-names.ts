/** Names of variables, or names and assignments. systemd: config_parse_pass_environ(), config_parse_unset_environ(), src/core/load-fragment.c */
import { append } from "../append.ts";
import { assignmentFault, isVariableName, nameFault } from "../environment-name.ts";
import type { Parsed, ValueContext, ValueKind, ValuePart, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { expandSpecifiers, unknownSpecifier } from "../specifiers.ts";
import { wordFailure } from "../word-failure.ts";
import { splitWords } from "../words.ts";

export const environmentNames: readonly ValueKind[] = [
  {
    id: "environment-name-list",
    describe: "names of variables, separated by blanks",
    parse: (text, at) => parseNames(text, at, false),
  },
  {
    id: "environment-removal-list",
    describe: "names of variables or assignments such as NAME=value, separated by blanks",
    parse: (text, at) => parseNames(text, at, true),
  },
];

/** A word that is none is dropped, the others count; escapes of C are read only where values may stand. */
function parseNames(text: string, at: ValueContext, values: boolean): Parsed {
  const { words, failure } = splitWords(text, { unquote: true, unescape: values });
  const value: string[] = [];
  const parts: ValuePart[] = [];
  const problems: ValueProblem[] = [];
  for (const word of words) {
    const { text: expanded, parts: specifiers, unknown } = expandSpecifiers(word, at);
    append(parts, specifiers);
    const name = expanded?.text ?? "";
    const fault = faultOf(name, values);
    if (unknown !== undefined) problems.push(unknownSpecifier(unknown, "drops-piece"));
    else if (fault !== undefined) problems.push(toProblem(fault, name, word, values));
    else {
      value.push(name);
      const equals = word.text.indexOf("=");
      parts.push({ kind: "variable-name", span: word.span(0, equals < 0 ? word.text.length : equals) });
      if (equals >= 0) parts.push({ kind: "string", span: word.span(equals + 1) });
    }
  }
  if (failure !== undefined) problems.push(wordFailure(text, failure, words.length > 0 ? "drops-piece" : "drops-line"));
  return { value, parts, problems };
}

function faultOf(name: string, values: boolean): string | undefined {
  if (values && name.includes("=")) return assignmentFault(name);
  const equals = name.indexOf("=");
  if (equals >= 0 && isVariableName(name.slice(0, equals))) {
    return `${name} is no name of a variable but an assignment, which Environment= takes`;
  }
  return nameFault(name);
}

/** Suggests the name alone where a sign of the shell, a value or a comma stands with it. */
function toProblem(message: string, name: string, word: MappedText, values: boolean): ValueProblem {
  const problem: ValueProblem = { message, span: word.span(), consequence: "drops-piece" };
  const [, shell] = /^\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?$/.exec(name) ?? [];
  const [, own] = values ? [] : (/^([A-Za-z_][A-Za-z0-9_]*)=/.exec(name) ?? []);
  const names = name.split(/[,;]/).filter(piece => piece !== "");
  const several = names.every(isVariableName) && names.length > 0 ? names.join(" ") : undefined;
  const replacement = shell ?? own ?? several;
  return replacement === undefined ? problem : { ...problem, replacement };
}
