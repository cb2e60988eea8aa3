/** The generator keeps the history: trees agree with it, or are written into it; renames follow it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { withRelease } from "../../server/scripts/generate/chronicle.ts";
import type { GperfRow } from "../../server/scripts/generate/gperf.ts";
import type { History, PairHistory } from "../../server/scripts/generate/history.ts";
import { type Rename, replacements } from "../../server/scripts/generate/renames.ts";

const bool = "config_parse_bool";

function history(pairs: readonly PairHistory[]): History {
  return { about: [], source: "", oldest: 219, exact: [256, 257, 262], pairs };
}

function pair(name: string, first: number, more: Partial<PairHistory> = {}): PairHistory {
  return { section: "Service", name, first, parsers: { [first]: bool }, ...more };
}

function row(name: string, parser = bool): GperfRow {
  return { section: "Service", name, parser, ltype: "0", data: "0" };
}

function legacy(name: string): GperfRow {
  return { ...row(name, "config_parse_warn_compat"), ltype: "DISABLED_LEGACY" };
}

function checkExtension(before: PairHistory, version: number, rows: readonly GperfRow[], after: PairHistory): void {
  const { pairs, exact } = withRelease(history([before]), { version, rows });
  assert.deepEqual(pairs, [after]);
  assert.ok(exact.includes(version));
}

test("a tree of a release that was read before must agree with the history", () => {
  const pairs = [pair("Alive", 183), pair("Gone", 183, { last: 256 }), pair("Old", 183, { removed: 258 })];
  const rows = [row("Alive"), row("Old")];
  assert.deepEqual(withRelease(history(pairs), { version: 257, rows }).pairs, pairs);
  assert.throws(
    () => withRelease(history(pairs), { version: 257, rows: [row("Alive", "config_parse_int"), row("New")] }),
    {
      message: [
        "the tree of systemd 257 and history.json disagree:",
        "  Service.Alive: config_parse_int in the tree, config_parse_bool in the history",
        "  Service.New is not in the history",
        "  Service.Old is not in the tree",
      ].join("\n"),
    },
  );
  assert.throws(
    () => withRelease(history(pairs), { version: 262, rows: [row("Alive"), row("Old")] }),
    /Service\.Old is removed in one of them only/,
  );
});

test("a newer tree brings pairs, ends them, removes them and changes their parsers", () => {
  const before = history([pair("Away", 183), pair("Same", 183), pair("Tired", 183), pair("Wider", 183)]);
  const rows = [row("Same"), row("Wider", "config_parse_private_tmp"), legacy("Tired"), row("Brand")];
  const after = withRelease(before, { version: 263, rows });
  assert.deepEqual(after.exact, [256, 257, 262, 263]);
  assert.deepEqual(after.pairs, [
    pair("Away", 183, { last: 262 }),
    pair("Brand", 263),
    pair("Same", 183),
    pair("Tired", 183, { removed: 263 }),
    pair("Wider", 183, { parsers: { 183: bool, 263: "config_parse_private_tmp" } }),
  ]);
  assert.deepEqual(withRelease(after, { version: 263, rows }), after);
});

test("a tree between two releases moves what was only derived", () => {
  checkExtension(pair("Later", 261), 260, [row("Later")], pair("Later", 260, { parsers: { 261: bool } }));
  checkExtension(pair("Early", 258), 260, [], pair("Early", 261, { parsers: { 258: bool } }));
  const guess = { removed: 258, removedUncertain: true } as const;
  checkExtension(pair("Old", 183, guess), 258, [legacy("Old")], pair("Old", 183, { removed: 258 }));
  checkExtension(
    pair("Old", 183, guess),
    258,
    [row("Old")],
    pair("Old", 183, { removed: 259, removedUncertain: true }),
  );
  const parsers = { 183: bool, 262: "config_parse_new" };
  const moved = { 183: bool, 259: "config_parse_new" };
  checkExtension(
    pair("Turns", 183, { parsers }),
    259,
    [row("Turns", "config_parse_new")],
    pair("Turns", 183, { parsers: moved }),
  );
});

test("a new pair that is removed from the start stops the generator", () => {
  assert.throws(
    () => withRelease(history([]), { version: 263, rows: [legacy("Odd")] }),
    /Service\.Odd is removed in 263, but no release had it/,
  );
});

test("a rename reaches every section that it names, in the section's own words", () => {
  const names = [pair("Old", 183), pair("New", 231), { ...pair("Old", 205), section: "Slice" }];
  const pairs = [...names, { ...pair("New", 231), section: "Slice" }];
  const found = replacements({ about: [], renames: [rename("*", "New")] }, history(pairs));
  assert.deepEqual(Object.fromEntries(found), {
    "Service.Old": { to: { section: "Service", name: "New" }, since: 231, values: "same", notedSince: 252 },
    "Slice.Old": { to: { section: "Slice", name: "New" }, since: 231, values: "same", notedSince: 252 },
  });
});

test("a rename that the history contradicts stops the generator", () => {
  const pairs = [pair("Old", 183), pair("New", 232)];
  const stops = (renames: readonly Rename[], message: RegExp) =>
    assert.throws(() => replacements({ about: [], renames }, history(pairs)), message);
  stops([rename("Service", "New")], /Service\.Old gives way to Service\.New, which 231 does not know/);
  stops([rename("Service", "Newer")], /Service\.Newer, which 231 does not know/);
  stops([rename("Unit", "New")], /no release knows Unit\.Old/);
  stops([rename("*", null), rename("Service", null)], /Service\.Old is there twice/);
});

function rename(section: string, to: string | null): Rename {
  const systemd = { 219: "silent", 252: "notes" } as const;
  return { section, name: "Old", to, since: 231, values: "same", systemd, source: "" };
}
