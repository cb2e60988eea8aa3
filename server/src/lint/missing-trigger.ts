/** What rules about timers, paths and sockets say of a unit to start that is not there. */
import { type Place, sectionPlace, wordPlace } from "../model/place.ts";
import { type Trigger, triggerOf } from "../model/trigger.ts";
import type { Unit } from "../model/unit.ts";
import { isMissing, isWhole, meantUnitName } from "../model/unit-lookup.ts";
import type { UnitSet } from "../model/unit-set.ts";
import { respell } from "./respell.ts";
import type { ReportedProblem } from "./rule.ts";

/** Says that the unit which a timer, path or socket starts is not there, or masked; nothing where it is. */
export function missingTrigger(unit: Unit, set: UnitSet): { place: Place; problem: ReportedProblem } | undefined {
  if (unit.load !== "loaded") return undefined;
  const trigger = triggerOf(unit);
  const place = triggerPlace(unit, trigger);
  const { load } = set.unit(trigger.name);
  const isMasked = load === "masked";
  if (place === undefined || (!isMasked && load !== "not-found")) return undefined;
  const effect = `systemd refuses to start the ${unit.type}`;
  if (isMasked)
    return { place, problem: { message: `This ${unit.type} starts ${trigger.name}, which is masked`, effect } };
  const missing = `There is no ${trigger.name} for this ${unit.type} to start`;
  const meant = meantBy(unit, trigger, set);
  if (meant !== undefined && trigger.at !== undefined)
    return { place, problem: { message: `${missing}; did you mean ${meant}?`, effect, fixes: respell(place, meant) } };
  const names = `, and no ${unit.type === "socket" ? "Service" : "Unit"}= names another unit`;
  const hint = meant === undefined ? "" : `; is ${meant} meant?`;
  const message = `${missing}${trigger.at === undefined ? names : ""}${hint}`;
  return { place, problem: { message, effect, excused: meant === undefined && isUnsure(trigger, set) } };
}

/** The name that is written, else the section. */
function triggerPlace(unit: Unit, { at, name }: Trigger): Place | undefined {
  return at === undefined ? sectionPlace(unit, sections[unit.type] ?? "Unit") : wordPlace(at, name);
}

const sections: Readonly<Partial<Record<string, string>>> = { timer: "Timer", path: "Path", socket: "Socket" };

function meantBy(unit: Unit, { name }: Trigger, set: UnitSet): string | undefined {
  return isMissing(name, set)
    ? meantUnitName(name, set, known => known === name || unit.names.includes(known))
    : undefined;
}

/** What lies alone may have its service elsewhere, and so may a unit that is named. */
function isUnsure({ name, at }: Trigger, set: UnitSet): boolean {
  if (!isMissing(name, set)) return true;
  return !isWhole(set) && (at !== undefined || isAlone(set));
}

/** Whether a unit is the only one in its folder, so that nothing can be told from what is missing. */
export function isAlone({ folders: [own] }: UnitSet): boolean {
  return own === undefined || own.role === "stock" || own.units.size <= 1;
}
