/** The exposure's page, as far as it needs no browser. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type ExposureRow, readAsked, readSubject } from "../../client/vscode/src/webviews/exposure/messages.ts";
import {
  type Column,
  firstView,
  readView,
  rowsOf,
  scoreText,
  sortedBy,
} from "../../client/vscode/src/webviews/exposure/table.ts";

const advice = (name: string, score: number) => ({
  name,
  lines: [name],
  forbids: "",
  breaks: "",
  objection: null,
  safe: true,
  score,
});
const row = (name: string, more: Partial<ExposureRow>): ExposureRow => ({
  field: name,
  name: `${name}=`,
  description: `About ${name}`,
  good: false,
  share: 0,
  advice: [],
  ...more,
});
const rows = [
  row("PrivateTmp", { share: 2, advice: [advice("PrivateTmp=yes", 88)] }),
  row("RootImage", { share: 1 }),
  row("User", { good: true }),
  row("Delegate", { good: null }),
  row("PrivateNetwork", { share: 5, advice: [advice("PrivateNetwork=yes", 86)] }),
];
const names = (view: object) => rowsOf(rows, { ...firstView, ...view }).map(({ field }) => field);

test("the greatest shares stand first", () => {
  assert.deepEqual(names({}), ["PrivateNetwork", "PrivateTmp", "RootImage", "Delegate", "User"]);
});

test("sorting by each column, both ways", () => {
  const sorted = (column: Column, descending: boolean) => names({ column, descending });
  assert.deepEqual(sorted("name", false), ["Delegate", "PrivateNetwork", "PrivateTmp", "RootImage", "User"]);
  assert.deepEqual(sorted("name", true), ["User", "RootImage", "PrivateTmp", "PrivateNetwork", "Delegate"]);
  assert.deepEqual(sorted("score", false).slice(0, 2), ["PrivateNetwork", "PrivateTmp"]);
  assert.deepEqual(sorted("state", false), ["PrivateNetwork", "PrivateTmp", "RootImage", "Delegate", "User"]);
  assert.deepEqual(sortedBy(firstView, "share"), { ...firstView, descending: false });
  assert.deepEqual(sortedBy(firstView, "name"), { ...firstView, column: "name", descending: false });
});

test("filters: what can be improved, and words anywhere in the row", () => {
  assert.deepEqual(names({ improvable: true }), ["PrivateNetwork", "PrivateTmp"]);
  assert.deepEqual(names({ search: "about ROOT" }), ["RootImage"]);
  assert.deepEqual(names({ search: "tmp=yes" }), ["PrivateTmp"]);
});

test("sorting loses no row, whatever the view", () => {
  const view = fc.record({
    column: fc.constantFrom<Column>("state", "name", "share", "score"),
    descending: fc.boolean(),
    improvable: fc.constant(false),
    search: fc.constant(""),
  });
  fc.assert(fc.property(view, view => assert.equal(new Set(rowsOf(rows, view)).size, rows.length)));
});

test("scores have one decimal", () => {
  assert.deepEqual([scoreText(90), scoreText(16), scoreText(0)], ["9.0", "1.6", "0.0"]);
});

test("what was kept is read, and nonsense is as at first", () => {
  assert.deepEqual(readView({ view: { column: "name", descending: false, improvable: true, search: "x" } }), {
    column: "name",
    descending: false,
    improvable: true,
    search: "x",
  });
  fc.assert(fc.property(fc.anything(), state => assert.ok(rowsOf(rows, readView(state)).length <= rows.length)));
  assert.deepEqual(readView(undefined), firstView);
});

test("messages of the page are read, and nonsense is dropped", () => {
  const apply = { type: "apply", names: ["ProtectHome=yes"], place: "drop-in" };
  assert.deepEqual(readAsked({ ...apply, more: 1 }), apply);
  assert.deepEqual(readAsked({ ...apply, names: "all-safe" }), { ...apply, names: "all-safe" });
  assert.deepEqual(readAsked({ type: "open" }), { type: "open" });
  for (const odd of [
    { ...apply, names: [] },
    { ...apply, names: [7] },
    { ...apply, names: "all" },
    { ...apply, place: "x" },
    7,
  ])
    assert.equal(readAsked(odd), undefined);
  fc.assert(fc.property(fc.anything(), message => void [readAsked(message), readSubject(message)]));
  assert.deepEqual(readSubject({ uri: "file:///a" }), { uri: "file:///a" });
  assert.equal(readSubject({ uri: 7 }), undefined);
});
