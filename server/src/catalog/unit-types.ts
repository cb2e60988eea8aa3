/** The eleven unit types by their file suffix. */
import type { UnitType } from "./directive.ts";

/** In the order in which the catalog lists them. */
export const unitTypes: readonly UnitType[] = [
  "service",
  "socket",
  "target",
  "device",
  "mount",
  "automount",
  "swap",
  "timer",
  "path",
  "slice",
  "scope",
];

const types: ReadonlySet<string> = new Set(unitTypes);

/** The types whose units may be templates and instances. systemd: unit_type_may_template(), src/basic/unit-file.h */
export const templatedTypes: ReadonlySet<UnitType> = new Set(["service", "socket", "target", "timer", "path"]);

/** Whether a word is the suffix of a unit type; case counts. */
export function isUnitType(word: string): word is UnitType {
  return types.has(word);
}
