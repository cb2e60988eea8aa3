/** Which findings are new after edits: those that no finding from before stands for. */
import { moverOf } from "../../text/text-draft.ts";
import type { Finding } from "../finding.ts";
import type { EditsByFile } from "./candidates.ts";

/**
 * Those of `after` that are neither about a line with such a finding before, nor in such words. Lines are followed through the edits, and
 * the numbers in messages, which may be those of lines, do not count.
 */
export function newFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  edits: EditsByFile,
): readonly Finding[] {
  const movers = new Map([...edits].map(([file, own]) => [file, moverOf(own)]));
  const line = ({ file, line: { span } }: Finding) => movers.get(file)?.(span.start) ?? span.start;
  const take = takerOf(before, finding => [lineKey(finding, line(finding)), wordsKey(finding)]);
  const byLine = after.filter(finding => !take(finding, lineKey(finding, finding.line.span.start)));
  return byLine.filter(finding => !take(finding, wordsKey(finding)));
}

/** Uses up the findings from before, each of which stands for one; says whether one was left under a key, preferably with the same words. */
function takerOf(
  before: readonly Finding[],
  keysOf: (finding: Finding) => readonly string[],
): (finding: Finding, key: string) => boolean {
  const queues = new Map<string, Finding[]>();
  for (const finding of before.toReversed()) {
    for (const key of keysOf(finding).flatMap(key => [key, `${key} ${finding.message}`])) {
      const queue = queues.get(key);
      if (queue === undefined) queues.set(key, [finding]);
      else queue.push(finding);
    }
  }
  const taken = new Set<Finding>();
  const next = (key: string): Finding | undefined => {
    const queue = queues.get(key) ?? [];
    for (let one = queue.pop(); one !== undefined; one = queue.pop()) if (!taken.has(one)) return one;
    return undefined;
  };
  return ({ message }, key) => {
    const one = next(`${key} ${message}`) ?? next(key);
    if (one !== undefined) taken.add(one);
    return one !== undefined;
  };
}

function lineKey({ rule, file }: Finding, line: number): string {
  return `${rule} ${file.path} @${line}`;
}

function wordsKey({ rule, file, message }: Finding): string {
  return `${rule} ${file.path} ${message.replace(/\d+/g, "0")}`;
}
