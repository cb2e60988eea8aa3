/** The report as JSON lines, which programs can read while it grows; `$defs/record` in `server/docs/findings.schema.json` is their shape. */

import type { Report } from "../report/report.ts";
import type { InputError } from "../result.ts";
import { printableJson } from "../terminal.ts";
import type { Reporter } from "./reporter.ts";

/** A header, a line for each file, finding, error and skipped file, and a summary, without which a report is not whole. */
export const ndjsonReporter: Reporter<Iterable<string>> = function* (report) {
  yield headerLine(report);
  yield* bodyLines(report);
  yield summaryRecord(report);
};

/** The first line: what holds for the whole run. */
export function headerLine({ version, preset, shard }: Pick<Report, "version" | "preset" | "shard">): string {
  return line({ header: { version, preset, ...(shard && { shard: { index: shard.index, of: shard.of } }) } });
}

/** What was judged and found; in a run over several trees, the lines of one tree stand behind those of another. */
export function* bodyLines(report: Report): Generator<string> {
  const { targets, versions, checked, shard, findings, suppressed, errors, skipped, trees = [] } = report;
  yield line({ judged: { targets, versions } });
  for (const tree of trees) yield line({ tree });
  for (const [i, path] of checked.entries()) {
    yield line({ file: { path, ...(shard && { rank: shard.ranks[i] ?? 0 }) } });
  }
  for (const finding of findings) yield line({ finding });
  for (const finding of suppressed) yield line({ suppressed: finding });
  yield* errors.map(errorLine);
  for (const file of skipped) yield line({ skipped: file });
}

/** What could not be read. */
export function errorLine(error: InputError): string {
  return line({ error });
}

/** The last line. */
export function summaryRecord({ files, summary }: Pick<Report, "files" | "summary">): string {
  return line({ summary: { files, counts: summary } });
}

function line(record: object): string {
  return `${printableJson(JSON.stringify(record))}\n`;
}
