/** Exposures beside those that real programs told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { recordedExposures } from "../../server/scripts/oracle/security-records.ts";
import { exposureOf, exposureText } from "../../server/src/exposure/exposure.ts";
import { exposureRows } from "../../server/src/exposure/table.ts";
import { unitSet } from "../support/unit-set.ts";

for (const version of [252, 257, 262]) {
  test(`every assessment is that of systemd-analyze ${version}`, () => {
    const records = recordedExposures(version);
    assert.ok(records.length >= 40);
    for (const { name, texts, overall, rows } of records) {
      const files = Object.fromEntries(Object.entries(texts).map(([path, text]) => [`etc/${path}`, text]));
      const instance = name.replace("@.", version >= 256 ? "@test_instance." : "@i.");
      const exposure = exposureOf(unitSet(files, version).unit(instance), { version, manager: "system" });
      const ours = exposure.assessments.map(
        ({ set, exposure: tenths }) => `${set} ${tenths === undefined ? null : exposureText(tenths)}`,
      );
      const differences = exposureRows().flatMap(({ field }, i) =>
        ours[i] === rows[i] ? [] : [`${field}: systemd ${rows[i]}, unitlint ${ours[i]}`],
      );
      assert.deepEqual(differences, [], JSON.stringify(texts, null, 2));
      assert.equal(`${exposureText(exposure.tenths)} ${exposure.level}`, overall);
    }
  });
}
