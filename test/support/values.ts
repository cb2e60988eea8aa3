/** Tables for value grammars: what is written, and what is made of it. */
import assert from "node:assert/strict";
import { newestVersion } from "../../server/src/catalog/catalog.ts";
import { valueKind } from "../../server/src/values/index.ts";
import type { Consequence, ValueContext, ValueKind } from "../../server/src/values/kind.ts";

/** A value and what is expected of it. */
export type Row = readonly [written: string, expected: string];

const shortNames: Readonly<Record<Consequence, string>> = {
  "drops-line": "",
  "drops-piece": "piece: ",
  notes: "notes: ",
  silent: "silent: ",
  fatal: "fatal: ",
};

/**
 * Checks a grammar: a good value is followed by what it is read as; in a bad one `«»` marks each place to which a problem points, in order, and
 * their messages follow, joined by ` | ` and led by `piece: `, `notes: `, `silent: ` or `fatal: ` where systemd does not drop the whole line.
 */
export function checkValues(id: string, rows: readonly Row[], at: Partial<ValueContext> = {}): void {
  const kind: ValueKind | undefined = valueKind(id);
  assert.ok(kind !== undefined, `there is a grammar ${id}`);
  for (const [written, expected] of rows) {
    const text = written.replace(/[«»]/g, "");
    const { value, problems, parts } = kind.parse(text, { ...somewhere, ...at });
    for (const { span } of [...parts, ...problems]) {
      assert.ok(
        span.start >= 0 && span.start <= span.end && span.end <= text.length,
        `${written}: spans lie in the value`,
      );
    }
    const marked = mark(
      text,
      problems.map(({ span }) => span),
    );
    const told = problems.map(({ consequence, message }) => `${shortNames[consequence]}${message}`).join(" | ");
    assert.deepEqual([marked, problems.length > 0 ? told : print(value)], [written, expected]);
  }
}

const somewhere: ValueContext = {
  version: newestVersion,
  manager: "system",
  section: "Service",
  name: "Key",
  type: "service",
  unit: "app.service",
};

/** Problems in order of their places; those that share a place are told in the order in which the grammar gives them. */
function mark(text: string, spans: readonly { start: number; end: number }[]): string {
  const edges = [...new Set(spans.map(({ start, end }) => `${start}-${end}`))].map(edge => edge.split("-").map(Number));
  return edges
    .sort(([a = 0], [b = 0]) => b - a)
    .reduce(
      (marked, [start = 0, end = 0]) => `${marked.slice(0, start)}«${marked.slice(start, end)}»${marked.slice(end)}`,
      text,
    );
}

function print(value: unknown): string {
  return typeof value === "string"
    ? value
    : (JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? String(inner) : inner)) ?? "");
}
