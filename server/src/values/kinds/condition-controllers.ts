/** Conditions on control group controllers. systemd: condition_test_control_group_controller(), src/shared/condition.c */
import { wordsOf } from "../../catalog/enums.ts";
import type { Span } from "../../text/span.ts";
import { conditionKind, type Judged } from "../condition.ts";
import { controllers } from "../controller.ts";
import type { ValueContext } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { isKnown, readWordList, unknownWord, type Vocabulary } from "../word-list.ts";

export const conditionControllers = conditionKind(
  "condition-controllers",
  "controllers such as cpu and memory, or v2 or v1",
  judgeControllers,
  ({ version }) => ["v1", "v2", ...wordsOf("controllers", version)],
);

/** `v1` and `v2`, since 248, stand alone. */
function judgeControllers(text: MappedText, { version }: ValueContext): Judged {
  if (version >= 248 && (text.text === "v1" || text.text === "v2"))
    return { parts: [{ kind: "keyword", span: text.span() }] };
  const { aliases, ...rest } = controllers(version);
  const vocabulary: Vocabulary = {
    ...rest,
    isKnown: word => rest.words.includes(word),
    words: version >= 248 ? ["v1", "v2", ...rest.words] : rest.words,
    aliases: { ...aliases, cgroup2: "v2", legacy: "v1", unified: "v2" },
  };
  const { parts, problems } = readWordList(text.text, 0, {}, (word, hurried) =>
    isKnown(word.text, vocabulary) ? "keyword" : unknownWord(word, vocabulary, "silent", hurried),
  );
  const moved = <Piece extends { readonly span: Span }>(piece: Piece): Piece => ({
    ...piece,
    span: text.span(piece.span.start, piece.span.end),
  });
  return { parts: parts.map(moved), problems: problems.map(moved) };
}
