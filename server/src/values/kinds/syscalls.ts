/**
 * Lists of system calls, with error numbers or without. systemd: config_parse_syscall_filter() and config_parse_syscall_log(),
 * src/core/load-fragment.c; parse_syscall_and_errno(), src/shared/seccomp-util.c
 */
import { systemCallGroups, systemCalls } from "../../catalog/enums.ts";
import { isErrorNumber, meantError } from "../error-number.ts";
import type { Parsed, PartKind, ValueContext, ValueKind, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";
import { systemCallGroupWords, systemCallWords } from "../system-call.ts";
import { wordFailure } from "../word-failure.ts";
import { isKnown, readInversion, readWordList, unknownWord, type Vocabulary } from "../word-list.ts";

const words = ({ version }: ValueContext) => [...systemCallGroups(version), ...systemCalls()];

export const syscalls: readonly ValueKind[] = [
  {
    id: "syscall-filter",
    describe: "system calls such as read, or groups such as @system-service; after ~ those that are forbidden",
    words,
    parse: (text, at) => parseSystemCalls(text, at, true),
  },
  {
    id: "syscall-list",
    describe: "system calls such as read, or groups such as @system-service; after ~ all others",
    words,
    parse: (text, at) => parseSystemCalls(text, at, false),
  },
];

/** Each wrong word is dropped; a backslash at the end drops what is left. */
function parseSystemCalls(text: string, { version }: ValueContext, withErrors: boolean): Parsed {
  const { inverted, parts } = readInversion(text);
  const calls = systemCallWords(version);
  const groups = systemCallGroupWords(version);
  const list = readWordList(text, inverted ? 1 : 0, {}, (word, hurried) => {
    const colon = word.text.indexOf(":");
    const wrong = colon < 0 ? undefined : errorProblem(word, colon, version, withErrors, inverted);
    return wrong ?? judgeName(colon < 0 ? word : word.slice(0, colon), calls, groups, hurried);
  });
  const { failure } = list;
  const consequence = list.words.length > 0 ? "drops-piece" : "drops-line";
  const stop = failure === undefined ? [] : [wordFailure(text, failure, consequence)];
  return {
    value: { inverted, words: list.words },
    parts: [...parts, ...list.parts],
    problems: [...list.problems, ...stop],
  };
}

function judgeName(name: MappedText, calls: Vocabulary, groups: Vocabulary, hurried: boolean): PartKind | ValueProblem {
  const vocabulary = name.text.startsWith("@") ? groups : calls;
  if (!isKnown(name.text, vocabulary)) return unknownWord(name, vocabulary, "drops-piece", hurried);
  return vocabulary === groups ? "syscall-group" : "syscall";
}

/** What is wrong with `name:error` before the name is looked at. */
function errorProblem(
  word: MappedText,
  colon: number,
  version: number,
  withErrors: boolean,
  inverted: boolean,
): ValueProblem | undefined {
  const consequence = "drops-piece";
  const error = word.text.slice(colon + 1);
  const span = word.span(colon);
  if (!withErrors)
    return {
      message: `Error numbers such as ${shown(word.text.slice(colon))} do not belong here`,
      span,
      consequence,
      replacement: "",
    };
  if (!isErrorNumber(error, version)) {
    const meant = meantError(error, version);
    const message = `${error === "" ? "Nothing" : shown(error)} is no error; write a name such as EPERM, a number up to 4095, or kill`;
    const replacement = meant === undefined ? {} : { replacement: meant };
    return { message, span: error === "" ? span : word.span(colon + 1), consequence, ...replacement };
  }
  if (colon === 0)
    return { message: `No system call stands before ${shown(word.text)}`, span: word.span(), consequence };
  if (inverted) return undefined;
  const message = `Only forbidden system calls, in a list that starts with ~, may have an error such as ${shown(word.text.slice(colon))}`;
  return { message, span, consequence };
}
