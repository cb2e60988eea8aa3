/** What rules say of a unit that does not exist yet. */
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";
import { lintUnits } from "./lint-units.ts";
import { defaultSettings } from "./preset.ts";
import type { Rule } from "./rule.ts";
import { worldOf } from "./world.ts";

/** A question to a changed unit in its set: whether it draws no finding, by default settings, that it did not draw before. */
export function drawsNothingNew(
  unit: Unit,
  set: UnitSet,
  rules: readonly Rule[],
): (changed: Unit, changedSet: UnitSet) => boolean {
  const before = drawn(unit, set, rules);
  return (changed, changedSet) => [...drawn(changed, changedSet, rules)].every(finding => before.has(finding));
}

function drawn({ id }: Unit, set: UnitSet, rules: readonly Rule[]): ReadonlySet<string> {
  const world = worldOf({ set, names: [id], preset: "recommended", isLinted: () => true });
  const options = { settings: defaultSettings, target: String(set.catalog.version) };
  return new Set(lintUnits(world, rules, options).findings.map(({ rule, message }) => `${rule} ${message}`));
}
