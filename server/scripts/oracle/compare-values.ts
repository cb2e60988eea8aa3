/** The comparison of values: makes them, has both sides judge them, prints by kind how well they agree. */
import { everKnown } from "../../src/catalog/catalog.ts";
import type { SystemdVersion } from "../../src/catalog/directive.ts";
import type { Judges } from "./ask.ts";
import { Random } from "./random.ts";
import type { Seed } from "./seeds.ts";
import { type JudgedValue, judgeValues } from "./value-judge.ts";
import { valuePool } from "./value-mutator.ts";
import { disagreementText, isDisagreement, tallyValue, type ValueTally, valueTable } from "./value-report.ts";
import { stageValues } from "./value-staging.ts";
import { directivesToTry, valueUnits } from "./value-units.ts";

/** What to compare. */
export interface ValueComparison {
  readonly version: SystemdVersion;
  /** How many values. */
  readonly count: number;
  readonly seed: number;
  readonly seeds: readonly Seed[];
  /** Only these kinds; all where none is named. */
  readonly kinds: readonly string[];
  /** How many disagreements of each kind to print. */
  readonly shown: number;
  /** Where to write the units. */
  readonly folder: string;
}

/** Compares and prints; true where both agree on every value. */
export function compareValues(comparison: ValueComparison, judges: Judges): boolean {
  const tally: ValueTally = new Map();
  const different: JudgedValue[] = [];
  for (const one of judgeAll(comparison, judges)) {
    tallyValue(tally, one);
    if (isDisagreement(one)) different.push(one);
  }
  const all = tally.get("all");
  console.log(
    `not compared: ${all?.unseen} values below one that ends systemd's reading, and ${all?.incomparable} of which`,
  );
  console.log("systemd's verdict depends on the host, or comes without a line\n");
  console.log(valueTable(tally));
  if (different.length === 0) return true;
  console.log(`\n${different.length} disagreements; the files are kept in ${comparison.folder}`);
  console.log(disagreementText(different, comparison.shown));
  return false;
}

function* judgeAll({ version, count, seed, seeds, kinds, folder }: ValueComparison, judges: Judges) {
  const directives = directivesToTry(version, kinds);
  if (directives.length === 0) throw new Error(`systemd ${version} has no directive of the kind ${kinds.join(", ")}`);
  const pool = valuePool(seeds, (section, name) => everKnown(section, name)?.kind);
  const units = valueUnits(count, { version, directives, pool, random: new Random(seed) });
  for (const files of stageValues(units, folder)) yield* judgeValues(files, version, judges);
}
