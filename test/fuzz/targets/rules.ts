/** All rules, over units with their drop-ins among the stock units. */
import { decodeUtf8 } from "../../../server/src/text/utf8.ts";
import { drawUnits, unitOf } from "../draw/units.ts";
import { judgeAfresh, judgeInput } from "../judged.ts";
import { type Input, must, type Target } from "../target.ts";
import { assertFindings, assertSorted, told } from "./laws.ts";

export const rules: Target = {
  name: "rules",
  about: "all rules over merged units: in place, in order, after an edit as from scratch",
  draw: drawUnits,
  fromBytes: ([path = 0, ...bytes]) => unitOf(path, decodeUtf8(Uint8Array.from(bytes))),
  work: input => judgeInput(input).findings,
  check(input: Input) {
    const { findings } = judgeInput(input);
    assertFindings(findings);
    assertSorted(findings);
    const afresh = judgeAfresh(input).findings.map(told);
    must(afresh.sort().join("\n") === findings.map(told).sort().join("\n"), "after an edit as from scratch");
  },
};
