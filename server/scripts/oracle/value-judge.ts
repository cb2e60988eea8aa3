/** Asks both sides about one batch of values, and compares line by line. */
import { askSystemd, askUnitlint, groupByPath, type Judges } from "./ask.ts";
import { type Complaint, readComplaints } from "./complaints.ts";
import { dependsOnHost } from "./host-messages.ts";
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
 * `both` complain, `neither` does, only systemd (a `miss`), only unitlint (a `false-alarm`). They may agree so far, but not on whether
 * systemd reads on below: `reads-on` it does, though unitlint says that it stops, or `stops`. Not compared: what stands below a value
 * at which systemd stopped (`unseen`), and what depends on the host.
 */
export type ValueOutcome = "both" | "neither" | "miss" | "false-alarm" | "stops" | "reads-on" | "unseen" | "host";

/** Judges all values of a batch. */
export function judgeValues({ fragments, files }: ValueBatch, judges: Judges): JudgedValue[] {
  const paths = new Set(files.map(({ path }) => path));
  const output = withoutInfo(askSystemd(fragments, "system", judges.analyze));
  const complaints = groupByPath(readComplaints(output, path => paths.has(path)));
  const findings = groupByPath(askUnitlint([...paths], judges.unitlint).findings);
  return files.flatMap(file => judgeFile(file, complaints.get(file.path) ?? [], findings.get(file.path) ?? []));
}

/** Lines of debugging and information, which are no complaints; only with the severity in front they can be told. */
function withoutInfo(output: string): string {
  return output.replaceAll(/^(?:info|debug) \S+\.[ch]:\d+: .*\n/gm, "");
}

/** Brings together what both say about the values of one file. */
export function judgeFile(
  { path, values, lastLine }: ValueFile,
  complaints: readonly Complaint[],
  findings: readonly JsonFinding[],
): JudgedValue[] {
  const lastComplaint = Math.max(0, ...complaints.map(({ line }) => line));
  const stopped = lastComplaint !== lastLine;
  const weStop = !findings.some(({ logicalEndLine }) => logicalEndLine === lastLine);
  return values.map(placed => {
    const own = complaints.filter(one => one.line === placed.line && comparedClasses.has(one.class));
    const ours = findings.filter(one => one.logicalEndLine === placed.line && comparedRules.has(one.rule));
    const judged = { path, placed, complaints: own, findings: ours };
    if (stopped && placed.line > lastComplaint) return { ...judged, outcome: "unseen" };
    if (own.some(({ message }) => dependsOnHost(message))) return { ...judged, outcome: "host" };
    const outcome = outcomeOf(own.length > 0, ours.length > 0);
    const last = placed.line === lastComplaint || placed === values.at(-1);
    if (!last || stopped === weStop || (outcome !== "both" && outcome !== "neither")) return { ...judged, outcome };
    return { ...judged, outcome: stopped ? "stops" : "reads-on" };
  });
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
