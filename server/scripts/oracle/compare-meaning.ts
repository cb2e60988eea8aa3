/**
 * Compares what a real systemd-analyze makes of units before and after `unitlint fmt` and `unitlint --fix`, by all that it knows of each:
 * `npm run oracle:meaning -- --analyze "systemd-analyze verify --man=no" --systemd 252 --mutants 1000 --corpus /usr/lib/systemd`.
 * Exit status 1 where something differs; the files are kept then.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { askSystemd } from "./ask.ts";
import { run, splitCommand } from "./command.ts";
import { dumpsOf } from "./dumps.ts";
import { unitlintFromSource } from "./from-source.ts";
import { ownSeeds, readSeeds } from "./seeds.ts";
import { type Batch, corpusSamples, mutantSamples, type Sample, stage } from "./staging.ts";
import { formatTable } from "./table.ts";
import { readVocabulary } from "./vocabulary.ts";

const { values } = parseArgs({
  options: {
    analyze: { type: "string", default: "systemd-analyze verify --man=no" },
    systemd: { type: "string" },
    mutants: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    seeds: { type: "string", multiple: true, default: [] },
    corpus: { type: "string", multiple: true, default: [] },
    show: { type: "string", default: "20" },
  },
});

if (values.systemd === undefined) throw new Error("Say which release --analyze runs: --systemd 262");

/** What is done to the files, and by which words. */
const treatments = [
  { name: "fmt", words: ["fmt"] },
  { name: "--fix", words: ["--fix", "--target", values.systemd] },
];

const folder = mkdtempSync(join(tmpdir(), "unitlint-oracle-"));
const unitlint = unitlintFromSource(folder);
const tallies = treatments.map(({ name }) => ({ name, files: 0, changed: 0, units: 0 }));
const differences: string[] = [];
for (const batch of stage(samples(), folder)) compareBatch(batch);
const heading = ["", "files", "changed", "units compared"];
console.log(formatTable([heading, ...tallies.map(tally => Object.values(tally).map(String))]));
for (const difference of differences.slice(0, Number(values.show))) console.log(`\n${difference}`);
console.log(`\n${differences.length} units differ${differences.length > 0 ? `; the files are in ${folder}` : ""}`);
if (tallies.every(({ units }) => units === 0))
  console.log("systemd-analyze printed no unit that changed: nothing was compared");
else if (differences.length === 0) rmSync(folder, { recursive: true });
process.exitCode = differences.length > 0 || tallies.every(({ units }) => units === 0) ? 1 : 0;

function* samples(): Generator<Sample> {
  const seeds = [...ownSeeds, ...values.seeds.flatMap(readSeeds)];
  yield* mutantSamples(Number(values.mutants), { seed: Number(values.seed), seeds, words: readVocabulary(), only: "" });
  for (const corpus of values.corpus) yield* corpusSamples(corpus);
}

/** Files that a treatment does not change are what they were before. */
function compareBatch(batch: Batch): void {
  const paths = [...batch.samples.keys()];
  const before = dumps(batch);
  for (const [i, { name, words }] of treatments.entries()) {
    const originals = new Map(paths.map(path => [path, readFileSync(path)]));
    run([...unitlint, ...words, "--no-config", dirname(batch.fragments[0] ?? folder)]);
    const changed = paths.filter(path => !readFileSync(path).equals(originals.get(path) ?? Buffer.of()));
    const after = dumps(batch);
    for (const path of changed) compareUnit(path, batch, name, before, after);
    for (const [path, bytes] of originals) {
      if (changed.includes(path)) writeFileSync(`${path}.${name}`, readFileSync(path));
      writeFileSync(path, bytes);
    }
    const tally = tallies[i];
    if (tally === undefined) continue;
    tally.files += paths.length;
    tally.changed += changed.length;
    tally.units += changed.filter(path => before.has(unitOf(path))).length;
  }
}

function compareUnit(
  path: string,
  batch: Batch,
  name: string,
  ...dumps: ReadonlyMap<string, readonly string[]>[]
): void {
  const [before, after] = dumps.map(all => all.get(unitOf(path)) ?? ["not loaded"]) as [
    readonly string[],
    readonly string[],
  ];
  const [was, is] = [before.filter(line => !after.includes(line)), after.filter(line => !before.includes(line))];
  if (was.length + is.length === 0 && before.length === after.length) return;
  const lines = [...was.map(line => `  - ${line}`), ...is.map(line => `  + ${line}`)];
  differences.push([`${path} after ${name} (${batch.samples.get(path)?.origin}):`, ...lines].join("\n"));
}

function dumps({ fragments, manager }: Batch): ReadonlyMap<string, readonly string[]> {
  return dumpsOf(askSystemd(fragments, manager, splitCommand(values.analyze), { SYSTEMD_LOG_LEVEL: "debug" }));
}

/** The unit that a file gives or belongs to; a template is loaded as an instance. */
function unitOf(path: string): string {
  const file = path.endsWith("/drop-in.conf") ? dirname(path).slice(0, -".d".length) : path;
  return basename(file);
}
