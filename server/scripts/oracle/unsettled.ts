/** Edges on which the order decides in which systemd happens to load units. */
import type { RelationKind } from "../../src/model/dependency.ts";
import type { DumpedUnit } from "./manager-dump.ts";

/**
 * Whether an edge between two units is such a one: of a target to what it is part of, or to a target that pulls it in turn; to a mount
 * that is refused, for a path; to tmp.mount of a unit that gets a /tmp of its own where systemd met the mount before.
 */
export function isUnsettled(kind: RelationKind, unit: DumpedUnit, other: DumpedUnit | undefined): boolean {
  if (other === undefined) return false;
  if (other.id === "tmp.mount") return true;
  if (other.id.endsWith(".mount") && (other.load === "bad-setting" || other.load === "error") && byPath.includes(kind))
    return true;
  if (kind !== "After" || !unit.id.endsWith(".target")) return false;
  const has = (kinds: readonly string[]) => kinds.some(one => unit.relations.get(one)?.has(other.id) === true);
  return has(["PartOf"]) || (other.id.endsWith(".target") && has(pulls) && has(pulledBy));
}

const byPath = ["After", "Requires", "Wants"];
const pulls = ["Requires", "Requisite", "Wants", "BindsTo", "Upholds"];
const pulledBy = ["ConsistsOf", "RequiredBy", "RequisiteOf", "WantedBy", "BoundBy", "UpheldBy"];
