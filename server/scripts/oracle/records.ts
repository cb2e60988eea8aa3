/** Verdicts of systemd on values that are kept as fixtures. */
import type { KindId, SectionName } from "../../src/catalog/directive.ts";
import type { JudgedValue } from "./value-judge.ts";

/** A line of a fixture. */
export interface VerdictOnValue {
  readonly section: SectionName;
  readonly name: string;
  readonly kind: KindId;
  readonly value: string;
  /** Whether systemd says anything about it. */
  readonly complains: boolean;
}

/** A verdict, with the sort of the complaint: only what is varied is worth keeping. */
export interface RecordedValue {
  readonly verdict: VerdictOnValue;
  readonly sort: string;
}

/** What to keep of a judged value; undefined where systemd's verdict is unknown or worth nothing elsewhere. */
export function recordOf({ placed, outcome, complaints }: JudgedValue): RecordedValue | undefined {
  if (outcome === "unseen" || outcome === "incomparable" || placed.value.length > LENGTH_MAX) return undefined;
  const { directive, mutations } = placed;
  const { section, name, kind } = directive;
  const value = placed.value.replace(/^[ \t]+|[ \t]+$/g, "");
  const message = complaints[0]?.message;
  const sort = message === undefined ? shapeOf(value) : sortOf(message, value);
  const verdict = { section, name, kind, value, complains: message !== undefined };
  return { verdict, sort: `${sort} ${mutations.length === 0}` };
}

const LENGTH_MAX = 100;

/** What looks alike is probably read alike. */
function shapeOf(value: string): string {
  return value
    .replace(/[a-z]+/g, "a")
    .replace(/[A-Z]+/g, "A")
    .replace(/\d+/g, "0");
}

function sortOf(message: string, value: string): string {
  return message.replaceAll(value, "").replace(/"[^"]*"|'[^']*'|: [^ ]*$|\d+|[^ ]*=/g, "");
}

/** Some of each kind: half of them complained about, and each time another sort, as far as there is one; sorted. */
export function variedRecords(records: readonly RecordedValue[], count: number): VerdictOnValue[] {
  const kinds = groups(records, ({ verdict }) => verdict.kind);
  return kinds.flatMap(ones => pickVaried(ones, count)).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

function pickVaried(records: readonly RecordedValue[], count: number): VerdictOnValue[] {
  const [complaints, silences] = [true, false].map(complains =>
    bySortInTurn(records.filter(({ verdict }) => verdict.complains === complains)),
  ) as [VerdictOnValue[], VerdictOnValue[]];
  const most = Math.max(count - silences.length, Math.ceil(count / 2));
  const kept = complaints.slice(0, most);
  return [...kept, ...silences.slice(0, count - kept.length)];
}

/** The first of each sort, then the second of each, and so on; every value once. */
function bySortInTurn(records: readonly RecordedValue[]): VerdictOnValue[] {
  const different = groups(records, ({ verdict }) => verdict.value).flatMap(ones => ones.slice(0, 1));
  const sorts = groups(different, ({ sort }) => sort);
  const turns = Math.max(0, ...sorts.map(ones => ones.length));
  return Array.from({ length: turns }, (_, turn) => sorts.flatMap(ones => ones[turn]?.verdict ?? [])).flat();
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const group = found.get(keyOf(item));
    if (group === undefined) found.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...found.values()];
}

function placeOf({ kind, section, name, value }: VerdictOnValue): string {
  return [kind, section, name, value].join("\0");
}

/** A verdict as a line of a fixture. */
export function recordLine(verdict: VerdictOnValue): string {
  return `${JSON.stringify(verdict)}\n`;
}
