/** Architectures whose system calls are allowed. systemd: config_parse_syscall_archs(), src/core/load-fragment.c; seccomp_arch_from_string(), src/shared/seccomp-util.c */
import { sinceOf, wordsOf } from "../../catalog/enums.ts";
import { architectureAliases } from "../architecture.ts";
import type { Parsed, ValueContext, ValueKind } from "../kind.ts";
import { wordFailure } from "../word-failure.ts";
import { isKnown, readWordList, unknownWord, type Vocabulary } from "../word-list.ts";

export const syscallArchitectureList: ValueKind = {
  id: "syscall-architecture-list",
  describe: "architectures such as native or x86-64",
  words: ({ version }) => wordsOf("systemCallArchitectures", version),
  parse: parseArchitectures,
};

/** Whether an architecture is supported at all depends on libseccomp: here each is that systemd could know. */
function parseArchitectures(text: string, { version }: ValueContext): Parsed {
  const vocabulary: Vocabulary = {
    noun: "architecture of system calls",
    allowed: "native, x86, x86-64, arm64 or the like",
    words: wordsOf("systemCallArchitectures", version),
    since: word => sinceOf("systemCallArchitectures", word),
    aliases: architectureAliases,
  };
  const list = readWordList(text, 0, { unquote: true }, (word, hurried) =>
    isKnown(word.text, vocabulary) ? "keyword" : unknownWord(word, vocabulary, "drops-piece", hurried),
  );
  const consequence = list.words.length > 0 ? "drops-piece" : "drops-line";
  return {
    value: list.words,
    parts: list.parts,
    problems:
      list.failure === undefined ? list.problems : [...list.problems, wordFailure(text, list.failure, consequence)],
  };
}
