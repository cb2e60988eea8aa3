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
  const readings = words.map(word => readAssignment(word, text, at));
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

function readAssignment(word: MappedText, whole: string, at: ValueContext): Reading {
  const { text, parts, unknown } = expandSpecifiers(word, at);
  if (unknown !== undefined) return { parts, problem: unknownSpecifier(unknown, "drops-piece") };
  if (text === undefined) return { parts };
  const fault = assignmentFault(text.text);
  if (fault !== undefined) {
    return { parts, problem: { message: fault, span: word.span(), consequence: "drops-piece" } };
  }
  const labelled = [...labels(word), ...parts];
  const problem = unreplaced(word) ?? commaBehind(word, whole);
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
  for (const { pattern, why, names, others } of shellSigns) {
    const match = names === undefined || names.test(name) ? pattern(name).exec(value) : null;
    const sign = match?.[1];
    if (match === null || sign === undefined) continue;
    const start = name.length + 1 + match.index + match[0].lastIndexOf(sign);
    const span = word.span(start, start + sign.length);
    const signs = others === false ? [sign] : variablesIn(value, sign);
    return {
      message: signs.length > 1 ? severalSigns(signs) : why(sign, name),
      span,
      consequence: "silent",
      rule: "environment-expects-shell",
    };
  }
  return undefined;
}

/** A sign that is certain makes other variables of the same value certain as well. */
function variablesIn(value: string, certain: string): readonly string[] {
  const found = value.match(/\$(?:\{[A-Za-z_]\w*\}|[A-Za-z_]\w*)/g) ?? [];
  return [...new Set([...found, certain])];
}

function severalSigns(signs: readonly string[]): string {
  const told = `${signs.slice(0, -1).join(", ")} and ${signs.at(-1)}`;
  return `${told} stand for themselves: variables are not replaced here; write what they hold`;
}

/** `"A=1","B=2"` is one word, and `"A=1", B=2` leaves a comma behind the 1; without quotes, values may hold commas. Seen in: gogs/gogs#1262. */
function commaBehind(word: MappedText, whole: string): ValueProblem | undefined {
  const { start, end } = word.span();
  const raw = whole.slice(start, end);
  const inside = /["'],(?=["']?[A-Za-z_]\w*=)/.test(raw);
  if (!inside && !(/["'],$/.test(raw) && whole.slice(end).trim() !== "")) return undefined;
  return {
    message: "The comma becomes part of the value: blanks alone part assignments",
    span: word.span(),
    consequence: "silent",
    rule: "unchecked-value",
    replacement: raw.replace(/(["']),(?=["']?[A-Za-z_]\w*=)/g, "$1 ").replace(/,$/, ""),
  };
}

interface ShellSign {
  readonly pattern: (name: string) => RegExp;
  readonly why: (sign: string, name: string) => string;
  /** Only in such variables. */
  readonly names?: RegExp;
  /** Says nothing about variables beside it. */
  readonly others?: false;
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
    others: false,
    why: sign => `${sign} stands for itself: systemd runs no shell; set it in a script that starts the program`,
  },
  {
    pattern: () => /(?:^|:)(~)(?=\/|$)/,
    why: () => "~ stands for itself, and programs do not replace it in such a variable; write the path of the folder",
    others: false,
    names: /PATH$|^HOME$|_HOME$|^XDG_/,
  },
];
