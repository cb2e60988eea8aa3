/** Which findings are new after edits: those that no finding from before stands for. */
import { movedBy } from "../../text/text-draft.ts";
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
  const line = (finding: Finding) => movedBy(edits.get(finding.file) ?? [], finding.line.span.start);
  const take = takerOf(before, finding => [lineKey(finding, line(finding)), wordsKey(finding)]);
  const byLine = after.filter(finding => !take(finding, lineKey(finding, finding.line.span.start)));
  return byLine.filter(finding => !take(finding, wordsKey(finding)));
}

/** Uses up the findings from before, each of which stands for one; says whether one was left under a key, preferably with the same words. */
function takerOf(
  before: readonly Finding[],
  keysOf: (finding: Finding) => readonly string[],
): (finding: Finding, key: string) => boolean {
  const byKey = new Map<string, Set<Finding>>();
  for (const finding of before) {
    for (const key of keysOf(finding)) byKey.set(key, (byKey.get(key) ?? new Set()).add(finding));
  }
  const taken = new Set<Finding>();
  return ({ message }, key) => {
    const free = [...(byKey.get(key) ?? [])].filter(known => !taken.has(known));
    const one = free.find(known => known.message === message) ?? free[0];
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
