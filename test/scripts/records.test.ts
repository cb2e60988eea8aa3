/** Which verdicts of systemd are kept as fixtures. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type RecordedValue, recordLine, recordOf, variedRecords } from "../../server/scripts/oracle/records.ts";
import type { JudgedValue } from "../../server/scripts/oracle/value-judge.ts";
import { everKnown } from "../../server/src/catalog/catalog.ts";

const nice = everKnown("Service", "Nice");

function judged(
  value: string,
  messages: readonly string[] = [],
  outcome: JudgedValue["outcome"] = "neither",
): JudgedValue {
  assert.ok(nice);
  const path = "/u/a.service";
  const complaints = messages.map(message => ({ path, line: 3, class: "other" as const, message }));
  return { path, placed: { directive: nice, value, mutations: [], line: 3 }, outcome, complaints, findings: [] };
}

function record(value: string, ...messages: string[]): RecordedValue {
  const found = recordOf(judged(value, messages));
  assert.ok(found);
  return found;
}

const keptOf = (records: readonly RecordedValue[], count: number) =>
  variedRecords(records, count).map(({ value, complains }) => `${value} ${complains}`);

test("a record is a line without what systemd wrote", () => {
  assert.equal(
    recordLine(record(" 99\t", "Nice priority out of range, ignoring: 99").verdict),
    '{"section":"Service","name":"Nice","kind":"nice","value":"99","complains":true}\n',
  );
});

test("verdicts that are worth nothing elsewhere are not kept", () => {
  assert.equal(recordOf(judged("5", [], "unseen")), undefined);
  assert.equal(recordOf(judged("5", [], "incomparable")), undefined);
  assert.equal(recordOf(judged("x".repeat(200))), undefined);
});

test("half of what is kept are complaints", () => {
  const records = ["1", "2", "3", "4"].flatMap(value => [record(value), record(`x${value}`, "bad")]);
  assert.deepEqual(keptOf(records, 4), ["1 false", "2 false", "x1 true", "x2 true"]);
});

test("where one half is small, the other is larger", () => {
  assert.deepEqual(keptOf([record("1"), record("x", "bad"), record("y", "bad"), record("z", "bad")], 3), [
    "1 false",
    "x true",
    "y true",
  ]);
  assert.deepEqual(keptOf([record("1"), record("2"), record("3")], 2), ["1 false", "2 false"]);
});

test("each sort of complaint and of value has its turn, and each value comes once", () => {
  const records = [
    record("99", "out of range: 99"),
    record("98", "out of range: 98"),
    record("x", "no number: x"),
    record("1"),
    record("1"),
    record("2"),
    record("+1"),
  ];
  assert.deepEqual(keptOf(records, 4), ["+1 false", "1 false", "99 true", "x true"]);
});
