/**
 * Units that people write by hand (`fixtures/by-hand`): exactly the findings that their comments list, and none that helps nobody.
 *
 * A case is a file, or a folder of files that belong together. Comments in it say `# From:` once (where the mistake was seen, and what went wrong), and for
 * each finding in the file `# Judged: RULE@LINE true`, or `doubtful` or `false` with a reason behind a colon; `# Judged: none` where nothing may be found.
 * `# Missed:` names a mistake that nothing tells, `# Target: 250` another systemd than 257, `# Manager: user` units of a user.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { casesByHand, findingsOf, placeOf } from "../../server/scripts/by-hand.ts";

const cases = casesByHand(fileURLToPath(new URL("../../fixtures/by-hand", import.meta.url)));

for (const one of cases) {
  test(`by hand: ${one.name}`, () => {
    assert.equal(one.from.length, 1, "it says once where it is from");
    assert.deepEqual(one.unjudged, [], "each file has a line # Judged:");
    assert.deepEqual(findingsOf(one).map(placeOf).sort(), one.judged.map(([place]) => place).sort());
  });
}

test("what is told as more than info is true", () => {
  const doubted = cases.flatMap(one => {
    const judgements = new Map(one.judged);
    return findingsOf(one)
      .filter(finding => finding.severity !== "info" && judgements.get(placeOf(finding)) !== "true")
      .map(finding => `${one.name}: ${placeOf(finding)}`);
  });
  assert.deepEqual(doubted, []);
});
