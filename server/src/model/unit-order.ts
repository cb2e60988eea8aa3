/** The order among some units and those that they come after, without the graph of everything that these refer to. */
import { declarationOf } from "./graph.ts";
import type { Unit } from "./unit.ts";
import type { UnitSet } from "./unit-set.ts";

/** Says of two units whether one comes after the other, at once or by way of more units. */
export type UnitOrder = (one: Unit, other: Unit) => boolean;

/** What comes before a unit is what it says, what a target gathers, and what these units and those on the way say of it. */
export function orderAmong(set: UnitSet, units: Iterable<Unit>): UnitOrder {
  const earlier = new Map<Unit, Set<Unit>>();
  const taken = new Set<Unit>();
  const told = new Set<Unit>();
  const earlierThan = (unit: Unit): Set<Unit> => {
    const known = earlier.get(unit) ?? new Set();
    earlier.set(unit, known);
    return known;
  };
  /** What a unit says of others has to be known of all; what it says of itself only where a way leads over it. */
  const tell = (unit: Unit): void => {
    if (told.has(unit)) return;
    told.add(unit);
    for (const { kind, on } of declarationOf(unit, set).dependencies)
      if (kind === "Before") earlierThan(set.unit(on)).add(unit);
  };
  const take = (unit: Unit): void => {
    if (taken.has(unit)) return;
    taken.add(unit);
    tell(unit);
    for (const { kind, on } of declarationOf(unit, set).dependencies)
      if (kind === "After" || (unit.type === "target" && gathering.has(kind))) earlierThan(unit).add(set.unit(on));
  };
  for (const unit of units) tell(unit);
  const comesAfter = (unit: Unit, other: Unit): boolean => {
    const met = new Set([unit]);
    for (const at of met) {
      take(at);
      for (const before of earlierThan(at)) {
        if (before === other) return true;
        met.add(before);
      }
    }
    return false;
  };
  return (one, other) => {
    take(one);
    take(other);
    return comesAfter(one, other) || comesAfter(other, one);
  };
}

const gathering: ReadonlySet<string> = new Set(["Requires", "Requisite", "Wants", "BindsTo", "Upholds"]);
