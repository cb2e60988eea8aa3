/** Who runs the processes of a service, and whether they may become somebody else. */
import type { SystemdVersion } from "../catalog/directive.ts";
import { flagOf, isSet, lastOf, textOf } from "./reading.ts";
import type { PlacedAssignment, Settings } from "./setting.ts";
import type { Manager } from "./unit-file-name.ts";

/** The settings of a service, and what reads them. */
export interface ServiceAt {
  readonly settings: Settings;
  readonly manager: Manager;
  readonly version: SystemdVersion;
}

/** Whether processes certainly start as another user than root; of users that specifiers or placeholders name nobody knows. */
export function isUnprivileged({ settings, manager }: ServiceAt): boolean {
  if (manager === "user") return true;
  const at = lastOf(settings, "Service", "User");
  if (at === undefined) return flagOf(settings, "Service", "DynamicUser", false);
  if (at.entry.value.text.includes("%")) return false;
  const user = textOf(settings, "Service", "User");
  return user !== undefined && user !== "root" && user !== "0";
}

/**
 * The line that keeps processes which do not run as root from gaining privileges: NoNewPrivileges=, or one that implies it.
 * systemd: context_has_no_new_privileges(), src/core/exec-invoke.c; unit_patch_contexts(), src/core/unit.c
 */
export function noNewPrivileges(service: ServiceAt): PlacedAssignment | undefined {
  const { settings, manager, version } = service;
  const own = saysYes(settings, "NoNewPrivileges");
  if (own !== undefined) return own;
  const dynamic = manager === "system" && version >= dynamicSince ? saysYes(settings, "DynamicUser") : undefined;
  return dynamic ?? (impliesFilter(service) ? filterOf(settings) : undefined);
}

/** DynamicUser= implies it since then. */
const dynamicSince: SystemdVersion = 242;

/** Since then the system manager installs filters before it gives up its privileges. */
const filtersWithout: SystemdVersion = 255;

/** Whoever may not install filters of system calls needs the flag for them. */
function impliesFilter({ settings, manager, version }: ServiceAt): boolean {
  if (isSet(settings, "Service", "AmbientCapabilities") || isSet(settings, "Service", "SecureBits")) return false;
  return manager === "user" || version < filtersWithout;
}

/** systemd: context_has_seccomp(), src/core/exec-invoke.c */
function filterOf(settings: Settings): PlacedAssignment | undefined {
  for (const name of filterFlags) {
    const at = saysYes(settings, name);
    if (at !== undefined) return at;
  }
  return filterLists.map(name => lastOf(settings, "Service", name)).find(at => at?.parsed !== undefined);
}

const filterFlags = [
  "LockPersonality",
  "MemoryDenyWriteExecute",
  "PrivateDevices",
  "ProtectClock",
  "ProtectHostname",
  "ProtectKernelTunables",
  "ProtectKernelModules",
  "ProtectKernelLogs",
  "RestrictNamespaces",
  "RestrictRealtime",
  "RestrictSUIDSGID",
];

const filterLists = ["RestrictAddressFamilies", "SystemCallArchitectures", "SystemCallFilter", "SystemCallLog"];

function saysYes(settings: Settings, name: string): PlacedAssignment | undefined {
  const at = lastOf(settings, "Service", name);
  const value = at?.parsed?.value;
  return value === true || value === "yes" ? at : undefined;
}
