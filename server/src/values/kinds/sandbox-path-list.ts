/** Paths between blanks, each with `-` and `+` before it. systemd: config_parse_namespace_path_strv(), src/core/load-fragment.c */
import { append } from "../append.ts";
import type { Parsed, ValueContext, ValueKind, ValuePart, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { type PathReading, readPath, severalPaths } from "../path-reading.ts";
import { wordFailure } from "../word-failure.ts";
import { splitWords } from "../words.ts";

export const sandboxPathList: ValueKind = {
  id: "sandbox-path-list",
  describe:
    "absolute paths, separated by blanks, each with - before it where it may be missing and then + where it lies below RootDirectory=",
  parse: parseSandboxPaths,
};

function parseSandboxPaths(text: string, at: ValueContext): Parsed {
  const { words, failure } = splitWords(text, { unquote: true });
  const value: string[] = [];
  const parts: ValuePart[] = [];
  const problems: ValueProblem[] = [];
  for (const word of words) {
    const prefix = /^-?\+?/.exec(word.text)?.[0] ?? "";
    const reading = readEntry(word, prefix, at);
    if (prefix !== "") parts.push({ kind: "prefix", span: word.span(0, prefix.length) });
    append(parts, reading.parts);
    if (reading.path !== undefined) value.push(prefix + reading.path);
    if (reading.problem !== undefined) problems.push(reading.problem);
  }
  if (failure !== undefined) problems.push(wordFailure(text, failure, words.length > 0 ? "drops-piece" : "drops-line"));
  return { value, parts, problems };
}

function readEntry(word: MappedText, prefix: string, at: ValueContext): PathReading {
  if (word.text.startsWith("+-")) {
    const message = `The prefix - stands before +, as in -+${word.text.slice(2)}`;
    const problem: ValueProblem = { message, span: word.span(0, 2), consequence: "drops-piece", replacement: "-+" };
    return { parts: [], problem };
  }
  const written = word.slice(prefix.length);
  const reading = readPath(written, at, { absolute: true, consequence: "drops-piece" });
  if (reading.problem !== undefined) return reading;
  const problem = severalPaths(written, /,(?=[-+]?\/)/, `${word.text} is one path; separate paths by blanks`, " ");
  return problem === undefined ? reading : { ...reading, problem };
}
