/**
 * Compares unitlint with a real systemd-analyze on the level of syntax and vocabulary:
 * `npm run oracle:compare -- --analyze "systemd-analyze verify --man=no" --systemd 252 --mutants 1000 --corpus /usr/lib/systemd`.
 * Exit status 1 where they disagree; the files are kept then.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { splitCommand } from "./command.ts";
import { compareBatch, type Disagreement, type Judges } from "./judge.ts";
import { newTally, printDisagreements, printTally, type Tally, tallyOutcome } from "./report.ts";
import { ownSeeds, readSeeds } from "./seeds.ts";
import { corpusSamples, mutantSamples, type Sample, stage } from "./staging.ts";
import { readVocabulary } from "./vocabulary.ts";

const { values } = parseArgs({
  options: {
    analyze: { type: "string", default: "systemd-analyze verify --man=no" },
    systemd: { type: "string" },
    unitlint: { type: "string", default: "node_modules/.bin/unitlint" },
    mutants: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    seeds: { type: "string", multiple: true, default: [] },
    corpus: { type: "string", multiple: true, default: [] },
    show: { type: "string", default: "20" },
  },
});

if (values.systemd === undefined) throw new Error("Say which release --analyze runs: --systemd 262");
process.exitCode = main({
  analyze: splitCommand(values.analyze),
  unitlint: [...splitCommand(values.unitlint), "--target", values.systemd],
});

function main(judges: Judges): number {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-oracle-"));
  const tally = newTally();
  const disagreements: Disagreement[] = [];
  for (const batch of stage(samples(tally), folder)) {
    for (const { outcome, disagreement } of compareBatch(batch, judges)) {
      tallyOutcome(tally, outcome);
      if (disagreement !== undefined) disagreements.push(disagreement);
    }
  }
  printTally(tally);
  if (disagreements.length === 0) {
    rmSync(folder, { recursive: true });
    return 0;
  }
  printDisagreements(disagreements, folder, Number(values.show));
  return 1;
}

function* samples(tally: Tally): Generator<Sample> {
  const seeds = [...ownSeeds, ...values.seeds.flatMap(readSeeds)];
  const input = { seed: Number(values.seed), seeds, words: readVocabulary(), only: values.only };
  yield* counted(mutantSamples(Number(values.mutants), input), tally);
  for (const folder of values.corpus) yield* counted(corpusSamples(folder), tally);
}

function* counted(samples: Iterable<Sample>, tally: Tally): Generator<Sample> {
  for (const sample of samples) {
    tally.files++;
    yield sample;
  }
}
