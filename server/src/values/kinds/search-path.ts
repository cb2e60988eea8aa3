/** Folders between colons. systemd: config_parse_colon_separated_paths(), src/core/load-fragment.c */
import { append } from "../append.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, type ValuePart } from "../kind.ts";
import { readPath, severalPaths } from "../path-reading.ts";
import { wordFailure } from "../word-failure.ts";
import { splitWords } from "../words.ts";

export const searchPath: ValueKind = {
  id: "search-path",
  describe: "absolute paths of folders, separated by colons",
  parse: parseSearchPath,
};

/** The folders before a wrong one stay; it and all behind it are dropped. */
function parseSearchPath(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted([]);
  const { words, failure } = splitWords(text, { separators: ":", keepEmpty: true });
  const value: string[] = [];
  const parts: ValuePart[] = [];
  for (const word of words) {
    const consequence = value.length > 0 ? "drops-piece" : "drops-line";
    const reading = readPath(word, at, { absolute: true, consequence });
    append(parts, reading.parts);
    if (reading.problem !== undefined) return { value, parts, problems: [reading.problem] };
    if (reading.path !== undefined) value.push(reading.path);
  }
  if (failure !== undefined) {
    return { value, parts, problems: [wordFailure(text, failure, value.length > 0 ? "drops-piece" : "drops-line")] };
  }
  const problems = words.flatMap(
    word => severalPaths(word, /(?<!\s)\s+(?=\/)/, `${word.text} is one path; separate folders by colons`, ":") ?? [],
  );
  return { value, parts, problems };
}
