/** Places for temporary file systems, each with `:options` behind it. systemd: config_parse_temporary_filesystems(), src/core/load-fragment.c */
import type { Parsed, ValueContext, ValueKind, ValuePart, ValueProblem } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { splitNested } from "../nested-words.ts";
import { readPath } from "../path-reading.ts";
import { wordFailure } from "../word-failure.ts";
import { splitWords } from "../words.ts";

export const temporaryFilesystemList: ValueKind = {
  id: "temporary-filesystem-list",
  describe: "absolute paths, separated by blanks, each with mount options behind a colon, such as /var:ro",
  parse: parseTemporaryFilesystems,
};

interface Entry {
  readonly value?: string;
  readonly parts: readonly ValuePart[];
  readonly problems: readonly ValueProblem[];
}

function parseTemporaryFilesystems(text: string, at: ValueContext): Parsed {
  const { words, failure } = splitWords(text, { unquote: true });
  const entries = words.map(word => readEntry(word, at));
  const problems = entries.flatMap(entry => entry.problems);
  if (failure !== undefined) problems.push(wordFailure(text, failure, words.length > 0 ? "drops-piece" : "drops-line"));
  return {
    value: entries.flatMap(({ value }) => value ?? []),
    parts: entries.flatMap(({ parts }) => parts),
    problems,
  };
}

/** The options are read only when the service starts. */
function readEntry(word: MappedText, at: ValueContext): Entry {
  const { words, rest, failure } = splitNested(word, { separators: ":", keepEmpty: true }, 1);
  const [place] = words;
  if (failure !== undefined || place === undefined) {
    const span = failure ?? word.span();
    return { parts: [], problems: [{ message: "Nothing follows the backslash", span, consequence: "drops-piece" }] };
  }
  const { path, parts, problem } = readPath(place, at, { absolute: true, consequence: "drops-piece" });
  if (problem !== undefined) return { parts, problems: [problem] };
  const options = word.slice(Math.min(rest, word.text.length));
  if (options.text === "") return { value: path ?? "", parts, problems: [] };
  const labelled: ValuePart[] = [...parts, { kind: "keyword", span: options.span() }];
  return { value: `${path}:${options.text}`, parts: labelled, problems: secondPath(options) };
}

function secondPath(options: MappedText): ValueProblem[] {
  if (!options.text.startsWith("/")) return [];
  const message = `Behind the colon stand mount options, such as ro or size=10%, and no path like ${options.text}`;
  return [{ message, span: options.span(), consequence: "silent", rule: "unchecked-value" }];
}
