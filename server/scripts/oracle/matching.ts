/** Brings systemd's complaints and our findings together, file by file and one to one. */
import {
  type Complaint,
  type ComplaintClass,
  complaintClasses,
  type MessageClass,
  stopsReading,
} from "./complaints.ts";

/** A finding as unitlint's JSON gives it; the rest of its fields is of no use here. */
export interface JsonFinding {
  readonly rule: string;
  readonly message: string;
  readonly path: string;
  /** The first and last physical line of the logical line. */
  readonly logicalLine: number;
  readonly logicalEndLine: number;
}

/** What became of one complaint or one finding. */
export type Outcome =
  | { readonly kind: "agreed"; readonly class: ComplaintClass }
  | { readonly kind: "miss"; readonly class: ComplaintClass; readonly complaint: Complaint }
  | { readonly kind: "false alarm"; readonly class: ComplaintClass; readonly finding: JsonFinding }
  /** A finding below a value at which systemd gave up: it never saw that line. */
  | { readonly kind: "unseen" };

const rulesOf: Readonly<Record<ComplaintClass, readonly string[]>> = {
  "unknown-section": ["unknown-section"],
  "unknown-key": ["unknown-directive", "misplaced-directive", "unsupported-directive"],
  "outside-section": ["syntax-error"],
  "missing-equals": ["syntax-error"],
  "missing-key": ["syntax-error"],
  "not-utf8": ["syntax-error"],
  "bad-header": ["syntax-error"],
  "over-long": ["syntax-error"],
  removed: ["removed-directive"],
  deprecated: ["deprecated-directive"],
};

const comparedRules: ReadonlySet<string> = new Set(Object.values(rulesOf).flat());

/** Compares what both say about one file. */
export function matchFile(complaints: readonly Complaint[], findings: readonly JsonFinding[]): Outcome[] {
  const left = new Set(findings.filter(({ rule }) => comparedRules.has(rule)));
  const outcomes: Outcome[] = [];
  for (const complaint of complaints) {
    if (!isCompared(complaint.class)) continue;
    const finding = [...left].find(one => agrees(complaint, one));
    if (finding !== undefined) left.delete(finding);
    outcomes.push(
      finding !== undefined
        ? { kind: "agreed", class: complaint.class }
        : { kind: "miss", class: complaint.class, complaint },
    );
  }
  const end = lastLineRead(complaints);
  for (const finding of left) {
    const seen = finding.logicalEndLine <= end;
    outcomes.push(seen ? { kind: "false alarm", class: classOfFinding(finding), finding } : { kind: "unseen" });
  }
  return outcomes;
}

function isCompared(messageClass: MessageClass): messageClass is ComplaintClass {
  return complaintClasses.some(one => one === messageClass);
}

function agrees(complaint: Complaint, finding: JsonFinding): boolean {
  if (!isCompared(complaint.class) || !rulesOf[complaint.class].includes(finding.rule)) return false;
  if (complaint.line === 0) return classOfFinding(finding) === complaint.class;
  return finding.logicalLine <= complaint.line && complaint.line <= finding.logicalEndLine;
}

function lastLineRead(complaints: readonly Complaint[]): number {
  const last = Math.max(0, ...complaints.map(({ line }) => line));
  return complaints.some(complaint => complaint.line === last && stopsReading(complaint))
    ? last
    : Number.POSITIVE_INFINITY;
}

/** The class that a finding would have as a complaint; of syntax errors, the words tell. */
export function classOfFinding({ rule, message }: JsonFinding): ComplaintClass {
  if (rule === "unknown-section") return "unknown-section";
  if (rule === "removed-directive") return "removed";
  if (rule === "deprecated-directive") return "deprecated";
  if (rule !== "syntax-error") return "unknown-key";
  return syntaxWords.find(([, pattern]) => pattern.test(message))?.[0] ?? "bad-header";
}

const syntaxWords: readonly [ComplaintClass, RegExp][] = [
  ["outside-section", /before the first section/],
  ["missing-key", /no directive name/],
  ["not-utf8", /not valid UTF-8/],
  ["over-long", /longer than/],
  ["missing-equals", /has no =/],
];
