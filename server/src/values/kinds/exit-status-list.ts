/** Exit statuses and signals. systemd: config_parse_set_status(), src/core/load-fragment.c; exit_status_from_string(), src/shared/exit-status.c */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { nearest } from "../../text/nearest.ts";
import { exitCode, exitCodeNames } from "../exit-codes.ts";
import { readInteger } from "../integer.ts";
import type { Parsed, ValueContext, ValueKind, ValuePart, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { shown } from "../shown.ts";
import { readSignal, signals } from "../signals.ts";
import { splitWords } from "../words.ts";

export const exitStatusList: ValueKind = {
  id: "exit-status-list",
  describe: "exit statuses from 0 to 255 or their names, and signals",
  parse: parseStatuses,
  words: ({ version }) => [...exitCodeNames(version), ...signals.map(({ name }) => name)],
};

/** Words by blanks, each judged by itself; quotes have no meaning. Empty resets. */
function parseStatuses(text: string, at: ValueContext): Parsed {
  const { words, failure } = splitWords(text);
  const value: string[] = [];
  const parts: ValuePart[] = [];
  const problems: ValueProblem[] = [];
  for (const word of words) {
    const status = readStatus(word.text, at.version);
    if (status === undefined) problems.push(statusProblem(word, at.version, problems.length >= 50));
    else {
      value.push(status.value);
      parts.push({ kind: status.kind, span: word.span() });
    }
  }
  if (failure !== undefined) {
    const message = "The backslash at the end is followed by nothing; take it away";
    problems.push({ message, span: failure.span, consequence: "drops-piece", replacement: "" });
  }
  return { value: value.join(" "), parts, problems };
}

/** A number is an exit status, never a signal. */
function readStatus(word: string, version: SystemdVersion): { value: string; kind: ValuePart["kind"] } | undefined {
  if (exitCode(word, version) !== undefined) return { value: word, kind: "keyword" };
  const number = readInteger(word, { least: 0n, most: 255n });
  if ("value" in number) return { value: String(number.value), kind: "number" };
  const signal = readSignal(word);
  return signal === undefined ? undefined : { value: signal, kind: "signal" };
}

/** `hurried` where suggestions would take too long. */
function statusProblem(word: MappedText, version: SystemdVersion, hurried: boolean): ValueProblem {
  const meant = hurried ? undefined : meantStatus(word.text, version);
  const hint =
    meant === undefined ? "write a number from 0 to 255, a name such as TEMPFAIL or a signal" : `write ${meant}`;
  return {
    message: `${shown(word.text)} is neither an exit status nor a signal; ${hint}`,
    span: word.span(),
    consequence: "drops-piece",
    ...(meant === undefined ? {} : { replacement: meant }),
  };
}

function meantStatus(word: string, version: SystemdVersion): string | undefined {
  const list = word
    .replace(/^["']|["']$/g, "")
    .replace(/[,;]+/g, " ")
    .trim();
  const pieces = list.split(" ").filter(piece => piece !== "");
  const plain = pieces.length < 9 && pieces.every(piece => readStatus(piece, version) !== undefined);
  if (list !== word && list !== "" && plain) return pieces.join(" ");
  const upper = word.toUpperCase().replace(/^EX(?:IT)?_/, "");
  if (exitCode(upper, version) !== undefined) return upper;
  const names = signals.map(({ name }) => name);
  const signal = readSignal(upper);
  if (signal !== undefined) return signal;
  return nearest(upper, [...exitCodeNames(version), ...names]);
}
