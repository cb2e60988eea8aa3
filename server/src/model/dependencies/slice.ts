/** The slice that a unit lies in. systemd: unit_set_default_slice(), unit_add_slice_dependencies(), src/core/unit.c; slice_add_parent_slice() */
import type { SectionName } from "../../catalog/directive.ts";
import { lastOf, textOf } from "../reading.ts";
import type { Unit } from "../unit.ts";
import { escapeName } from "../unit-path-name.ts";
import type { Declaration } from "./declaration.ts";
import { special } from "./special.ts";

/** Puts a unit that no Slice= puts elsewhere into the default slice for its kind, and starts it after its slice. */
export function declareSlice(to: Declaration, section: SectionName, extrinsic = false): void {
  const { unit } = to;
  const at = lastOf(unit.settings, section, "Slice");
  const slice = textOf(unit.settings, section, "Slice") ?? defaultSlice(to, extrinsic);
  if (at === undefined) to.add("InSlice", slice, "implicit");
  to.addLoaded(["After", "Requires"], slice, "file", { at });
}

function defaultSlice({ unit, manager }: Declaration, extrinsic: boolean): string {
  if (unit.instance !== undefined) return `${manager === "user" ? "app" : "system"}-${escapeName(unit.prefix)}.slice`;
  if (extrinsic || unit.perpetual) return special.rootSlice;
  return manager === "user" ? special.appSlice : special.systemSlice;
}

/** Puts a slice into the one that its name tells. */
export function declareParentSlice(to: Declaration): void {
  const parent = parentSlice(to.unit);
  if (parent === undefined) return;
  to.add("InSlice", parent, "implicit");
  to.addLoaded(["After", "Requires"], parent, "implicit");
}

/** The parent of `a-b.slice` is `a.slice`, that of `a.slice` is `-.slice`; the root slice has none. systemd: slice_build_parent_slice() */
export function parentSlice({ id, prefix }: Pick<Unit, "id" | "prefix">): string | undefined {
  if (id === special.rootSlice) return undefined;
  const dash = prefix.lastIndexOf("-");
  return dash <= 0 ? special.rootSlice : `${prefix.slice(0, dash)}.slice`;
}
