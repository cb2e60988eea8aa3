/** Comments that were meant to suppress something, and do not. */
import type { UnitFile } from "../../model/unit-file.ts";
import { lineEndOf } from "../../text/line-ends.ts";
import { nearest } from "../../text/nearest.ts";
import type { Fix, RuleId } from "../finding.ts";
import type { RuleSettings } from "../preset.ts";
import { type CommentWord, isSuppressionWord, type SuppressionWord, suppressionWords } from "./comment.ts";
import type { PlacedSuppression } from "./placed.ts";
import type { SuppressionProblem } from "./suppress.ts";

/** What is wrong with comments; `known` are the rules that can be suppressed. */
export function* invalidSuppressions(
  placed: readonly PlacedSuppression[],
  file: UnitFile,
  known: readonly RuleId[],
  { requireReasons = false }: RuleSettings,
): Generator<SuppressionProblem> {
  for (const one of placed) {
    const { word, names, reason } = one.comment;
    if (!isSuppressionWord(word.text)) yield misspelt(one, file);
    else if (one.isInside) yield inContinuation(one, file);
    else {
      for (const name of names) if (!known.includes(name.text)) yield unknownName(one, name, file, known);
      if (word.text === "unitlint-disable-next-line" && names.length === 0)
        yield { ...at(one, word), message: `${word.text} names no rule`, effect: notHeeded };
      if (!reason && requireReasons && word.text !== "unitlint-enable")
        yield {
          ...at(one, word),
          message: `${word.text} gives no reason; write -- and the reason behind it`,
          effect: "it suppresses nonetheless; the configuration asks for reasons",
        };
    }
  }
}

const notHeeded = "it suppresses nothing";

function misspelt(placed: PlacedSuppression, file: UnitFile): SuppressionProblem {
  const { word } = placed.comment;
  const meant = meantBy(word.text);
  return {
    ...at(placed, word),
    message: `There is no ${word.text}; did you mean ${meant}?`,
    effect: notHeeded,
    fixes: [replacing(word, meant, file)],
  };
}

/** Some word is always meant, as the comment says `able`. */
function meantBy(word: string): SuppressionWord {
  const plain = word.toLowerCase().replace(/^unitlint[ \t:-]+/, "unitlint-");
  const close = nearest(plain, suppressionWords);
  return (
    suppressionWords.find(known => known === close) ??
    suppressionWords.find(known => plain.startsWith(known)) ??
    "unitlint-disable"
  );
}

function unknownName(
  placed: PlacedSuppression,
  name: CommentWord,
  file: UnitFile,
  known: readonly RuleId[],
): SuppressionProblem {
  const close = nearest(name.text, known);
  const isOwn = /^(?:(?:invalid|unused)-suppression|invalid-config)$/.test(name.text);
  const advice = close === undefined ? "; a reason comes behind --" : `; did you mean ${close}?`;
  return {
    ...at(placed, name),
    message: isOwn ? `${name.text} cannot be suppressed by a comment` : `There is no rule ${name.text}${advice}`,
    effect: notHeeded,
    fixes: isOwn || close === undefined ? [] : [replacing(name, close, file)],
  };
}

/** systemd reads the lines around it as one; what it would be about is not plain to the eye. */
function inContinuation(placed: PlacedSuppression, { source }: UnitFile): SuppressionProblem {
  const { comment, line } = placed;
  const { text } = source;
  const piece = line.pieces.find(({ span }) => span.start <= comment.span.start && comment.span.end <= span.end);
  const { start } = line.span;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
  const moved = `${indent}${text.slice(comment.span.start, comment.span.end)}${lineEndOf(source)}`;
  const edits = piece && [
    { span: { start, end: start }, text: moved },
    { span: piece.span, text: "" },
  ];
  return {
    ...at(placed, comment),
    message: `${comment.word.text} stands inside a continued line; write it above the line`,
    effect: notHeeded,
    fixes:
      edits === undefined
        ? []
        : [{ title: "Move it above the line", safety: "unsafe", edits: [{ file: source, edits }] }],
  };
}

function at(placed: PlacedSuppression, { span }: Pick<CommentWord, "span">) {
  return { placed, span };
}

function replacing({ span }: CommentWord, text: string, { source }: UnitFile): Fix {
  return { title: `Write ${text}`, safety: "unsafe", edits: [{ file: source, edits: [{ span, text }] }] };
}
