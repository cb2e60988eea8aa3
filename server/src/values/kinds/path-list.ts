/**
 * Paths between blanks. systemd: config_parse_unit_path_strv_printf() and config_parse_unit_mounts_for() (until 256
 * config_parse_unit_requires_mounts_for()), src/core/load-fragment.c
 */
import { append } from "../append.ts";
import type { Parsed, ValueContext, ValueKind, ValuePart, ValueProblem } from "../kind.ts";
import { readPath, severalPaths } from "../path-reading.ts";
import { wordFailure } from "../word-failure.ts";
import { splitWords } from "../words.ts";

export const pathList: ValueKind = {
  id: "path-list",
  describe: "absolute paths, separated by blanks",
  parse: parsePathList,
};

/** Behind a wrong path nothing more is read in Symlinks=; in RequiresMountsFor= and WantsMountsFor= the others count. */
function parsePathList(text: string, at: ValueContext): Parsed {
  const { words, failure } = splitWords(text, { unquote: true });
  const value: string[] = [];
  const parts: ValuePart[] = [];
  const problems: ValueProblem[] = [];
  for (const word of words) {
    const reading = readPath(word, at, { absolute: true, consequence: "drops-piece" });
    append(parts, reading.parts);
    if (reading.path !== undefined) value.push(reading.path);
    const comma = severalPaths(word, /,(?=\/)/, `${word.text} is one path; separate paths by blanks`, " ");
    const problem = reading.problem ?? comma;
    if (problem !== undefined) problems.push(problem);
    if (reading.problem !== undefined && at.name === "Symlinks") return { value, parts, problems };
  }
  if (failure !== undefined) problems.push(wordFailure(text, failure, words.length > 0 ? "drops-piece" : "drops-line"));
  return { value, parts, problems };
}
