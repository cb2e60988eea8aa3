/** One rule at one place: an error of the unit takes the place of what is said of the line. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../server/src/lint/finding.ts";
import { withoutLesser } from "../../server/src/lint/lesser.ts";
import { findingAt } from "../support/findings.ts";

const found = findingAt("app.service", "[Service]\n«ExecStat»=/bin/a\n");
const fixes = [{ title: "Mend it", safety: "unsafe", edits: [] }] as const;
const line: Finding = { ...found, severity: "warning", scope: "line", targets: ["252", "262"], fixes };
const unit: Finding = { ...found, severity: "error", scope: "unit", targets: ["262"], fixes: [] };

test("the error stays, for all targets and with the fixes", () => {
  assert.deepEqual(withoutLesser([line, unit]), [{ ...unit, targets: ["252", "262"], fixes }]);
  assert.deepEqual(withoutLesser([unit, line]), [{ ...unit, targets: ["252", "262"], fixes }]);
});

test("other rules, other places and lesser weights are left alone", () => {
  for (const other of [
    { ...unit, rule: "invalid-value" },
    { ...unit, span: { start: 0, end: 9 } },
    { ...unit, severity: "warning" as const },
    { ...unit, scope: "line" as const },
  ]) {
    const findings = [line, other];
    assert.equal(withoutLesser(findings), findings);
  }
});
