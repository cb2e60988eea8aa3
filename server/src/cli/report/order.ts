/** The one order of findings, whoever found them. */
import { renumbered } from "../../lint/fingerprint.ts";
import type { Place, ReportFinding } from "./report.ts";

/** By file in the given order of paths, then by place, rule and related places, so that parts of a run fit together; configurations come first. */
export function inOrder(findings: readonly ReportFinding[], paths: readonly string[]): readonly ReportFinding[] {
  const ranks = new Map(paths.map((path, rank) => [path, rank]));
  const rankOf = ({ path }: ReportFinding) => ranks.get(path) ?? -1;
  const sorted = findings.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      compare(a.path, b.path) ||
      a.offset - b.offset ||
      a.endOffset - b.endOffset ||
      compare(a.rule, b.rule) ||
      compare(relationOf(a.related), relationOf(b.related)),
  );
  const prints = renumbered(sorted.map(({ fingerprint }) => fingerprint));
  return sorted.map((finding, i) => ({ ...finding, fingerprint: prints[i] ?? finding.fingerprint }));
}

/** One of each; units of several folders may find the same, with other units to relate it to: the first of these counts. */
export function oneOfEach(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  const known = new Map<string, ReportFinding>();
  for (const finding of findings) {
    const identity = identityOf(finding);
    const other = known.get(identity);
    if (other === undefined || relationOf(finding.related) < relationOf(other.related)) known.set(identity, finding);
  }
  return [...known.values()];
}

/** By which of two relations of one finding the first is known. */
export function relationOf(related: readonly Pick<Place, "path" | "line" | "column">[]): string {
  return JSON.stringify(related.map(({ path, line, column }) => [path, line, column]));
}

function identityOf({ rule, path, offset, endOffset, message }: ReportFinding): string {
  return `${rule} ${offset} ${endOffset} ${path} ${message}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
