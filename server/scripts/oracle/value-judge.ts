/** Asks both sides about one batch of values, and compares line by line. */

import type { SystemdVersion } from "../../src/catalog/directive.ts";
import { askSystemd, askUnitlint, groupByPath, type Judges } from "./ask.ts";
import { type Complaint, readComplaints } from "./complaints.ts";
import { isIncomparable } from "./incomparable.ts";
import type { JsonFinding } from "./matching.ts";
import type { PlacedValue, ValueBatch, ValueFile } from "./value-staging.ts";

/** What both say about one value, as far as it can be compared. */
export interface JudgedValue {
  readonly path: string;
  readonly placed: PlacedValue;
  readonly outcome: ValueOutcome;
  readonly complaints: readonly Complaint[];
  readonly findings: readonly JsonFinding[];
}

/**
 * `both` complain, `neither` does, only systemd (a `miss`), only unitlint (a `false-alarm`). They may agree so far, but not on what
 * becomes of the lines below: systemd `stops` there, or `reads-on`, and unitlint thinks otherwise. Not compared: what stands below a
 * value at which systemd stopped (`unseen`), and what is `incomparable` for other reasons.
 */
export type ValueOutcome =
  | "both"
  | "neither"
  | "miss"
  | "false-alarm"
  | "stops"
  | "reads-on"
  | "unseen"
  | "incomparable";

/** Judges all values of a batch. */
export function judgeValues(batch: ValueBatch, version: SystemdVersion, judges: Judges): JudgedValue[] {
  const complaints = complaintsOf(batch, judges.analyze);
  const findings = groupByPath(askUnitlint([...complaints.keys()], judges.unitlint).findings);
  return batch.files.flatMap(file =>
    judgeFile(file, version, {
      complaints: complaints.get(file.path) ?? [],
      findings: findings.get(file.path) ?? [],
    }),
  );
}

/** What systemd says of each file of a batch, be it nothing. */
export function complaintsOf({ fragments, files }: ValueBatch, analyze: Judges["analyze"]): Map<string, Complaint[]> {
  const byFile = new Map<string, Complaint[]>(files.map(({ path }) => [path, []]));
  const output = withoutInfo(askSystemd(fragments, "system", analyze));
  for (const complaint of readComplaints(output, path => byFile.has(path))) byFile.get(complaint.path)?.push(complaint);
  return byFile;
}

/** Lines of debugging and information, which are no complaints; only with the severity in front they can be told. */
function withoutInfo(output: string): string {
  return output.replaceAll(/^(?:info|debug) \S+\.[ch]:\d+: .*\n/gm, "");
}

/** What both say about a file. */
interface Said {
  readonly complaints: readonly Complaint[];
  readonly findings: readonly JsonFinding[];
}

/** Brings together what both say about the values of one file. */
export function judgeFile({ path, values, lastLine }: ValueFile, version: SystemdVersion, said: Said): JudgedValue[] {
  const end = whereReadingEnds(said, values, lastLine);
  const weStop = !said.findings.some(({ logicalEndLine }) => logicalEndLine === lastLine);
  return values.map(placed => {
    const complaints = said.complaints.filter(one => one.line === placed.line && comparedClasses.has(one.class));
    const findings = said.findings.filter(one => one.logicalEndLine === placed.line && comparedRules.has(one.rule));
    const judged = { path, placed, complaints, findings };
    if (placed.line > end) return { ...judged, outcome: "unseen" };
    if (isIncomparable(placed, complaints, version)) return { ...judged, outcome: "incomparable" };
    const outcome = outcomeOf(complaints.length > 0, findings.length > 0);
    const agree = outcome === "both" || outcome === "neither";
    if (agree && placed.line === end && !weStop) return { ...judged, outcome: "stops" };
    if (agree && end === Number.POSITIVE_INFINITY && weStop && placed === values.at(-1))
      return { ...judged, outcome: "reads-on" };
    return { ...judged, outcome };
  });
}

/** The line of the value at which systemd stops: the last one that it complains of, else the first one; infinite where it reads all. */
function whereReadingEnds({ complaints }: Said, values: readonly PlacedValue[], lastLine: number): number {
  const last = Math.max(0, ...complaints.map(({ line }) => line));
  if (last === lastLine) return Number.POSITIVE_INFINITY;
  return last === 0 ? (values[0]?.line ?? 0) : last;
}

/** Keys are compared elsewhere: that one is old says nothing of its value. */
const comparedClasses: ReadonlySet<string> = new Set(["other", "not-utf8"]);
const comparedRules: ReadonlySet<string> = new Set([
  "deprecated-value",
  "ignored-value",
  "inline-comment",
  "invalid-value",
  "syntax-error",
  "unknown-specifier",
]);

function outcomeOf(theirs: boolean, ours: boolean): "both" | "neither" | "miss" | "false-alarm" {
  if (theirs) return ours ? "both" : "miss";
  return ours ? "false-alarm" : "neither";
}
