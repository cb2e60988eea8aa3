/** Asks both sides about one batch. */
import { basename } from "node:path";
import { askSystemd, askUnitlint, groupByPath, type Judges } from "./ask.ts";
import { type Complaint, overlongUnits, readComplaints } from "./complaints.ts";
import { type JsonFinding, matchFile, type Outcome } from "./matching.ts";
import type { Batch, Sample } from "./staging.ts";

/** A place where the two differ, with the file it is about. */
export interface Disagreement {
  readonly outcome: Extract<Outcome, { kind: "miss" | "false alarm" }>;
  readonly path: string;
  readonly origin: string;
}

/** One outcome, with its story where it is a disagreement. */
export interface Verdict {
  readonly outcome: Outcome | { readonly kind: "other" } | { readonly kind: "refused" };
  readonly disagreement?: Disagreement;
}

/** Runs both judges over a batch and matches what they say, file by file. */
export function compareBatch(batch: Batch, judges: Judges): Verdict[] {
  const complaints = groupByPath(complaintsOf(batch, judges.analyze));
  const report = askUnitlint([...batch.samples.keys()], judges.unitlint);
  const findings = groupByPath(report.findings);
  const refused = new Set(report.errors.map(({ path }) => path));
  return [...batch.samples].flatMap(([path, sample]): Verdict[] =>
    refused.has(path)
      ? [{ outcome: { kind: "refused" } }]
      : verdictsOf(path, sample, complaints.get(path) ?? [], findings.get(path) ?? []),
  );
}

function verdictsOf(
  path: string,
  { origin }: Sample,
  complaints: readonly Complaint[],
  findings: readonly JsonFinding[],
): Verdict[] {
  const passed = complaints.flatMap(({ class: kind }): Verdict[] => (kind === "other" ? [{ outcome: { kind } }] : []));
  const outcomes = matchFile(complaints, findings).map((outcome): Verdict => {
    const differs = outcome.kind === "miss" || outcome.kind === "false alarm";
    return differs ? { outcome, disagreement: { outcome, path, origin } } : { outcome };
  });
  return [...passed, ...outcomes];
}

function complaintsOf({ fragments, manager, samples }: Batch, analyze: readonly string[]): Complaint[] {
  const output = askSystemd(fragments, manager, analyze);
  return [...readComplaints(output, path => samples.has(path)), ...overlongComplaints(output, samples)];
}

function overlongComplaints(output: string, samples: Batch["samples"]): Complaint[] {
  const units = overlongUnits(output);
  return [...samples.keys()]
    .filter(path => units.has(basename(path)) || units.has(asInstance(basename(path))))
    .map(path => ({ path, line: 0, class: "over-long", message: "No buffer space available" }));
}

/** A template is loaded as an instance of this name. */
function asInstance(name: string): string {
  return name.replace("@.", "@test_instance.");
}
