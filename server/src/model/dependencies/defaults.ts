/** What DefaultDependencies=yes adds, for each type of unit. systemd: *_add_default_dependencies(), src/core/{service,socket,…}.c */

import { fstabOptions, isNetworkMount, type MountParameters } from "../mount-parameters.ts";
import { isSet, textOf } from "../reading.ts";
import type { Declaration } from "./declaration.ts";
import { special } from "./special.ts";

/** Starts after the basic system, and stops before it goes down. */
export function declareServiceDefaults(to: Declaration): void {
  if (to.manager === "user") to.add("Requires", special.basic, "default");
  else declareSysinit(to);
  to.add("After", special.basic, "default");
  declareShutdown(to);
}

/** Sockets, paths and timers come before the target that gathers them. */
export function declareEarlyDefaults(to: Declaration, target: string): void {
  to.add("Before", target, "default");
  if (to.manager === "system") declareSysinit(to);
  declareShutdown(to);
}

/** Calendars need a clock that is right. */
export function declareTimerDefaults(to: Declaration): void {
  declareEarlyDefaults(to, special.timers);
  if (to.manager === "user" || !isSet(to.unit.settings, "Timer", "OnCalendar")) return;
  for (const target of [special.timeSync, special.timeSet]) to.add("After", target, "default");
}

/** Targets and slices only go down at a shutdown. */
export function declareShutdown(to: Declaration): void {
  if (to.unit.id !== special.shutdown) to.add(["Before", "Conflicts"], special.shutdown, "default");
}

export function declareAutomountDefaults(to: Declaration): void {
  if (to.manager === "user") return;
  to.add("Before", special.localFs, "default");
  to.add("After", special.localFsPre, "default");
  to.add(["Before", "Conflicts"], special.umount, "default");
}

/** Local file systems come before local-fs.target, network ones after the network and before remote-fs.target. */
export function declareMountDefaults(to: Declaration, mount: MountParameters): void {
  const network = isNetworkMount(mount);
  if (!isNofail(mount)) to.add("Before", network ? special.remoteFs : special.localFs, "default");
  to.add("After", network ? special.remoteFsPre : special.localFsPre, "default");
  to.add(["Before", "Conflicts"], special.umount, "default");
  if (mount.type === "tmpfs") to.add("After", special.swap, "default");
  if (!network) return;
  to.add("After", special.network, "default");
  to.add(["Wants", "After"], special.networkOnline, "default");
}

/** Swap over the network was told apart in 262. */
export function declareSwapDefaults(to: Declaration): void {
  if (to.manager === "user") return;
  const options = fstabOptions(textOf(to.unit.settings, "Swap", "Options"));
  if (to.version >= 262 && options.has("_netdev")) {
    to.add("After", special.remoteFsPre, "default");
    to.add("Before", special.remoteFs, "default");
    to.add("After", special.network, "default");
    to.add(["Wants", "After"], special.networkOnline, "default");
  } else to.add("Before", special.swap, "default");
  to.add(["Before", "Conflicts"], special.umount, "default");
}

function declareSysinit(to: Declaration): void {
  to.add(["After", "Requires"], special.sysinit, "default");
}

function isNofail({ options }: MountParameters): boolean {
  return [...options.keys()].findLast(option => option === "nofail" || option === "fail") === "nofail";
}
