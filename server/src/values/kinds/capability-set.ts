/** Sets of capabilities. systemd: config_parse_capability_set(), src/core/load-fragment.c; capability_set_from_string(), src/basic/capability-list.c */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { wordsOf } from "../../catalog/enums.ts";
import { capabilities } from "../capability.ts";
import type { Parsed, ValueContext, ValueKind } from "../kind.ts";
import { isKnown, readInversion, readWordList, unknownWord } from "../word-list.ts";

export const capabilitySet: ValueKind = {
  id: "capability-set",
  describe: "capabilities such as CAP_NET_ADMIN, or all but some after ~",
  words: ({ version }) => wordsOf("capabilities", version),
  parse: parseCapabilitySet,
};

/** The last release known to leave out what stands behind a quote that is not closed. */
const strictQuotesUntil: SystemdVersion = 252;

/** systemd never speaks of a capability that it does not know: it leaves it out. Unclosed quotes reach to the end. */
function parseCapabilitySet(text: string, { version }: ValueContext): Parsed {
  const vocabulary = capabilities(version);
  const { inverted, parts } = readInversion(text);
  const relaxQuotes = version > strictQuotesUntil;
  const list = readWordList(text, inverted ? 1 : 0, { unquote: true, relaxQuotes }, (word, hurried) =>
    isKnown(word.text, vocabulary) ? "capability" : unknownWord(word, vocabulary, "silent", hurried),
  );
  return {
    value: { inverted, words: list.words.map(word => word.toUpperCase()) },
    parts: [...parts, ...list.parts],
    problems: list.problems,
  };
}
