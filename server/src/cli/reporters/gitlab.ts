/** Code Quality for GitLab's merge requests: the subset of the Code Climate format that it reads. https://docs.gitlab.com/ci/testing/code_quality/ */
import type { Verdict } from "../../lint/finding.ts";
import { stableHash } from "../../text/stable-hash.ts";
import type { ReportFinding } from "../report/report.ts";
import { printableJson } from "../terminal.ts";
import type { Reporter, Style } from "./reporter.ts";

/** One JSON array; fingerprints are unique in it, as GitLab wants them. */
export const gitlabReporter: Reporter = ({ findings }, style) => {
  const seen = new Map<string, number>();
  const issues = findings.map(finding => {
    const before = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, before + 1);
    return issueOf(finding, before === 0 ? finding.fingerprint : stableHash(`${finding.fingerprint} ${before}`), style);
  });
  return `${printableJson(JSON.stringify(issues, null, 2))}\n`;
};

function issueOf(finding: ReportFinding, fingerprint: string, { pathIn }: Style) {
  const { rule, message, effect, path, line, column, endLine, endColumn } = finding;
  return {
    type: "issue",
    check_name: rule,
    description: message,
    content: { body: effect },
    categories: ["Bug Risk"],
    fingerprint,
    severity: severityOf(finding),
    location: {
      path: pathIn(path),
      lines: { begin: line, end: endLine },
      positions: { begin: { line, column }, end: { line: endLine, column: endColumn } },
    },
  };
}

/** What keeps a unit from loading weighs more than what systemd drops. */
function severityOf({ severity, systemd }: Pick<ReportFinding, "severity"> & { readonly systemd: Verdict }): string {
  if (severity !== "error") return severity === "warning" ? "minor" : "info";
  return systemd === "refuses" ? "critical" : "major";
}
