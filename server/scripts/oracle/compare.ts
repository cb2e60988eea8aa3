/**
 * Compares unitlint with a real systemd-analyze on the level of syntax and vocabulary:
 * `npm run oracle:compare -- --analyze "systemd-analyze verify --man=no" --systemd 252 --mutants 1000 --corpus /usr/lib/systemd`.
 * With `--values`, on the level of values instead; `--kind time-span` compares only values of that kind, `--mutants` says how many.
 * Exit status 1 where they disagree; the files are kept then.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Judges } from "./ask.ts";
import { splitCommand } from "./command.ts";
import { compareValues } from "./compare-values.ts";
import { unitlintFromSource } from "./from-source.ts";
import { compareBatch, type Disagreement } from "./judge.ts";
import { newTally, printDisagreements, printTally, type Tally, tallyOutcome } from "./report.ts";
import { ownSeeds, readSeeds } from "./seeds.ts";
import { corpusSamples, mutantSamples, type Sample, stage } from "./staging.ts";
import { readVocabulary } from "./vocabulary.ts";

const { values } = parseArgs({
  options: {
    analyze: { type: "string", default: "systemd-analyze verify --man=no" },
    systemd: { type: "string" },
    unitlint: { type: "string" },
    mutants: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    values: { type: "boolean", default: false },
    kind: { type: "string", multiple: true, default: [] },
    only: { type: "string", default: "" },
    seeds: { type: "string", multiple: true, default: [] },
    corpus: { type: "string", multiple: true, default: [] },
    show: { type: "string", default: "20" },
  },
});

if (values.systemd === undefined) throw new Error("Say which release --analyze runs: --systemd 262");
const folder = mkdtempSync(join(tmpdir(), "unitlint-oracle-"));
const unitlint = values.unitlint === undefined ? unitlintFromSource(folder) : splitCommand(values.unitlint);
const judges: Judges = {
  analyze: splitCommand(values.analyze),
  unitlint: [...unitlint, "--target", values.systemd],
};
const agree = values.values ? valuesAgree(Number(values.systemd)) : syntaxAgrees();
if (agree) rmSync(folder, { recursive: true });
else process.exitCode = 1;

function valuesAgree(version: number): boolean {
  const { seed, mutants, kind: kinds, show } = values;
  const seeds = values.seeds.flatMap(readSeeds);
  return compareValues(
    { version, count: Number(mutants), seed: Number(seed), seeds, kinds, shown: Number(show), folder },
    judges,
  );
}

function syntaxAgrees(): boolean {
  const tally = newTally();
  const disagreements: Disagreement[] = [];
  for (const batch of stage(samples(tally), folder)) {
    for (const { outcome, disagreement } of compareBatch(batch, judges)) {
      tallyOutcome(tally, outcome);
      if (disagreement !== undefined) disagreements.push(disagreement);
    }
  }
  printTally(tally);
  if (disagreements.length === 0) return true;
  printDisagreements(disagreements, folder, Number(values.show));
  return false;
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
