/** The state of a unit file: what `systemctl is-enabled` says of it without a manager. systemd: unit_file_lookup_state(), src/shared/install.c */
import { readUnitName } from "../../values/unit-name.ts";
import { discover, type InstallFault, type InstallSearch, type InstallUnit } from "./discover.ts";
import { enablementOf } from "./enablement.ts";

/** All states, in systemd's order. */
export const unitFileStates = [
  "enabled",
  "enabled-runtime",
  "linked",
  "linked-runtime",
  "alias",
  "masked",
  "masked-runtime",
  "static",
  "disabled",
  "indirect",
  "generated",
  "transient",
  "bad",
] as const;

/** What systemd calls it; `bad` in lists only, where there is no other. */
export type UnitFileState = (typeof unitFileStates)[number];

/** A state, or why there is none. */
export type StateOutcome = { readonly state: UnitFileState } | { readonly fault: InstallFault };

/** The state of the unit file that a valid name leads to. */
export function unitFileState(search: InstallSearch, name: string): StateOutcome {
  const unit = discover(search, name);
  return typeof unit === "string" ? { fault: unit } : { state: stateOf(search, unit, name) };
}

function stateOf(search: InstallSearch, unit: InstallUnit, asked: string): UnitFileState {
  const { file, masked, install } = unit;
  if (masked) return file.volatile ? "masked-runtime" : "masked";
  if (file.name !== asked && !readUnitName(unit.name)?.instance) return "alias";
  if (file.folder?.role.startsWith("generator") === true) return "generated";
  if (file.folder?.role === "transient") return "transient";
  const enablement = enablementOf(search, unit, true);
  if (enablement !== undefined) return enablement;
  if (enablementOf(search, unit, false) !== undefined) return "indirect";
  if ([install.Alias, install.WantedBy, install.RequiredBy, install.UpheldBy].some(names => names.length > 0))
    return "disabled";
  return install.Also.length > 0 ? "indirect" : "static";
}
