/** How many findings there are of each rule, in the place of the findings themselves. */
import type { ReportFinding } from "../report/report.ts";
import { paintWith } from "../terminal.ts";
import type { Reporter } from "./reporter.ts";
import { summaryLine } from "./summary.ts";

/** A line for each rule and severity, the most frequent first, then the summary. */
export const statisticsReporter: Reporter = (report, { colour }) => {
  const paint = paintWith(colour);
  const tally = new Map<string, { count: number; fixable: number; finding: ReportFinding }>();
  for (const finding of report.findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const known = tally.get(key) ?? { count: 0, fixable: 0, finding };
    tally.set(key, { finding, count: known.count + 1, fixable: known.fixable + (finding.fixes.length > 0 ? 1 : 0) });
  }
  const rows = [...tally].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  const width = String(rows[0]?.[1].count ?? 0).length;
  const lines = rows.map(
    ([
      ,
      {
        count,
        fixable,
        finding: { severity, rule },
      },
    ]) => {
      const fixes = fixable === 0 ? "" : ` (${fixable} fixable)`;
      return `${String(count).padStart(width)} ${paint(severity, `${severity}[${rule}]`)}${fixes}\n`;
    },
  );
  return `${lines.join("")}${lines.length > 0 ? "\n" : ""}${summaryLine(report, paint)}\n`;
};
