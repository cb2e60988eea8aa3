/** What is read of the dumps that systemd-analyze prints. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dumpsOf } from "../../server/scripts/oracle/dumps.ts";

test("each unit's lines stand below its name, old arrows and new", () => {
  const output = [
    "Some message",
    "\t-> Unit a.service:",
    "\t\tDescription: x",
    "\t\t\tpath: /bin/true",
    "\t→ Unit b@test_instance.service:",
    "\t\tDescription: y",
    "\t→ Job 1:",
    "\t\tAction: start",
  ].join("\n");
  assert.deepEqual(
    [...dumpsOf(output)],
    [
      ["a.service", ["Description: x", "path: /bin/true"]],
      ["b@.service", ["Description: y"]],
    ],
  );
});

test("what is kept in tables is put in order, and nothing else", () => {
  const linesOf = (lines: string) => dumpsOf(`\t-> Unit a.service:\n${lines}`).get("a.service");
  assert.deepEqual(linesOf("\t\tSystemCallFilter: ~b a"), linesOf("\t\tSystemCallFilter: ~a b"));
  assert.notDeepEqual(linesOf("\t\tSystemCallFilter: ~b a"), linesOf("\t\tSystemCallFilter: a b"));
  assert.notDeepEqual(linesOf("\t\tCommand Line: b a"), linesOf("\t\tCommand Line: a b"));
});
