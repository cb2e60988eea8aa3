/** The eleven unit types by their file suffix. */
import type { UnitType } from "./directive.ts";

const types: ReadonlySet<string> = new Set<UnitType>([
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
]);

/** Whether a word is the suffix of a unit type; case counts. */
export function isUnitType(word: string): word is UnitType {
  return types.has(word);
}
