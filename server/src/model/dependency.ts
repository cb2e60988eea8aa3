/** Dependencies between units: their kinds, inverses and effects. systemd: src/basic/unit-def.h, src/core/unit-dependency-atom.c */

import type { UnitExtra } from "./drop-ins.ts";
import type { PlacedAssignment } from "./setting.ts";

/** The kinds of dependency that files and systemd itself add, named as in unit files. */
export type DependencyKind =
  | "Requires"
  | "Requisite"
  | "Wants"
  | "BindsTo"
  | "PartOf"
  | "Upholds"
  | "Conflicts"
  | "Before"
  | "After"
  | "OnFailure"
  | "OnSuccess"
  | "Triggers"
  | "TriggeredBy"
  | "PropagatesReloadTo"
  | "ReloadPropagatedFrom"
  | "PropagatesStopTo"
  | "StopPropagatedFrom"
  | "JoinsNamespaceOf"
  | "InSlice";

/** The kinds that only appear as the other side of those. */
export type InverseKind =
  | "RequiredBy"
  | "RequisiteOf"
  | "WantedBy"
  | "BoundBy"
  | "ConsistsOf"
  | "UpheldBy"
  | "ConflictedBy"
  | "OnFailureOf"
  | "OnSuccessOf"
  | "SliceOf";

/** Either side of a dependency. */
export type RelationKind = DependencyKind | InverseKind;

/** The same dependency as seen from the other unit. */
export const inverseOf: Readonly<Record<RelationKind, RelationKind>> = {
  Requires: "RequiredBy",
  Requisite: "RequisiteOf",
  Wants: "WantedBy",
  BindsTo: "BoundBy",
  PartOf: "ConsistsOf",
  Upholds: "UpheldBy",
  RequiredBy: "Requires",
  RequisiteOf: "Requisite",
  WantedBy: "Wants",
  BoundBy: "BindsTo",
  ConsistsOf: "PartOf",
  UpheldBy: "Upholds",
  Conflicts: "ConflictedBy",
  ConflictedBy: "Conflicts",
  Before: "After",
  After: "Before",
  OnFailure: "OnFailureOf",
  OnFailureOf: "OnFailure",
  OnSuccess: "OnSuccessOf",
  OnSuccessOf: "OnSuccess",
  Triggers: "TriggeredBy",
  TriggeredBy: "Triggers",
  PropagatesReloadTo: "ReloadPropagatedFrom",
  ReloadPropagatedFrom: "PropagatesReloadTo",
  PropagatesStopTo: "StopPropagatedFrom",
  StopPropagatedFrom: "PropagatesStopTo",
  JoinsNamespaceOf: "JoinsNamespaceOf",
  InSlice: "SliceOf",
  SliceOf: "InSlice",
};

/**
 * Where a dependency comes from: a line or a link (`file`), what systemd derives from lines and names (`implicit`), what
 * `DefaultDependencies=yes` adds (`default`), or the mount that a path lies on (`path`).
 */
export type Origin = "file" | "implicit" | "default" | "path";

/** A dependency as a unit declares it. */
export interface Dependency {
  readonly kind: DependencyKind;
  /** The other unit by name; of a template, the instance that is meant. */
  readonly on: string;
  readonly origin: Origin;
  /** The line that says it, or from which it follows. */
  readonly at?: PlacedAssignment;
  /** The link that says it. */
  readonly link?: UnitExtra;
}
