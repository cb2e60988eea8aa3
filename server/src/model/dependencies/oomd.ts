/** Units for which systemd-oomd acts need it to run. systemd: unit_add_oomd_dependencies(), src/core/unit.c */
import type { SectionName, UnitType } from "../../catalog/directive.ts";
import { flagOf, isSet, lastOf } from "../reading.ts";
import type { Declaration } from "./declaration.ts";
import { special } from "./special.ts";

/** The section of each type of unit that has a control group. */
export const groupSections: Readonly<Partial<Record<UnitType, SectionName>>> = {
  service: "Service",
  socket: "Socket",
  mount: "Mount",
  swap: "Swap",
  slice: "Slice",
  scope: "Scope",
};

/** Adds systemd-oomd.service where the settings ask for it; systemd does so on hosts that count memory by control group. */
export function declareOomd(to: Declaration): void {
  const { settings, type } = to.unit;
  const section = groupSections[type];
  if (section === undefined || !flagOf(settings, "Unit", "DefaultDependencies", true)) return;
  const kills = ["ManagedOOMSwap", "ManagedOOMMemoryPressure"].find(
    name => lastOf(settings, section, name)?.parsed?.value === "kill",
  );
  const name = kills ?? (isSet(settings, section, "OOMRules") ? "OOMRules" : undefined);
  if (name !== undefined)
    to.addLoaded(["After", "Wants"], special.oomd, "file", { at: lastOf(settings, section, name) });
}
