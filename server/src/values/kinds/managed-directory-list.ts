/** Folders that systemd makes for a unit: `name:link:ro`, separated by blanks. systemd: config_parse_exec_directories(), src/core/load-fragment.c */

import { append } from "../append.ts";
import { readDirectory } from "../directory-reading.ts";
import {
  accepted,
  type Parsed,
  type ValueContext,
  type ValueKind,
  type ValuePart,
  type ValueProblem,
} from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { splitNested } from "../nested-words.ts";
import { wordFailure } from "../word-failure.ts";
import { splitWords } from "../words.ts";

export const managedDirectoryList: readonly ValueKind[] = [
  {
    id: "managed-directory-list",
    describe: "relative paths of folders, separated by blanks, each with :link and :ro behind it",
    parse: parseDirectories,
  },
  {
    id: "configuration-directory-list",
    describe: "relative paths of folders, separated by blanks",
    parse: parseDirectories,
  },
];

/** A wrong folder is dropped, the others count; behind an escape that does not exist nothing is read. */
function parseDirectories(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted([]);
  const { words, failure } = splitWords(text, { unquote: true, retainEscape: at.version >= 250 });
  const value: string[] = [];
  const parts: ValuePart[] = [];
  const problems: ValueProblem[] = [];
  for (const tuple of words) {
    const { words: fields, rest, failure: bad } = splitFields(tuple, at);
    if (bad !== undefined) {
      problems.push(wordFailure(text, { error: "escape", span: bad }, "drops-piece"));
      return { value, parts, problems };
    }
    const reading = readDirectory(fields, tuple.slice(Math.min(rest, tuple.text.length)), at);
    append(parts, reading.parts);
    append(problems, reading.problems);
    if (reading.value !== undefined) value.push(reading.value);
    if (fields.length === 0) return { value, parts, problems };
  }
  if (failure !== undefined) problems.push(wordFailure(text, failure, words.length > 0 ? "drops-piece" : "drops-line"));
  return { value, parts, problems };
}

/** Links came with 250, flags with 257. */
function splitFields(tuple: MappedText, { version }: ValueContext): ReturnType<typeof splitNested> {
  if (version < 250) return { words: [tuple], rest: tuple.text.length };
  const options = { separators: ":", unescape: true, unescapeSeparators: true, keepEmpty: version >= 257 };
  return splitNested(tuple, options, version >= 257 ? 3 : 2);
}
