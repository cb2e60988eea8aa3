/** Asks both sides about one batch. */
import { basename, dirname, resolve } from "node:path";
import { run } from "./command.ts";
import { type Complaint, overlongUnits, readComplaints } from "./complaints.ts";
import { type JsonFinding, matchFile, type Outcome } from "./matching.ts";
import type { Batch, Sample } from "./staging.ts";

/** The two command lines; files are appended. */
export interface Judges {
  readonly analyze: readonly string[];
  readonly unitlint: readonly string[];
}

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
  const complaints = groupByPath(askSystemd(batch, judges.analyze));
  const report = askUnitlint(batch, judges.unitlint);
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

function askSystemd({ fragments, manager, samples }: Batch, analyze: readonly string[]): Complaint[] {
  const userWords = manager === "user" ? ["--user"] : [];
  const environment = {
    XDG_RUNTIME_DIR: process.env.XDG_RUNTIME_DIR ?? dirname(fragments[0] ?? ""),
    SYSTEMD_LOG_COLOR: "0",
    LC_ALL: "C.UTF-8",
  };
  const { stdout, stderr } = run([...analyze, ...userWords, ...fragments], environment);
  const output = `${stdout}\n${stderr}`;
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

interface JsonReport {
  readonly findings: readonly JsonFinding[];
  /** Files that it would not read. */
  readonly errors: readonly { readonly path: string }[];
}

function askUnitlint({ samples }: Batch, unitlint: readonly string[]): JsonReport {
  const { stdout, stderr } = run([...unitlint, "--preset", "verify", "--format", "json", ...samples.keys()]);
  if (!stdout.startsWith("{")) throw new Error(`unitlint printed no JSON: ${stdout.slice(0, 200)}${stderr}`);
  const { findings, errors } = JSON.parse(stdout) as JsonReport;
  return { findings: findings.map(withFullPath), errors: errors.map(withFullPath) };
}

function withFullPath<T extends { readonly path: string }>(item: T): T {
  return { ...item, path: resolve(item.path) };
}

function groupByPath<T extends { readonly path: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.path);
    if (group === undefined) groups.set(item.path, [item]);
    else group.push(item);
  }
  return groups;
}
