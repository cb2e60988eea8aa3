/** Settings that systemd reads and then does nothing with, in silence. */
import type { SystemdVersion } from "../../catalog/directive.ts";
import { isUnitType } from "../../catalog/unit-types.ts";
import { hasGaps } from "../refusals/gaps.ts";
import { filesOf } from "../refusals/lost-lines.ts";
import type { Unit } from "../unit.ts";
import { execRows } from "./exec-rows.ts";
import { type Ineffective, judgeRow, type Row } from "./row.ts";
import { serviceRows } from "./service-rows.ts";
import { socketRows } from "./socket-rows.ts";
import { unitRows } from "./unit-rows.ts";

/** All of them in a unit; nothing of skeletons in which whole lines are open, nor of lines that stand in a drop-in for many units. */
export function ineffectiveSettings(unit: Unit, version: SystemdVersion): readonly Ineffective[] {
  if (unit.load !== "loaded") return [];
  const found = rowsOf(unit)
    .filter(({ until = Number.POSITIVE_INFINITY }) => version <= until)
    .flatMap(row => judgeRow(row, unit) ?? [])
    .filter(({ at }) => !isForMany(at.file.name.unit));
  return found.length > 0 && filesOf(unit).some(hasGaps) ? [] : found;
}

/** The few rows whose settings the unit has, so that the others are not asked. */
function rowsOf({ settings }: Unit): readonly Row[] {
  const rows = new Set(settings.all.flatMap(({ name }) => rowsByName.get(name) ?? []));
  return [...rows];
}

const rowsByName = byName([...unitRows, ...serviceRows, ...execRows, ...socketRows]);

function byName(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) for (const name of row.names) found.set(name, [...(found.get(name) ?? []), row]);
  return found;
}

function isForMany(unit: string): boolean {
  return isUnitType(unit) || /-\.[a-z]+$/.test(unit);
}
