/**
 * Keeps what a real systemd-analyze says of some values of each kind in `fixtures/oracle`, for tests on machines without it:
 * `npm run oracle:record -- --analyze "systemd-analyze verify --man=no" --systemd 252`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Directive, SystemdVersion } from "../../src/catalog/directive.ts";
import { splitCommand } from "./command.ts";
import { Random } from "./random.ts";
import { type RecordedValue, recordLine, recordOf, variedRecords } from "./records.ts";
import { samples } from "./samples.ts";
import { complaintsOf, judgeFile } from "./value-judge.ts";
import { stageValues } from "./value-staging.ts";
import { directivesToTry, type ValueUnit, valueUnits } from "./value-units.ts";

/** How many values of each kind systemd is asked about, and how many of them are kept. */
const ASKED = 80;
const KEPT = 10;
const fixtures = fileURLToPath(new URL("../../../fixtures/oracle", import.meta.url));

const { values } = parseArgs({
  options: {
    analyze: { type: "string", default: "systemd-analyze verify --man=no" },
    systemd: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});
if (values.systemd === undefined) throw new Error("Say which release --analyze runs: --systemd 262");
record(Number(values.systemd), splitCommand(values.analyze));

function record(version: SystemdVersion, analyze: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), "unitlint-oracle-"));
  const records = recordsOf(version, analyze, folder);
  const text = variedRecords(records, KEPT).map(recordLine).join("");
  mkdirSync(fixtures, { recursive: true });
  writeFileSync(join(fixtures, `${version}.jsonl`), text);
  rmSync(folder, { recursive: true });
}

function recordsOf(version: SystemdVersion, analyze: readonly string[], folder: string): RecordedValue[] {
  const records: RecordedValue[] = [];
  for (const files of stageValues(unitsOf(version), folder)) {
    const complaints = complaintsOf(files, analyze);
    for (const file of files) {
      const theirs = complaints.get(file.path);
      if (theirs === undefined) continue;
      const judged = judgeFile(file, version, { complaints: theirs, findings: [] });
      records.push(...judged.flatMap(one => recordOf(one) ?? []));
    }
  }
  return records;
}

/** In each round a value of every kind. */
function* unitsOf(version: SystemdVersion): Generator<ValueUnit> {
  const random = new Random(Number(values.seed));
  const byKind = new Map<string, Directive[]>();
  for (const one of directivesToTry(version, [])) byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), one]);
  for (let round = 0; round < ASKED; round++) {
    const directives = [...byKind.values()].map(ones => random.pick(ones));
    yield* valueUnits(directives.length, { version, directives, pool: samples, random, plain: true });
  }
}
