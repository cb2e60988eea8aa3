/** Fixes, the safe ones and all: they converge, lead to no finding and leave the rest alone. */
import { applyFixes, type FixOutcome } from "../../../server/src/lint/fixing/apply-fixes.ts";
import { applyEdits } from "../../../server/src/text/text-edit.ts";
import { decodeUtf8 } from "../../../server/src/text/utf8.ts";
import { assertFewer, assertSameElsewhere } from "../../support/fix-laws.ts";
import { drawUnits, unitOf } from "../draw/units.ts";
import { judgeInput } from "../judged.ts";
import { type Input, must, type Target } from "../target.ts";

export const fixes: Target = {
  name: "fixes",
  about: "fixes: they converge, lead to no finding, leave other settings alone",
  draw: drawUnits,
  fromBytes: ([path = 0, ...bytes]) => unitOf(path, decodeUtf8(Uint8Array.from(bytes))),
  work: input => fixesOf(input),
  check(input) {
    assertFixes(input, fixesOf(input));
  },
};

/** All fixes applied. */
export function fixesOf(input: Input): FixOutcome {
  return applyFixes(judgeInput(input), { unsafe: true, targetCount: () => 1 });
}

/** Holds what fixes did against their laws. */
export function assertFixes(input: Input, { files, fixed }: FixOutcome): void {
  if (files.length === 0) return;
  const after = { ...input, ...Object.fromEntries(files.map(({ after }) => [after.path, after.text])) };
  assertFewer(judgeInput(input).findings, judgeInput(after).findings, fixed.length);
  must(fixesOf(after).files.length === 0, "a second run changes nothing");
  for (const { before, edits, after } of files) {
    must(applyEdits(before.text, edits) === after.text, "the edits make the text");
    assertSameElsewhere(before, after);
  }
}
