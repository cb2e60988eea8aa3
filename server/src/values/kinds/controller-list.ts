/** Controllers that are taken away. systemd: config_parse_disable_controllers(), src/core/load-fragment.c; cg_mask_from_string(), src/basic/cgroup-util.c */
import { wordsOf } from "../../catalog/enums.ts";
import { controllers } from "../controller.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind } from "../kind.ts";
import { wordFailure } from "../word-failure.ts";
import { isKnown, readWordList, unknownWord } from "../word-list.ts";

export const controllerList: ValueKind = {
  id: "controller-list",
  describe: "controllers such as cpu and memory",
  words: ({ version }) => wordsOf("controllers", version),
  parse: parseControllers,
};

/** systemd says nothing of unknown names unless nothing but such is there. */
function parseControllers(text: string, { version }: ValueContext): Parsed {
  if (text === "") return accepted([]);
  const vocabulary = controllers(version);
  const { words, parts, problems, failure } = readWordList(text, 0, {}, (word, hurried) =>
    isKnown(word.text, vocabulary) ? "keyword" : unknownWord(word, vocabulary, "silent", hurried),
  );
  if (failure !== undefined) return { parts, problems: [...problems, wordFailure(text, failure, "drops-line")] };
  if (words.length > 0) return { value: words, parts, problems };
  return { parts, problems: problems.map(({ rule: _, ...problem }) => ({ ...problem, consequence: "drops-line" })) };
}
