/** What starts before a unit, and what after it. */
import type { Snapshot } from "../workspace/snapshot.ts";
import { type HierarchyUnit, type Relation, relatedUnits } from "./navigation/relations.ts";

/** The units that one comes after. */
export function startedBefore(snapshot: Snapshot, unit: HierarchyUnit): readonly Relation[] {
  return relatedUnits(snapshot, unit, ["After"]);
}

/** The units that come after one. */
export function startedAfter(snapshot: Snapshot, unit: HierarchyUnit): readonly Relation[] {
  return relatedUnits(snapshot, unit, ["Before"]);
}
