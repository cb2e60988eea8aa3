/** Comments that suppress nothing, as there is nothing to suppress. */
import type { UnitFile } from "../../model/unit-file.ts";
import type { Fix, RuleId } from "../finding.ts";
import { type CommentWord, isSuppressionWord } from "./comment.ts";
import type { PlacedSuppression } from "./placed.ts";
import type { Suppressor } from "./scopes.ts";
import type { SuppressionProblem } from "./suppress.ts";

/** What of the comments did nothing; rules that did not run have no say. */
export function* unusedSuppressions(
  placed: readonly PlacedSuppression[],
  used: readonly Suppressor[],
  file: UnitFile,
  mayRun: (rule: RuleId | undefined) => boolean,
): Generator<SuppressionProblem> {
  const uses = usesOf(used);
  const isUsed = (by: PlacedSuppression, name: RuleId | undefined) => uses.get(by)?.has(name) === true;
  for (const one of placed) {
    const { word, names } = one.comment;
    if (one.isInside || !isSuppressionWord(word.text)) continue;
    if (names.length === 0) {
      if (word.text !== "unitlint-disable-next-line" && mayRun(undefined) && !isUsed(one, undefined))
        yield problem(one, one.comment, [], file);
      continue;
    }
    const repeated = repeatedIn(names);
    const unused = names.filter(name => mayRun(name.text) && (!isUsed(one, name.text) || repeated.has(name)));
    if (unused.length === names.length) yield problem(one, one.comment, names, file);
    else for (const name of unused) yield problem(one, name, [name], file);
  }
}

/** The names by which each comment did something. */
function usesOf(used: readonly Suppressor[]): ReadonlyMap<PlacedSuppression, ReadonlySet<RuleId | undefined>> {
  const uses = new Map<PlacedSuppression, Set<RuleId | undefined>>();
  for (const { by, name } of used) {
    const names = uses.get(by);
    if (names === undefined) uses.set(by, new Set([name]));
    else names.add(name);
  }
  return uses;
}

/** Those that stood there before. */
function repeatedIn(names: readonly CommentWord[]): ReadonlySet<CommentWord> {
  const seen = new Set<string>();
  return new Set(
    names.filter(({ text }) => {
      const isRepeated = seen.has(text);
      seen.add(text);
      return isRepeated;
    }),
  );
}

function problem(
  placed: PlacedSuppression,
  { span }: Pick<CommentWord, "span">,
  names: readonly CommentWord[],
  file: UnitFile,
): SuppressionProblem {
  const what = names.map(({ text }) => text).join(", ");
  return {
    placed,
    span,
    message: messageOf(placed, what),
    effect: "the comment can go",
    fixes: [names.length === placed.comment.names.length ? removal(placed, file) : withoutName(placed, names, file)],
  };
}

function messageOf({ comment, next }: PlacedSuppression, what: string): string {
  const rules = what === "" ? "" : ` of ${what}`;
  switch (comment.word.text) {
    case "unitlint-enable":
      return `Nothing${rules} is suppressed here`;
    case "unitlint-disable-next-line":
      return next === undefined ? "No line follows this comment" : `The next line has no finding${rules}`;
    case "unitlint-disable-file":
      return `The file has no finding${rules}`;
    default:
      return `No finding${rules} follows this comment`;
  }
}

/** The whole physical line. */
function removal({ line }: PlacedSuppression, { source }: UnitFile): Fix {
  const edits = [{ span: line.span, text: "" }];
  return { title: "Remove the comment", safety: "safe", edits: [{ file: source, edits }] };
}

/** A name and the comma before it or, of the first one, behind it. */
function withoutName(
  { comment: { names } }: PlacedSuppression,
  [name]: readonly CommentWord[],
  { source }: UnitFile,
): Fix {
  const at = names.findIndex(({ span }) => span === name?.span);
  const [before, own, after] = [names[at - 1], names[at], names[at + 1]];
  const start = before?.span.end ?? own?.span.start ?? 0;
  const end = before === undefined ? (after?.span.start ?? own?.span.end ?? start) : (own?.span.end ?? start);
  const edits = [{ span: { start, end }, text: "" }];
  return { title: `Remove ${name?.text}`, safety: "safe", edits: [{ file: source, edits }] };
}
