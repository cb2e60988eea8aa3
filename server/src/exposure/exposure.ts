/** The exposure of a unit, as `systemd-analyze security --offline=true` computes it. systemd: assess(), src/analyze/analyze-security.c */
import type { Unit } from "../model/unit.ts";
import { assess, type Outcome } from "./assess.ts";
import { type Confinement, confinementOf, type Host } from "./confinement.ts";
import { describe } from "./descriptions.ts";
import type { Policy } from "./policy.ts";
import { type ExposureRow, exposureRows } from "./table.ts";

/** What systemd calls a range of exposures. */
export type Level = "DANGEROUS" | "UNSAFE" | "EXPOSED" | "MEDIUM" | "OK" | "SAFE" | "PERFECT";

/** One row of the table, judged. */
export interface Assessment {
  readonly row: ExposureRow;
  /** Whether all is well; null where the question makes no sense. */
  readonly set: boolean | null;
  readonly badness: number | undefined;
  /** The row's own, or the policy's. */
  readonly weight: number;
  readonly range: number;
  /** Its share in the exposure, in tenths; undefined where it has none. */
  readonly exposure: number | undefined;
  readonly description: string;
}

/** All that is assessed of a unit. */
export interface Exposure {
  /** In tenths: 0 … 100. */
  readonly tenths: number;
  readonly level: Level;
  /** In systemd's order. */
  readonly assessments: readonly Assessment[];
}

/** Where and by what measure a unit is assessed. */
export interface ExposureOptions extends Host {
  readonly policy?: Policy | undefined;
}

/** The exposure of a loaded unit. */
export function exposureOf(unit: Unit, { version, manager, policy }: ExposureOptions): Exposure {
  const confinement = confinementOf(unit, { version, manager });
  const judged = exposureRows().map(row => judge(row, confinement, policy));
  const counted = judged.filter(({ badness }) => badness !== undefined);
  const weights = sum(counted.map(({ weight }) => weight));
  const badness = sum(
    counted.map(item => Math.ceil((Math.min(item.badness ?? 0, item.range) * item.weight) / item.range)),
  );
  const tenths = weights === 0 ? 0 : Math.ceil((badness * 100) / weights);
  return {
    tenths,
    level: levelOf(tenths),
    assessments: judged.map(item => ({ ...item, exposure: shareOf(item, weights) })),
  };
}

/** `9.6` for 96 tenths. */
export function exposureText(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

function judge(row: ExposureRow, confinement: Confinement, policy: Policy | undefined): Omit<Assessment, "exposure"> {
  const item = policy?.get(row.field);
  const { weight = row.weight, range = row.range } = item ?? {};
  const outcome = outcomeOf(row, weight, confinement);
  const { badness } = outcome;
  const set = badness === undefined ? null : badness === 0;
  return { row, set, badness, weight, range, description: describe(row, outcome, item) };
}

function outcomeOf(row: ExposureRow, weight: number, confinement: Confinement): Outcome {
  if (row.late === true && !confinement.defaultDependencies)
    return { badness: undefined, remark: "Does not suit units that start early, with DefaultDependencies=no" };
  if (weight === 0) return { badness: undefined, remark: "Left out by the policy" };
  return assess(confinement, row);
}

function shareOf({ badness = 0, weight, range }: Omit<Assessment, "exposure">, weights: number): number | undefined {
  return badness === 0 ? undefined : Math.ceil(Math.ceil((badness * weight * 100) / range) / weights);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

const levels: readonly (readonly [least: number, level: Level])[] = [
  [100, "DANGEROUS"],
  [90, "UNSAFE"],
  [75, "EXPOSED"],
  [50, "MEDIUM"],
  [10, "OK"],
  [1, "SAFE"],
];

/** What systemd calls an exposure. */
export function levelOf(tenths: number): Level {
  return levels.find(([least]) => tenths >= least)?.[1] ?? "PERFECT";
}
