/** Variables: assignments between blanks, with quotes and the escapes of C. systemd: config_parse_environ(), src/core/load-fragment.c */
import { assignmentFault, isVariableName } from "../environment-name.ts";
import { tornAssignments } from "../environment-tear.ts";
import {
  accepted,
  type Parsed,
  type ValueContext,
  type ValueKind,
  type ValuePart,
  type ValueProblem,
} from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { expandSpecifiers, unknownSpecifier } from "../specifiers.ts";
import { wordFailure } from "../word-failure.ts";
import { splitWords } from "../words.ts";

export const environment: ValueKind = {
  id: "environment",
  describe:
    'assignments such as NAME=value, separated by blanks; "NAME=a value" in quotes where the value holds blanks',
  parse: parseEnvironment,
};

/** A word that is no assignment is dropped, the others count. */
function parseEnvironment(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted([]);
  const { words, failure } = splitWords(text, { unquote: true, unescape: true });
  const readings = words.map(word => readAssignment(word, at));
  const problems = tornAssignments(
    text,
    words,
    readings.map(({ problem }) => problem),
  );
  if (failure !== undefined) problems.push(wordFailure(text, failure, words.length > 0 ? "drops-piece" : "drops-line"));
  const value = readings.flatMap(({ value: assignment, problem }) =>
    assignment === undefined || (problem !== undefined && problem.consequence !== "silent") ? [] : assignment,
  );
  return { value, parts: readings.flatMap(({ parts }) => parts), problems };
}

interface Reading {
  readonly value?: string;
  readonly parts: readonly ValuePart[];
  readonly problem?: ValueProblem;
}

function readAssignment(word: MappedText, at: ValueContext): Reading {
  const { text, parts, unknown } = expandSpecifiers(word, at);
  if (unknown !== undefined) return { parts, problem: unknownSpecifier(unknown, "drops-piece") };
  if (text === undefined) return { parts };
  const fault = assignmentFault(text.text);
  if (fault !== undefined) {
    return { parts, problem: { message: fault, span: word.span(), consequence: "drops-piece" } };
  }
  const labelled = [...labels(word), ...parts];
  const problem = unreplaced(word);
  return problem === undefined ? { value: text.text, parts: labelled } : { value: text.text, parts: labelled, problem };
}

function labels(word: MappedText): ValuePart[] {
  const equals = word.text.indexOf("=");
  if (!isVariableName(word.text.slice(0, equals))) return [];
  const name: ValuePart = { kind: "variable-name", span: word.span(0, equals) };
  if (equals + 1 === word.text.length) return [name];
  return [name, { kind: "string", span: word.span(equals + 1) }];
}

/** `PATH=$PATH:/opt/bin`: what a shell would replace, and systemd does not; other dollar signs may be meant for the program. */
function unreplaced(word: MappedText): ValueProblem | undefined {
  const [, name = "", value = ""] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word.text) ?? [];
  for (const { pattern, why, names } of shellSigns) {
    const match = names === undefined || names.test(name) ? pattern(name).exec(value) : null;
    const sign = match?.[1];
    if (match === null || sign === undefined) continue;
    const start = name.length + 1 + match.index + match[0].lastIndexOf(sign);
    const span = word.span(start, start + sign.length);
    return { message: why(sign, name), span, consequence: "silent", rule: "environment-expects-shell" };
  }
  return undefined;
}

interface ShellSign {
  readonly pattern: (name: string) => RegExp;
  readonly why: (sign: string, name: string) => string;
  /** Only in such variables. */
  readonly names?: RegExp;
}

const shellSigns: readonly ShellSign[] = [
  {
    pattern: name => new RegExp(`(\\$(?:\\{${name}\\}|${name}(?!\\w)))`),
    why: (sign, name) =>
      `${sign} stands for itself: variables are not replaced here, so ${name} would hold a dollar sign`,
  },
  {
    pattern: () => /(?:^|:)(\$(?:\{HOME\}|HOME))(?=[/:]|$)/,
    why: sign => `${sign} stands for itself: variables are not replaced here; write the path of the folder`,
  },
  {
    pattern: () => /^(\$\([a-z/][^()]*\)|`[a-z/][^`]*`)/,
    why: sign => `${sign} stands for itself: systemd runs no shell; set it in a script that starts the program`,
  },
  {
    pattern: () => /(?:^|:)(~)(?=\/|$)/,
    why: () => "~ stands for itself, and programs do not replace it in such a variable; write the path of the folder",
    names: /PATH$|^HOME$|_HOME$|^XDG_/,
  },
];
