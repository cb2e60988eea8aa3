/** The words of the catalog: sorted, each once, and right by release. */
import assert from "node:assert/strict";
import { test } from "node:test";
import data from "../../server/data/enums.json" with { type: "json" };
import {
  isWordOf,
  sinceOf,
  systemCallGroup,
  systemCallGroups,
  systemCalls,
  wordsOf,
} from "../../server/src/catalog/enums.ts";

test("every list is sorted, and each word is there once", () => {
  const lists = Object.values(data).map(list =>
    (typeof list === "string" ? list.split(" ") : list).map(entry => (typeof entry === "string" ? entry : entry.name)),
  );
  for (const list of lists) assert.deepEqual(list, [...new Set(list)].sort());
});

test("words come with their release", () => {
  assert.equal(isWordOf("securityTechnologies", "cvm", 253), false);
  assert.equal(isWordOf("securityTechnologies", "cvm", 254), true);
  assert.equal(sinceOf("securityTechnologies", "cvm"), 254);
  assert.equal(sinceOf("systemCallGroups", "@sandbox"), 254);
  assert.equal(wordsOf("capabilities", 247).includes("CAP_BPF"), true);
});

test("groups hold what they hold in each release", () => {
  assert.equal(systemCallGroups(252).includes("@sandbox"), false);
  assert.equal(systemCallGroup("@mount", 257)?.includes("open_tree"), true);
  assert.equal(systemCallGroup("@mount", 262)?.includes("open_tree"), false);
  assert.equal(systemCallGroup("@nothing", 262), undefined);
});

test("every member of a group is a group, or has the form of a system call", () => {
  for (const name of systemCallGroups(262))
    for (const member of systemCallGroup(name, 262) ?? [])
      assert.ok(systemCallGroup(member, 262) !== undefined || /^[a-z_][a-z0-9_]*$/.test(member), `${name}: ${member}`);
  assert.ok(systemCalls().has("read"));
});
