/** Laws of fixes: they come to an end, lead to no finding, and leave alone what they are not about. Tried on all fixtures and on mutants. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { mutantAt } from "../../server/scripts/oracle/mutator.ts";
import { ownSeeds } from "../../server/scripts/oracle/seeds.ts";
import { readVocabulary } from "../../server/scripts/oracle/vocabulary.ts";
import { applyEdits } from "../../server/src/text/text-edit.ts";
import { decodeUtf8 } from "../../server/src/text/utf8.ts";
import { assertFewer, assertSameElsewhere, valuesIn } from "../support/fix-laws.ts";
import { fixtureTexts } from "../support/laws.ts";
import { judgedTexts, mended, type Texts } from "../support/mended.ts";

const MUTANTS = 250;

/** Lines with safe fixes, and one that they must not disturb. */
const salt = {
  Unit: ["BindTo=a.service b.service\n", "PropagateReloadTo=c.service\n", "OnFailureIsolate=yes\n"],
  Service: [
    "StandardOutput=syslog\nStandardError=syslog+console\n",
    "PIDFile=/var/run/a.pid\n",
    "ExecStart=!!/bin/a\n",
    "ReadWritePaths=/var/run/a \\\n  /var/run/b\n",
  ],
  Socket: ["ListenStream=/var/run/a.socket\n", "ListenFIFO=/var/run/b\n"],
};

/** Puts some of them below headers of their sections. */
function salted(text: string, index: number): string {
  return Object.entries(salt).reduce(
    (salted, [section, lines]) => salted.replace(`[${section}]\n`, `$&${lines[index % lines.length]}`),
    text,
  );
}

const fixtures = fixtureTexts().map(({ path, text }): Texts => ({ [`/units/${path}`]: text }));

/** Damaged units, each with a damaged drop-in of its own. */
const mutants = Array.from({ length: MUTANTS }, (_, index): Texts => {
  const input = { seed: 2026, seeds: ownSeeds, words: readVocabulary() };
  const [unit, other] = [mutantAt(2 * index, input), mutantAt(2 * index + 1, input)];
  const name = `app.${unit.type}`;
  return {
    [`/units/${name}`]: salted(decodeUtf8(unit.bytes), index),
    [`/units/${name}.d/x.conf`]: salted(decodeUtf8(other.bytes), index + 1),
  };
});

for (const unsafe of [false, true]) {
  const kind = unsafe ? "all fixes" : "safe fixes";
  test(`${kind} converge, lead to no finding and leave other settings alone`, t => {
    let fixed = 0;
    let refused = 0;
    for (const texts of [...fixtures, ...mutants]) {
      const { outcome, texts: after } = mended(texts, { unsafe });
      fixed += outcome.fixed.length;
      refused += outcome.refused.length;
      assertFewer(judgedTexts(texts).findings, judgedTexts(after).findings, outcome.fixed.length);
      assert.deepEqual(mended(after, { unsafe }).texts, after, "a second run changes nothing");
      for (const { before, edits, after } of outcome.files) {
        assert.equal(applyEdits(before.text, edits), after.text, "the edits make the text");
        if (unsafe) assertSameElsewhere(before, after);
        else assert.deepEqual(valuesIn(after), valuesIn(before), before.path);
      }
    }
    assert.ok(fixed > 20, "something was fixed");
    t.diagnostic(`${fixed} fixed, ${refused} refused`);
  });
}
