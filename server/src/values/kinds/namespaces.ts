/**
 * Kinds of namespaces. systemd: config_parse_namespace_flags() (before 258 config_parse_restrict_namespaces()),
 * src/core/load-fragment.c; namespace_flags_from_string(), src/shared/nsflags.c
 */
import { wordsOf } from "../../catalog/enums.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { wordFailure } from "../word-failure.ts";
import { isKnown, readInversion, readWordList, unknownWord, type Vocabulary } from "../word-list.ts";
import { readBoolean } from "./boolean.ts";

const words = ({ version }: ValueContext) => ["yes", "no", ...wordsOf("namespaces", version)];

export const namespaces: readonly ValueKind[] = [
  {
    id: "namespace-flags",
    describe: "yes, no, or kinds of namespaces such as net and mnt, all but some after ~",
    words,
    parse: parseNamespaces,
  },
  {
    id: "delegate-namespaces",
    describe: "yes, no, or kinds of namespaces such as net and mnt (but not user), all but some after ~",
    words: at => words(at).filter(word => word !== "user"),
    parse: parseDelegatedNamespaces,
  },
];

/** One wrong word drops the whole line. */
function parseNamespaces(text: string, { version }: ValueContext): Parsed {
  if (text === "") return accepted(undefined);
  const yes = readBoolean(text);
  if (yes !== undefined) return accepted(yes, [{ kind: "boolean", span: whole(text) }]);
  const { inverted, parts } = readInversion(text);
  const vocabulary = namespaceKinds(wordsOf("namespaces", version), text);
  const list = readWordList(text, inverted ? 1 : 0, {}, (word, hurried) =>
    isKnown(word.text, vocabulary) ? "keyword" : unknownWord(word, vocabulary, "drops-line", hurried),
  );
  const failure = list.failure === undefined ? [] : [wordFailure(text, list.failure, "drops-line")];
  const problems = [...list.problems, ...failure];
  const value = problems.length > 0 ? {} : { value: { inverted, words: list.words } };
  return { ...value, parts: [...parts, ...list.parts], problems };
}

/** The user namespace is never delegated; taking it away is fine. */
function parseDelegatedNamespaces(text: string, at: ValueContext): Parsed {
  const parsed = parseNamespaces(text, at);
  const user = parsed.parts.find(({ kind, span }) => kind === "keyword" && text.slice(span.start, span.end) === "user");
  if (user === undefined || text.startsWith("~") || parsed.problems.length > 0) return parsed;
  const message = "The user namespace cannot be delegated";
  return { parts: parsed.parts, problems: [{ message, span: user.span, consequence: "drops-line" }] };
}

function namespaceKinds(names: readonly string[], text: string): Vocabulary {
  const alone = /^\S+$/.test(text) && !text.startsWith("~");
  return {
    noun: "kind of namespace",
    allowed: `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`,
    words: names,
    isKnown: word => names.includes(word) || (alone && (word === "yes" || word === "no")),
    aliases: {
      all: "yes",
      hostname: "uts",
      mount: "mnt",
      mounts: "mnt",
      network: "net",
      none: "no",
      process: "pid",
      users: "user",
    },
  };
}
