/** Which comment suppresses a finding: the one of its line, else of the stretch it stands in, else of the file. */
import type { Finding, RuleId } from "../finding.ts";
import { isSuppressionWord } from "./comment.ts";
import type { PlacedSuppression } from "./placed.ts";

/** A comment, and the name in it that did it; undefined where it names none. */
export interface Suppressor {
  readonly by: PlacedSuppression;
  readonly name: RuleId | undefined;
}

/** What the comments of a file do. */
export interface Scopes {
  readonly suppressorOf: (finding: Finding) => Suppressor | undefined;
  /** What `unitlint-enable` ends, by comment and name. */
  readonly ended: readonly Suppressor[];
}

/** Works out the comments of a file; those that are misspelt or inside a continuation do nothing. */
export function scopesOf(placed: readonly PlacedSuppression[]): Scopes {
  const heeded = placed.filter(({ comment, isInside }) => !isInside && isSuppressionWord(comment.word.text));
  const having = (word: string) => heeded.filter(({ comment }) => comment.word.text === word);
  const nextLines = having("unitlint-disable-next-line").filter(({ comment }) => comment.names.length > 0);
  const files = having("unitlint-disable-file");
  const { states, ended } = walk(heeded);
  return {
    ended,
    suppressorOf({ rule, line }) {
      const above = nextLines.filter(({ next }) => next?.span.start === line.span.start);
      const state = states.findLast(({ from }) => from <= line.span.start);
      return named(above, rule) ?? inState(state, rule) ?? named(files, rule) ?? whole(files);
    },
  };
}

/** What is suppressed from an offset on. */
interface State {
  readonly from: number;
  readonly all: PlacedSuppression | undefined;
  /** By rule; undefined where the rule is told although all others are not. */
  readonly byRule: ReadonlyMap<RuleId, PlacedSuppression | undefined>;
}

function walk(heeded: readonly PlacedSuppression[]): { states: readonly State[]; ended: readonly Suppressor[] } {
  const states: State[] = [];
  const ended: Suppressor[] = [];
  let all: PlacedSuppression | undefined;
  let byRule = new Map<RuleId, PlacedSuppression | undefined>();
  for (const by of heeded) {
    const { word, names } = by.comment;
    const isEnd = word.text === "unitlint-enable";
    if (!isEnd && word.text !== "unitlint-disable") continue;
    if (names.length === 0) {
      if (isEnd && (all !== undefined || byRule.size > 0)) ended.push({ by, name: undefined });
      all = isEnd ? undefined : by;
      byRule = new Map();
    } else byRule = new Map(byRule);
    for (const { text } of names) {
      if (isEnd && (byRule.has(text) ? byRule.get(text) : all) !== undefined) ended.push({ by, name: text });
      byRule.set(text, isEnd ? undefined : by);
    }
    states.push({ from: by.comment.span.start, all, byRule });
  }
  return { states, ended };
}

function inState(state: State | undefined, rule: RuleId): Suppressor | undefined {
  if (state === undefined) return undefined;
  const { all, byRule } = state;
  if (!byRule.has(rule)) return all && { by: all, name: undefined };
  const by = byRule.get(rule);
  return by && { by, name: rule };
}

function named(placed: readonly PlacedSuppression[], rule: RuleId): Suppressor | undefined {
  const by = placed.findLast(({ comment }) => comment.names.some(({ text }) => text === rule));
  return by && { by, name: rule };
}

function whole(placed: readonly PlacedSuppression[]): Suppressor | undefined {
  const by = placed.find(({ comment }) => comment.names.length === 0);
  return by && { by, name: undefined };
}
