/** What makes systemd refuse, or complain of, a merged unit. systemd: *_verify(), unit_verify_contexts(), src/core */
import type { Unit } from "../unit.ts";
import type { UnitSet } from "../unit-set.ts";

/** Whether systemd refuses a unit for what its merged settings say. */
export function refuses(_unit: Unit, _set: UnitSet): boolean {
  return false;
}
