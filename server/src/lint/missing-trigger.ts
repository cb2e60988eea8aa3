/** What rules about timers, paths and sockets say of a unit to start that is not there. */
import { type Place, sectionPlace, wordPlace } from "../model/place.ts";
import { type Trigger, triggerOf } from "../model/trigger.ts";
import type { Unit } from "../model/unit.ts";
import { isMissing, isWhole, meantUnitName } from "../model/unit-lookup.ts";
import type { UnitSet } from "../model/unit-set.ts";
import type { ReportedProblem } from "./rule.ts";
import { respell } from "./respell.ts";

/** Says that the unit which a timer or path starts is not there, or masked; nothing where it is. */
export function missingTrigger(unit: Unit, set: UnitSet): { place: Place; problem: ReportedProblem } | undefined {
  const trigger = triggerOf(unit);
  const place = triggerPlace(unit, trigger);
  const { load } = set.unit(trigger.name);
  if (place === undefined || (load !== "not-found" && load !== "masked")) return undefined;
  return { place, problem: { message: messageOf(unit, trigger, load), ...verdictOf(unit, trigger, set, place) } };
}

/** The name that is written, else the section. */
function triggerPlace(unit: Unit, { at, name }: Trigger): Place | undefined {
  return at === undefined ? sectionPlace(unit, sections[unit.type] ?? "Unit") : wordPlace(at, name);
}

const sections: Readonly<Partial<Record<string, string>>> = { timer: "Timer", path: "Path", socket: "Socket" };

function messageOf({ type }: Unit, { name, at }: Trigger, load: "not-found" | "masked"): string {
  if (load === "masked") return `This ${type} starts ${name}, which is masked`;
  const unnamed = at === undefined ? `, and no ${type === "socket" ? "Service" : "Unit"}= names another unit` : "";
  return `There is no ${name} for this ${type} to start${unnamed}`;
}

function verdictOf(unit: Unit, trigger: Trigger, set: UnitSet, place: Place): Partial<ReportedProblem> {
  const meant = isMissing(trigger.name, set)
    ? meantUnitName(trigger.name, set, new Set([...unit.names, trigger.name]))
    : undefined;
  const effect = `systemd refuses to start the ${unit.type}`;
  if (meant === undefined || trigger.at === undefined) return { effect, excused: meant === undefined && isUnsure(trigger, set) };
  return { effect, fixes: respell(place, meant) };
}

/** What lies alone may have its service elsewhere, and so may a unit that is named. */
function isUnsure({ at }: Trigger, set: UnitSet): boolean {
  return !isWhole(set) && (at !== undefined || isAlone(set));
}

/** Whether a unit is the only one that is there, so that nothing can be told from what is missing. */
export function isAlone({ folders }: UnitSet): boolean {
  const own = folders.filter(({ role }) => role !== "stock");
  return own.reduce((count, { units }) => count + units.size, 0) <= 1;
}
