/** Findings by the files that they stand in. */
import type { Report, ReportFinding } from "../report/report.ts";

/** Every file that was judged, those without findings too, in the order of the run. */
export function findingsByFile({ checked, findings }: Report): ReadonlyMap<string, readonly ReportFinding[]> {
  const byFile = new Map<string, ReportFinding[]>(checked.map(path => [path, []]));
  for (const finding of findings) {
    const known = byFile.get(finding.path);
    if (known === undefined) byFile.set(finding.path, [finding]);
    else known.push(finding);
  }
  return byFile;
}
