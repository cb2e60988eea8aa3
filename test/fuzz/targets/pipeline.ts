/** The whole way of a unit: parsed, merged, judged, fixed, formatted, told. */
import { decodeUtf8 } from "../../../server/src/text/utf8.ts";
import { assertKept, formatted } from "../../support/format-laws.ts";
import { drawUnits, unitOf } from "../draw/units.ts";
import { judgeInput } from "../judged.ts";
import type { Target } from "../target.ts";
import { assertFixes, fixesOf } from "./fixes.ts";
import { assertFindings, assertSorted } from "./laws.ts";

export const pipeline: Target = {
  name: "pipeline",
  about: "the whole way of a unit with its drop-ins: parsed, merged, judged, fixed, formatted",
  draw: drawUnits,
  fromBytes: ([path = 0, ...bytes]) => unitOf(path, decodeUtf8(Uint8Array.from(bytes))),
  work(input) {
    for (const [path, text] of Object.entries(input)) formatted(path, text);
    return fixesOf(input);
  },
  check(input) {
    const { findings } = judgeInput(input);
    assertFindings(findings);
    assertSorted(findings);
    if (findings.some(({ fixes }) => fixes.length > 0)) assertFixes(input, fixesOf(input));
    for (const [path, text] of Object.entries(input)) assertKept(path, text);
  },
};
