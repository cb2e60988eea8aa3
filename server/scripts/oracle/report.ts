/** Counts outcomes and prints them. */
import { type ComplaintClass, complaintClasses } from "./complaints.ts";
import type { Disagreement, Verdict } from "./judge.ts";
import { formatTable } from "./table.ts";

interface Counts {
  agreed: number;
  misses: number;
  falseAlarms: number;
}

/** Running totals of a comparison. */
export interface Tally {
  files: number;
  /** Not compared: systemd's complaints about anything else, values above all … */
  other: number;
  /** … findings below a value at which systemd gave up on the file … */
  unseen: number;
  /** … and files that unitlint refuses to read, such as those that look binary. */
  refused: number;
  readonly byClass: ReadonlyMap<ComplaintClass, Counts>;
}

/** A tally of nothing. */
export function newTally(): Tally {
  return {
    files: 0,
    other: 0,
    unseen: 0,
    refused: 0,
    byClass: new Map(complaintClasses.map(one => [one, noCounts()])),
  };
}

function noCounts(): Counts {
  return { agreed: 0, misses: 0, falseAlarms: 0 };
}

/** Adds one outcome. */
export function tallyOutcome(tally: Tally, outcome: Verdict["outcome"]): void {
  if (!("class" in outcome)) {
    tally[outcome.kind]++;
    return;
  }
  const counts = tally.byClass.get(outcome.class);
  if (counts === undefined) return;
  if (outcome.kind === "agreed") counts.agreed++;
  else if (outcome.kind === "miss") counts.misses++;
  else counts.falseAlarms++;
}

/** Prints the table of a finished comparison. */
export function printTally({ files, other, unseen, refused, byClass }: Tally): void {
  const all = noCounts();
  for (const counts of byClass.values()) {
    all.agreed += counts.agreed;
    all.misses += counts.misses;
    all.falseAlarms += counts.falseAlarms;
  }
  const rows = [...byClass, ["all", all] as const].map(([name, counts]) => tableRow(name, counts));
  console.log(
    `${files} files; not compared: ${refused} files that unitlint refuses to read, ${unseen} findings below a value`,
  );
  console.log(`that ends systemd's reading, its ${other} complaints about other things\n`);
  console.log(formatTable([["class", "agreed", "misses", "false alarms", "precision", "recall"], ...rows]));
}

function tableRow(name: string, { agreed, misses, falseAlarms }: Counts): string[] {
  const counts = [agreed, misses, falseAlarms].map(String);
  return [name, ...counts, percent(agreed, agreed + falseAlarms), percent(agreed, agreed + misses)];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(2)} %`;
}

/** Prints the first disagreements, misses before false alarms, and where all files are kept. */
export function printDisagreements(disagreements: readonly Disagreement[], folder: string, shown: number): void {
  const misses = disagreements.filter(({ outcome }) => outcome.kind === "miss");
  const falseAlarms = disagreements.filter(({ outcome }) => outcome.kind === "false alarm");
  console.log(`\n${disagreements.length} disagreements; the files are kept in ${folder}`);
  for (const { outcome, path, origin } of [...misses, ...falseAlarms].slice(0, shown)) {
    const line = outcome.kind === "miss" ? outcome.complaint.line : outcome.finding.logicalEndLine;
    const { message } = outcome.kind === "miss" ? outcome.complaint : outcome.finding;
    console.log(
      `${outcome.kind} (${outcome.class}) ${path}:${line}: ${JSON.stringify(message.slice(0, 160))}\n  ${origin}`,
    );
  }
}
