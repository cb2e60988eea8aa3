/** Draws values for directives: those of the oracle's mutator, and heaps of pieces. */
import type { Random } from "../../../server/scripts/oracle/random.ts";
import { ownSeeds } from "../../../server/scripts/oracle/seeds.ts";
import { drawValue, valuePool } from "../../../server/scripts/oracle/value-mutator.ts";
import { catalogAt, everKnown } from "../../../server/src/catalog/catalog.ts";
import type { Directive } from "../../../server/src/catalog/directive.ts";
import { valuePieces } from "../../support/pieces.ts";
import { trimValue } from "../../support/value-laws.ts";
import { heap } from "./texts.ts";

const pool = valuePool(ownSeeds, (section, name) => everKnown(section, name)?.kind);

/** Repetitions of repetitions come to megabytes; what only length does is tried apart. */
const LONGEST = 8192;

/** A value as it may stand behind a directive's `=`. */
export function drawValueOf(directive: Directive, random: Random): string {
  if (random.chance(0.2)) return trimValue(heap(valuePieces, random, 12));
  return trimValue(drawValue(directive, pool, random).value.slice(0, LONGEST));
}

/** The releases that differ most. */
export const versions: readonly number[] = [247, 252, 257, 262];

/** Every kind of value once, with a directive that has it. */
export const directiveOfKind: ReadonlyMap<string, Directive> = new Map(
  [...versions].flatMap(version => {
    const catalog = catalogAt(version);
    const sections = new Set(catalog.unitTypes.flatMap(catalog.sectionsOf));
    return [...sections].flatMap(catalog.directivesIn).map(directive => [directive.kind, directive] as const);
  }),
);

/** The names of all kinds. */
export const kinds: readonly string[] = [...directiveOfKind.keys()].sort();
