/** What is set up anew when a service reloads. systemd: config_parse_service_refresh_on_reload(), src/core/load-fragment.c; service_refresh_on_reload_from_string_many(), src/core/service.c */
import { accepted, type Parsed, type ValueKind, whole } from "../kind.ts";
import { wordFailure } from "../word-failure.ts";
import { readInversion, readWordList, unknownWord, type Vocabulary } from "../word-list.ts";
import { readBoolean } from "./boolean.ts";

const words = ["extensions", "credentials"];

const vocabulary: Vocabulary = {
  noun: "part of a service",
  allowed: "yes, no, extensions or credentials",
  words,
  aliases: { extension: "extensions", credential: "credentials", sysext: "extensions", confext: "extensions" },
};

export const refreshOnReload: ValueKind = {
  id: "refresh-on-reload",
  describe: "yes, no, or extensions and credentials, which ~ before them takes out",
  words: () => ["yes", "no", ...words],
  parse: parseRefresh,
};

/** The first unknown word drops the line. */
function parseRefresh(text: string): Parsed {
  const truth = readBoolean(text);
  if (truth !== undefined) return accepted(truth, [{ kind: "boolean", span: whole(text) }]);
  const { inverted, parts: first } = readInversion(text);
  const read = readWordList(text, inverted ? 1 : 0, {}, (word, hurried) =>
    words.includes(word.text) ? "keyword" : unknownWord(word, vocabulary, "drops-line", hurried),
  );
  const parts = [...first, ...read.parts];
  const { problems, failure } = read;
  if (problems.length > 0) return { parts, problems };
  if (failure !== undefined) return { parts, problems: [wordFailure(text, failure, "drops-line")] };
  return accepted({ inverted, parts: read.words }, parts);
}
