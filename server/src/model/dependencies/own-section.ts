/** Dependencies that lines of a unit's own section say outright. systemd: config_parse_service_sockets(), config_parse_trigger_unit(), config_parse_unit_slice(), src/core/load-fragment.c */
import { lastOf, textOf, valuesOf } from "../reading.ts";
import { triggerOf } from "../trigger.ts";
import type { Declaration } from "./declaration.ts";
import { resolveTemplate } from "./explicit.ts";
import { groupSections } from "./oomd.ts";

/** Adds what Sockets=, Unit= and Slice= say: systemd does so while it reads, whatever it makes of the unit in the end. */
export function declareOwnSection(to: Declaration): void {
  const { unit } = to;
  for (const { value, at } of valuesOf(unit.settings, "Service", "Sockets"))
    to.add(["Wants", "After", "TriggeredBy"], resolveTemplate(value, unit), "file", { at });
  if (unit.type === "timer" || unit.type === "path") {
    const { name, at } = triggerOf(unit);
    if (at !== undefined) to.add(["Before", "Triggers"], name, "file", { at });
  }
  const section = unit.type === "slice" ? undefined : groupSections[unit.type];
  const slice = section && textOf(unit.settings, section, "Slice");
  if (section !== undefined && slice !== undefined)
    to.add("InSlice", slice, "file", { at: lastOf(unit.settings, section, "Slice") });
}
