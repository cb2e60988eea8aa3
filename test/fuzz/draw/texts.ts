/** Draws the texts of small units: heaps of pieces, sensible lines with values of all kinds, and damaged versions of both. */

import { render, toDraft } from "../../../server/scripts/oracle/draft.ts";
import { mutate, mutations } from "../../../server/scripts/oracle/mutator.ts";
import type { Random } from "../../../server/scripts/oracle/random.ts";
import { ownSeeds } from "../../../server/scripts/oracle/seeds.ts";
import { readVocabulary } from "../../../server/scripts/oracle/vocabulary.ts";
import { catalogAt } from "../../../server/src/catalog/catalog.ts";
import type { UnitType } from "../../../server/src/catalog/directive.ts";
import { decodeUtf8 } from "../../../server/src/text/utf8.ts";
import { syntaxPieces, unitPieces } from "../../support/pieces.ts";
import { drawValueOf } from "./values.ts";

/** Any text, of whatever means something to units. */
export function drawText(random: Random, type: UnitType): string {
  const way = random.fraction();
  if (way < 0.05) return anyCharacters(random);
  if (way < 0.2) return heap(syntaxPieces, random, 40);
  if (way < 0.4) return heap(unitPieces, random, 30);
  if (way < 0.85) return drawLines(random, type);
  return drawDamaged(random, type);
}

/** Sections with a few lines that their type may have, most of them right. */
export function drawLines(random: Random, type: UnitType): string {
  const catalog = catalogAt(262);
  const lines: string[] = [];
  for (let left = 1 + random.below(3); left > 0; left--) {
    const section = random.pick(catalog.sectionsOf(type));
    lines.push(`[${section}]`);
    const directives = catalog.directivesIn(section);
    for (let count = random.below(4); count > 0; count--) lines.push(drawLine(random, directives));
  }
  return `${lines.join(random.chance(0.1) ? "\r\n" : "\n")}\n`;
}

function drawLine(random: Random, directives: ReturnType<ReturnType<typeof catalogAt>["directivesIn"]>): string {
  if (directives.length === 0 || random.chance(0.05)) return random.pick(oddLines);
  const directive = random.pick(directives);
  const line = `${directive.name}=${drawValueOf(directive, random)}`;
  return random.chance(0.1) ? line.replace(" ", random.pick(continuations)) : line;
}

const continuations = [" \\\n", "\\\n  ", " \\\n# note\n  ", " \\\r\n"];

/** What stands between lines, or should not. */
const oddLines = [
  ...["", "# note", "; note", "stray", "=value", "Foo=bar", "X-Foo=bar", "ExecStat=/bin/a", "  [Unit]", "[X-Mine]"],
  ...["BindTo=a.service", "StandardOutput=syslog", "PIDFile=/var/run/a.pid", "OnFailureIsolate=yes", "Key"],
  ...["# unitlint-disable-next-line unknown-directive -- known", "# unitlint-disable", "# unitlint-enable", "@FOO@"],
];

/** A unit of the oracle's seeds with some of its mutations. */
function drawDamaged(random: Random, type: UnitType): string {
  const seeds = ownSeeds.filter(seed => seed.type === type);
  if (seeds.length === 0) return drawLines(random, type);
  const draft = toDraft(type, random.pick(seeds).text);
  for (let left = 1 + random.below(5); left > 0; left--) mutate(draft, random.pick(quickMutations), random, words);
  return decodeUtf8(Buffer.from(render(draft), "latin1")).slice(0, LONGEST);
}

const words = readVocabulary();

/** Some mutations make keys of a megabyte; what only length does is tried apart. */
const LONGEST = 8192;

/** Lines of 1 MiB take their time, and the parser's own tests. */
const quickMutations = mutations.filter(({ kind }) => !kind.startsWith("over-long:"));

function anyCharacters(random: Random): string {
  return String.fromCharCode(...Array.from({ length: random.below(40) }, () => random.below(0x10000)));
}

/** Some pieces in a row. */
export function heap(pieces: readonly string[], random: Random, most: number): string {
  let text = "";
  for (let left = random.below(most); left > 0; left--) text += random.pick(pieces);
  return text;
}
