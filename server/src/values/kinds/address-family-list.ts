/**
 * Families of socket addresses. systemd: config_parse_address_families(), src/core/load-fragment.c; parse_address_families(),
 * src/shared/parse-helpers.c; af_from_name(), src/basic/af-list.c
 */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { wordsOf } from "../../catalog/enums.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { wordFailure } from "../word-failure.ts";
import { isKnown, readInversion, readWordList, unknownWord, type Vocabulary, type WordList } from "../word-list.ts";

export const addressFamilyList: ValueKind = {
  id: "address-family-list",
  describe: "address families such as AF_UNIX, all but some after ~, or none",
  words: ({ version }) => [...(version >= noneSince ? ["none"] : []), ...wordsOf("addressFamilies", version)],
  parse: parseAddressFamilies,
};

const noneSince: SystemdVersion = 249;

/** The last release that dropped only a wrong word: later ones read nothing behind it. */
const readsOnUntil: SystemdVersion = 260;

function parseAddressFamilies(text: string, { version }: ValueContext): Parsed {
  if (text === "none" && version >= noneSince) return accepted("none", [{ kind: "keyword", span: whole(text) }]);
  const vocabulary = addressFamilies(version);
  const { inverted, parts } = readInversion(text);
  const list = readWordList(text, inverted ? 1 : 0, { unquote: true }, (word, hurried) => {
    if (isKnown(word.text, vocabulary)) return "keyword";
    if (word.text !== "none" || version < noneSince) return unknownWord(word, vocabulary, "drops-piece", hurried);
    return { message: "none must stand alone", span: word.span(), consequence: "drops-piece" };
  });
  const consequence = list.words.length > 0 ? "drops-piece" : "drops-line";
  return {
    value: { inverted, words: wordsRead(list, version).map(word => word.toUpperCase()) },
    parts: [...parts, ...list.parts],
    problems:
      list.failure === undefined ? list.problems : [...list.problems, wordFailure(text, list.failure, consequence)],
  };
}

function wordsRead({ words, parts, problems: [first] }: WordList, version: SystemdVersion): readonly string[] {
  if (first === undefined || version <= readsOnUntil) return words;
  return words.slice(0, parts.filter(({ span }) => span.start < first.span.start).length);
}

function addressFamilies(version: SystemdVersion): Vocabulary {
  const words = wordsOf("addressFamilies", version);
  return {
    noun: "address family",
    allowed: "names such as AF_UNIX, AF_INET or AF_INET6",
    words,
    isKnown: word => words.includes(word.toUpperCase()),
    aliases: { af_ipv4: "AF_INET", af_ipv6: "AF_INET6", af_inet4: "AF_INET", ipv4: "AF_INET", ipv6: "AF_INET6" },
    repair: word => `AF_${word.toUpperCase().replace(/^[AP]F_?/, "")}`,
  };
}
