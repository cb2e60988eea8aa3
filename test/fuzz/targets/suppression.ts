/** Comments that suppress findings: nothing is lost, nothing is told twice, and a comment never adds more than what is wrong with it. */

import type { Random } from "../../../server/scripts/oracle/random.ts";
import { suppressionWords } from "../../../server/src/lint/suppression/comment.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { decodeUtf8 } from "../../../server/src/text/utf8.ts";
import { drawLines } from "../draw/texts.ts";
import { unitOf } from "../draw/units.ts";
import { judgeInput } from "../judged.ts";
import { type Input, must, type Target, TIME_LIMIT } from "../target.ts";
import { assertFindings } from "./laws.ts";

export const suppression: Target = {
  name: "suppression",
  about: "comments that suppress: with them silenced, what is told is among what was told before",
  limit: TIME_LIMIT,
  draw: random => unitOf(0, withComments(drawLines(random, "service"), random)),
  fromBytes: bytes => unitOf(0, decodeUtf8(bytes)),
  work: input => judgeInput(input).findings,
  check(input: Input) {
    const told = judgeInput(input).findings;
    assertFindings(told);
    const silenced = mapTexts(input, text => text.replaceAll("unitlint", "unitlinT"));
    const all = new Set(judgeInput(silenced).findings.map(keyOf));
    for (const finding of told) {
      if (finding.rule.endsWith("-suppression")) continue;
      must(all.has(keyOf(finding)), () => `${finding.rule} is told only because of a comment`);
    }
  },
};

function keyOf({ rule, span, file }: ReturnType<typeof judgeInput>["findings"][number]): string {
  return `${rule} ${span.start} ${span.end} ${file.path}`;
}

function mapTexts(input: Input, change: (text: string) => string): Input {
  return Object.fromEntries(Object.entries(input).map(([path, text]) => [path, change(text)]));
}

function withComments(text: string, random: Random): string {
  return text
    .split("\n")
    .flatMap(line => (random.chance(0.4) ? [drawComment(random), line] : [line]))
    .join("\n");
}

function drawComment(random: Random): string {
  const names = Array.from({ length: random.below(4) }, () => random.pick(ids));
  const sign = random.pick(["# ", "#", ";", "  # ", "## "]);
  const list = names.join(random.pick([" ", ", ", ",", "  "]));
  return `${sign}${random.pick(words)}${random.pick([" ", "  ", "\t"])}${list}${random.pick(["", "", " -- known", " --", "--x", " \\"])}`;
}

const ids = [...rules.map(({ id }) => id), "unknown-directive", "invalid-value", "__proto__", "constructor", "no-rule"];
const words = [
  ...suppressionWords,
  ...suppressionWords,
  "unitlint-disable-nextline",
  "unitlint: disable",
  "Unitlint-disable",
];
