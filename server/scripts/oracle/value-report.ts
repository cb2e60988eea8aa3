/** Counts agreement by kind of value, and prints it. */
import { formatTable } from "./table.ts";
import type { JudgedValue, ValueOutcome } from "./value-judge.ts";

/** How often each outcome came, by kind. */
export type ValueTally = Map<string, Record<ValueOutcome, number>>;

/** Adds one value. */
export function tallyValue(tally: ValueTally, { placed, outcome }: JudgedValue): void {
  for (const kind of [placed.directive.kind, "all"]) {
    const counts = tally.get(kind) ?? noCounts();
    counts[outcome]++;
    tally.set(kind, counts);
  }
}

function noCounts(): Record<ValueOutcome, number> {
  return { both: 0, neither: 0, miss: 0, "false-alarm": 0, stops: 0, "reads-on": 0, unseen: 0, incomparable: 0 };
}

const disagreeing: ReadonlySet<ValueOutcome> = new Set(["miss", "false-alarm", "stops", "reads-on"]);

/** Whether the two differ. */
export function isDisagreement({ outcome }: JudgedValue): boolean {
  return disagreeing.has(outcome);
}

function disagreements(counts: Record<ValueOutcome, number>): number {
  return [...disagreeing].reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** The table of a comparison, the worst kinds first. */
export function valueTable(tally: ValueTally): string {
  const all = tally.get("all") ?? noCounts();
  const kinds = [...tally].filter(([kind]) => kind !== "all");
  kinds.sort(([a, left], [b, right]) => disagreements(right) - disagreements(left) || (a < b ? -1 : 1));
  const header = ["kind", "compared", "agreed", "misses", "false alarms", "stops", "precision", "recall"];
  return formatTable([header, ...[...kinds, ["all", all] as const].map(([kind, counts]) => tableRow(kind, counts))]);
}

function tableRow(kind: string, counts: Record<ValueOutcome, number>): string[] {
  const agreed = counts.both + counts.neither;
  const { both, miss, stops } = counts;
  const alarms = counts["false-alarm"];
  const ends = stops + counts["reads-on"];
  return [
    kind,
    ...[agreed + miss + alarms + ends, agreed, miss, alarms, ends].map(String),
    percent(both, both + alarms),
    percent(both, both + miss),
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

/** The first disagreements of each kind, kinds with the most of them first. */
export function disagreementText(judged: readonly JudgedValue[], shown: number): string {
  const byKind = new Map<string, JudgedValue[]>();
  for (const one of judged.filter(isDisagreement)) {
    const { kind } = one.placed.directive;
    byKind.set(kind, [...(byKind.get(kind) ?? []), one]);
  }
  return [...byKind]
    .sort(([, left], [, right]) => right.length - left.length)
    .map(([kind, ones]) => `${kind}: ${ones.length}\n${ones.slice(0, shown).map(describe).join("")}`)
    .join("\n");
}

function describe({ path, placed, outcome, complaints, findings }: JudgedValue): string {
  const { directive, line, value, mutations } = placed;
  const assignment = shortened(`[${directive.section}] ${directive.name}=${value}`, 200);
  const story = mutations.length === 0 ? "" : `  (${mutations.join(", ")})`;
  const said = [
    ...complaints.map(({ message }) => `    systemd:  ${shortened(message, 160)}\n`),
    ...findings.map(({ rule, message }) => `    unitlint: ${rule}: ${shortened(message, 160)}\n`),
  ];
  return `  ${outcome} ${path}:${line}${story}\n    ${assignment}\n${said.join("")}`;
}

function shortened(text: string, length: number): string {
  const shown = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return shown.length > length ? `${shown.slice(0, length)} …` : shown;
}
