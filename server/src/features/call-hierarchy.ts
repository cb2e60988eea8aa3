/** What a unit needs, and who needs it. */
import type { FileUri } from "../workspace/file-uri.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { type HierarchyUnit, hierarchyUnit, type Relation, relatedUnits } from "./navigation/relations.ts";

export type { HierarchyUnit, Relation } from "./navigation/relations.ts";

/** The unit to ask about: the one that is named under the cursor, else that of the file. */
export function prepareHierarchy(snapshot: Snapshot, uri: FileUri, offset: number): HierarchyUnit | undefined {
  return hierarchyUnit(snapshot, uri, offset);
}

/** The units that one pulls in, by whatever strength. */
export function needed(snapshot: Snapshot, unit: HierarchyUnit): readonly Relation[] {
  return relatedUnits(snapshot, unit, ["Requires", "Requisite", "BindsTo", "Wants", "Upholds"]);
}

/** The units that pull one in. */
export function neededBy(snapshot: Snapshot, unit: HierarchyUnit): readonly Relation[] {
  return relatedUnits(snapshot, unit, ["RequiredBy", "RequisiteOf", "BoundBy", "WantedBy", "UpheldBy"]);
}
