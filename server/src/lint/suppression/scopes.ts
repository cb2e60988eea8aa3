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
  const nextLines = byNextLine(having("unitlint-disable-next-line"));
  const files = having("unitlint-disable-file");
  const fileNames = byName(files);
  const ofFile = files.find(({ comment }) => comment.names.length === 0);
  const { suppressorAt, ended } = walk(heeded);
  return {
    ended,
    suppressorOf({ rule, line: { span } }) {
      return (
        named(nextLines.get(span.start), rule) ??
        suppressorAt(span.start, rule) ??
        named(fileNames, rule) ??
        (ofFile && { by: ofFile, name: undefined })
      );
    },
  };
}

/** What suppresses a rule from an offset on; nothing where it is told again. */
interface Switch {
  readonly from: number;
  readonly by: PlacedSuppression | undefined;
}

/** Follows the comments down the file: for all rules, and for each that is named, what counts from where on. */
function walk(heeded: readonly PlacedSuppression[]) {
  const forAll: Switch[] = [];
  const byRule = new Map<RuleId, Switch[]>();
  const ended: Suppressor[] = [];
  let current = new Map<RuleId, PlacedSuppression | undefined>();
  for (const by of heeded) {
    const { word, names, span } = by.comment;
    const isEnd = word.text === "unitlint-enable";
    if (!isEnd && word.text !== "unitlint-disable") continue;
    const all = forAll.at(-1)?.by;
    const next = { from: span.start, by: isEnd ? undefined : by };
    if (names.length === 0) {
      if (isEnd && (all !== undefined || current.size > 0)) ended.push({ by, name: undefined });
      forAll.push(next);
      current = new Map();
    }
    for (const { text } of names) {
      if (isEnd && (current.has(text) ? current.get(text) : all) !== undefined) ended.push({ by, name: text });
      current.set(text, next.by);
      const switches = byRule.get(text);
      if (switches === undefined) byRule.set(text, [next]);
      else switches.push(next);
    }
  }
  return { suppressorAt: suppressorIn(forAll, byRule), ended };
}

/** What names the rule counts unless all rules were switched behind it. */
function suppressorIn(forAll: readonly Switch[], byRule: ReadonlyMap<RuleId, readonly Switch[]>) {
  return (offset: number, rule: RuleId): Suppressor | undefined => {
    const all = lastAt(forAll, offset);
    const own = lastAt(byRule.get(rule) ?? [], offset);
    if (own !== undefined && own.from > (all?.from ?? -1)) return own.by && { by: own.by, name: rule };
    return all?.by && { by: all.by, name: undefined };
  };
}

/** The last one at or before an offset; by halves, as there may be many. */
function lastAt(switches: readonly Switch[], offset: number): Switch | undefined {
  let low = 0;
  let high = switches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((switches[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return switches[low - 1];
}

type ByName = ReadonlyMap<RuleId, PlacedSuppression>;

/** For each rule the last comment that names it. */
function byName(placed: readonly PlacedSuppression[]): ByName {
  return new Map(placed.flatMap(one => one.comment.names.map(({ text }) => [text, one] as const)));
}

/** The same for each line that comments are about, by where it starts. */
function byNextLine(placed: readonly PlacedSuppression[]): ReadonlyMap<number, ByName> {
  const lines = new Map<number, PlacedSuppression[]>();
  for (const one of placed) {
    if (one.next === undefined) continue;
    const { start } = one.next.span;
    const above = lines.get(start);
    if (above === undefined) lines.set(start, [one]);
    else above.push(one);
  }
  return new Map([...lines].map(([start, above]) => [start, byName(above)]));
}

function named(names: ByName | undefined, rule: RuleId): Suppressor | undefined {
  const by = names?.get(rule);
  return by && { by, name: rule };
}
