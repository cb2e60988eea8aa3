/** Comparison operators of conditions. systemd: parse_compare_operator(), src/shared/compare-operator.c */

import { unchecked } from "./condition.ts";
import type { ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";

/** The operator at the start of a text; those with `$` compare with patterns, where they are allowed. */
export function readOperator(text: string, patterns: boolean): string {
  const [operator = ""] = /^(?:!?\$=|<>|<=|>=|==|!=|[<>=])/.exec(text) ?? [];
  return operator.includes("$") && !patterns ? "" : operator;
}

/** What is wrong with an operator: letters swapped, or of another language. */
export function operatorProblem(text: MappedText): ValueProblem | undefined {
  const [sign] = /^(?:=[<>]|===|(?:lt|le|eq|ne|ge|gt)(?=[\s\d]|$))/.exec(text.text) ?? [];
  if (sign === undefined) return undefined;
  const message = `There is no operator ${sign}; write <, <=, =, ==, !=, <>, >= or >`;
  return unchecked(message, text.span(0, sign.length), operators[sign]);
}

const operators: Readonly<Record<string, string>> = {
  "=<": "<=",
  "=>": ">=",
  "===": "==",
  lt: "<",
  le: "<=",
  eq: "==",
  ne: "<>",
  ge: ">=",
  gt: ">",
};
