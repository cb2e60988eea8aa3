/** A drop-in that lowers the exposure of a service, with no more than the service bears. */
import type { SystemdVersion } from "../catalog/directive.ts";
import type { Unit } from "../model/unit.ts";
import type { Manager } from "../model/unit-file-name.ts";
import type { UnitSet } from "../model/unit-set.ts";
import { dropInText, type Suggested } from "./advice/drop-in-text.ts";
import type { AdviceLevel, Hardening } from "./advice/hardening.ts";
import { isBetter, isKnown, isOpen } from "./advice/improvement.ts";
import { hardenings } from "./advice/index.ts";
import { objectionTo } from "./advice/objection.ts";
import { dropInName } from "./advice/place.ts";
import { openTrial, type Trial } from "./advice/trial.ts";
import { type UnitView, viewOf } from "./advice/view.ts";
import { type Exposure, exposureOf, exposureText } from "./exposure.ts";
import type { Policy } from "./policy.ts";

export { joinedLine, type Suggested } from "./advice/drop-in-text.ts";
export type { AdviceLevel, Hardening } from "./advice/hardening.ts";
export { dropInPath } from "./advice/place.ts";

/** For which systemd, and how far to go. */
export interface SuggestOptions {
  readonly version: SystemdVersion;
  readonly manager: Manager;
  readonly level: AdviceLevel;
  readonly policy?: Policy | undefined;
  /** Asked of the unit with each row, in its set: rows that it does not bear are left out. */
  readonly bears?: ((unit: Unit, set: UnitSet) => boolean) | undefined;
}

/** What to write, and what it brings. */
export interface Suggestion {
  /** The drop-in; empty where there is nothing to suggest. */
  readonly text: string;
  /** The exposure of the unit as it is, in tenths. */
  readonly before: number;
  /** That of the unit merged with the drop-in. */
  readonly after: number;
  readonly rows: readonly Suggested[];
}

/**
 * Suggests a drop-in for a loaded service; for other units nothing. Each row is tried on the unit as systemd would load it: one that lowers
 * none of its assessments, that weakens one, or that systemd would refuse or complain of is left out.
 */
export function suggestDropIn(unit: Unit, set: UnitSet, options: SuggestOptions): Suggestion {
  const assess = (unit: Unit) => exposureOf(unit, options);
  const before = assess(unit);
  const nothing = { text: "", before: before.tenths, after: before.tenths, rows: [] };
  if (unit.type !== "service" || unit.load !== "loaded") return nothing;
  const tryOut = openTrial(unit, set, dropInName(unit));
  const rows = chooseRows(viewOf(unit, set, options.version, options.manager), set, options, before, rows => {
    const trial = tryOut(dropInText(rows));
    return { ...trial, exposure: assess(trial.unit) };
  });
  if (rows.length === 0) return nothing;
  const plain = assess(tryOut(dropInText(rows)).unit);
  const text = dropInText(rows, headingOf(unit, options.level, before, plain));
  return { text, before: before.tenths, after: assess(tryOut(text).unit).tenths, rows };
}

/** Whether there is a row to try out; none may be left once they are. */
export function maySuggest(unit: Unit, set: UnitSet, { version, manager, level }: SuggestOptions): boolean {
  const view = viewOf(unit, set, version, manager);
  const exposure = exposureOf(unit, { version, manager });
  return hardenings.some(hardening => isOpen(hardening, exposure) && fits(hardening, view, set, level));
}

/** Whether a row is for such a unit, and for the level. */
function fits(hardening: Hardening, view: UnitView, set: UnitSet, level: AdviceLevel): boolean {
  if (!isKnown(hardening, set) || hardening.suits?.(view) === false) return false;
  return level !== "safe" || (hardening.level !== "strict" && objectionTo(hardening, view) === undefined);
}

function headingOf({ id }: Unit, level: AdviceLevel, before: Exposure, after: Exposure): string[] {
  const change = `exposure ${exposureText(before.tenths)} -> ${exposureText(after.tenths)}`;
  const advice = level === "safe" ? "Try the service out with it." : "Take out what the service needs, and try it out.";
  return [`Hardening of ${id} (${level}), ${change}.`, advice];
}

interface Assessed extends Trial {
  readonly exposure: Exposure;
}

/** Row after row, each on top of those before it. */
function chooseRows(
  view: UnitView,
  set: UnitSet,
  { level, bears }: SuggestOptions,
  before: Exposure,
  assess: (rows: readonly Suggested[]) => Assessed,
): Suggested[] {
  let rows: Suggested[] = [];
  let exposure = before;
  for (const hardening of hardenings) {
    if (!isOpen(hardening, exposure) || !fits(hardening, view, set, level)) continue;
    const objection = objectionTo(hardening, view);
    const more = [...rows, objection === undefined ? { hardening } : { hardening, objection }];
    const trial = assess(more);
    if (!trial.isHealthy || !isBetter(hardening, exposure, trial.exposure)) continue;
    if (bears?.(trial.unit, trial.set) === false) continue;
    rows = more;
    exposure = trial.exposure;
  }
  return rows;
}
