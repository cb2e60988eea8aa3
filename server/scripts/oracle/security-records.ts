/** Exposures as a real systemd-analyze told them, kept in `fixtures/oracle/exposure/VERSION.jsonl`: a unit a line. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SystemdVersion } from "../../src/catalog/directive.ts";
import { exposureRows } from "../../src/exposure/table.ts";

/** A unit in a folder of its own; with its texts where they were made, not copied. */
export interface StagedUnit {
  readonly folder: string;
  readonly name: string;
  readonly texts?: Readonly<Record<string, string>>;
}

/** What was said of one unit. */
export interface ExposureRecord {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  /** Exposure and level: `9.6 UNSAFE`. */
  readonly overall: string;
  /** In the order of the table: `true null`, `false 0.2`, `null null`. */
  readonly rows: readonly string[];
}

/** Writes the records of a release anew; units that systemd does not load are left out. */
export function recordExposures(
  version: SystemdVersion,
  units: readonly StagedUnit[],
  answers: ReadonlyMap<string, string>,
): void {
  const records = units.flatMap(({ folder, name, texts }): ExposureRecord[] => {
    const overall = answers.get(`${folder} ${name} overall`);
    if (overall === undefined || texts === undefined) return [];
    return [
      {
        name,
        texts,
        overall,
        rows: exposureRows().map(({ field }) => answers.get(`${folder} ${name} ${field}`) ?? ""),
      },
    ];
  });
  writeFileSync(fileOf(version), records.map(record => `${JSON.stringify(record)}\n`).join(""));
}

/** The records of a release. */
export function recordedExposures(version: SystemdVersion): readonly ExposureRecord[] {
  const lines = readFileSync(fileOf(version), "utf8").trim().split("\n");
  return lines.map(line => JSON.parse(line) as ExposureRecord);
}

function fileOf(version: SystemdVersion): string {
  return fileURLToPath(new URL(`../../../fixtures/oracle/exposure/${version}.jsonl`, import.meta.url));
}
