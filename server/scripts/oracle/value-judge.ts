/** Asks both sides about one batch of values, and compares line by line. */
import type { SystemdVersion } from "../../src/catalog/directive.ts";
import { askSystemd, askUnitlint, groupByPath, type Judges } from "./ask.ts";
import { type Complaint, readComplaints } from "./complaints.ts";
import { isIncomparable } from "./incomparable.ts";
import type { JsonFinding } from "./matching.ts";
import type { PlacedValue, ValueFile } from "./value-staging.ts";

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

/** Judges all values of some files. */
export function judgeValues(files: readonly ValueFile[], version: SystemdVersion, judges: Judges): JudgedValue[] {
  const complaints = complaintsOf(files, judges.analyze);
  const findings = groupByPath(askUnitlint([...complaints.keys()], judges.unitlint).findings);
  return files.flatMap(file => {
    const theirs = complaints.get(file.path);
    const ours = findings.get(file.path) ?? [];
    return theirs === undefined ? [] : judgeFile(file, version, { complaints: theirs, findings: ours });
  });
}

/** What systemd says of each file, be it nothing; files at which it crashes are told on the terminal, and left out. */
export function complaintsOf(files: readonly ValueFile[], analyze: Judges["analyze"]): Map<string, Complaint[]> {
  const byFile = new Map<string, Complaint[]>();
  for (const { read, output } of askAbout(files, analyze)) {
    for (const { path } of read) byFile.set(path, []);
    for (const complaint of readComplaints(output, path => byFile.has(path)))
      byFile.get(complaint.path)?.push(complaint);
  }
  return byFile;
}

/** Half of the files at a time where systemd crashes at all of them, until the culprit is alone; throws where it cannot be started. */
function askAbout(
  files: readonly ValueFile[],
  analyze: Judges["analyze"],
): { read: readonly ValueFile[]; output: string }[] {
  const fragments = files.map(({ fragment }) => fragment);
  try {
    return [{ read: files, output: withoutInfo(askSystemd(fragments, "system", analyze)) }];
  } catch (error) {
    if (error instanceof Error && "code" in error) throw error;
    if (files.length === 1) console.error(`${fragments[0]}: ${error instanceof Error ? error.message : error}`);
    if (files.length <= 1) return [];
    const half = Math.ceil(files.length / 2);
    return [files.slice(0, half), files.slice(half)].flatMap(some => askAbout(some, analyze));
  }
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
export function judgeFile(
  { path, values, lastLine }: Omit<ValueFile, "fragment">,
  version: SystemdVersion,
  said: Said,
): JudgedValue[] {
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
  "shared-nobody",
  "syntax-error",
  "unknown-specifier",
]);

function outcomeOf(theirs: boolean, ours: boolean): "both" | "neither" | "miss" | "false-alarm" {
  if (theirs) return ours ? "both" : "miss";
  return ours ? "false-alarm" : "neither";
}
