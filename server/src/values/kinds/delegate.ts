/** Whether, and which controllers, a unit may manage below itself. systemd: config_parse_delegate(), src/core/load-fragment.c */
import { wordsOf } from "../../catalog/enums.ts";
import { controllers } from "../controller.ts";
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { wordFailure } from "../word-failure.ts";
import { isKnown, readWordList, unknownWord } from "../word-list.ts";
import { readBoolean } from "./boolean.ts";

export const delegate: ValueKind = {
  id: "delegate",
  describe: "yes, no, or controllers such as cpu and memory",
  words: ({ version }) => ["yes", "no", ...wordsOf("controllers", version)],
  parse: parseDelegate,
};

/** An empty value delegates without controllers. Unit types that cannot delegate have the key all the same. */
function parseDelegate(text: string, { version, type }: ValueContext): Parsed {
  if (type !== "service" && type !== "scope")
    return rejected(`Delegate= works in services and scopes only, not in ${type} units`, whole(text));
  if (text === "") return accepted([]);
  const yes = readBoolean(text);
  if (yes !== undefined) return accepted(yes, [{ kind: "boolean", span: whole(text) }]);
  const vocabulary = controllers(version);
  const list = readWordList(text, 0, { unquote: true }, (word, hurried) =>
    isKnown(word.text, vocabulary) ? "keyword" : unknownWord(word, vocabulary, "drops-piece", hurried),
  );
  if (list.failure === undefined) return { value: list.words, parts: list.parts, problems: list.problems };
  return { parts: list.parts, problems: [...list.problems, wordFailure(text, list.failure, "drops-line")] };
}
