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
  return value.replace(/[a-z]+/g, "a").replace(/[A-Z]+/g, "A").replace(/\d+/g, "0");
}

function sortOf(message: string, value: string): string {
  return message.replaceAll(value, "").replace(/"[^"]*"|'[^']*'|: [^ ]*$|\d+|[^ ]*=/g, "");
}

/** Some of each kind: half of them complained about, and each time another sort, as far as there is one; sorted. */
export function variedRecords(records: readonly RecordedValue[], count: number): VerdictOnValue[] {
  const byKind = Map.groupBy(records, ({ verdict }) => verdict.kind);
  return [...byKind.values()].flatMap(ones => pickVaried(ones, count)).sort(byPlace);
}
