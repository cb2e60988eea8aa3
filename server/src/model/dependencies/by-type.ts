/** What each type of unit implies besides its defaults. systemd: *_add_extras(), *_load(), src/core/{service,socket,timer,path,mount,automount,swap,slice}.c */
import type { SystemdVersion, UnitType } from "../../catalog/directive.ts";
import { simplifyPath } from "../../values/path.ts";
import {
  isBindMount,
  isDevicePath,
  isExtrinsicMount,
  isNetworkMount,
  mountParameters,
  needsQuota,
} from "../mount-parameters.ts";
import { flagOf, isSet, lastOf, textOf, valuesOf } from "../reading.ts";
import { serviceType } from "../service.ts";
import type { PlacedAssignment } from "../setting.ts";
import { acceptsConnections } from "../socket.ts";
import { triggerOf } from "../trigger.ts";
import { escapePath, pathOfUnit, unitOfPath } from "../unit-path-name.ts";
import type { Declaration } from "./declaration.ts";
import {
  declareAutomountDefaults,
  declareEarlyDefaults,
  declareMountDefaults,
  declareServiceDefaults,
  declareShutdown,
  declareSwapDefaults,
  declareTimerDefaults,
} from "./defaults.ts";
import { declareExec } from "./exec.ts";
import { declareLoopDevices } from "./loop-devices.ts";
import { declareParentSlice, declareSlice } from "./slice.ts";
import { special } from "./special.ts";

/** Adds all that follows from the type; devices and scopes without a file imply nothing. */
export function declareByType(to: Declaration): void {
  byType[to.unit.type]?.(to, flagOf(to.unit.settings, "Unit", "DefaultDependencies", !to.unit.perpetual));
}

const byType: Readonly<Partial<Record<UnitType, (to: Declaration, defaults: boolean) => void>>> = {
  service: declareService,
  socket: declareSocket,
  timer: declareTimer,
  path: declarePath,
  mount: declareMount,
  automount: declareAutomount,
  swap: declareSwap,
  slice(to, defaults) {
    declareParentSlice(to);
    if (defaults) declareShutdown(to);
  },
  target(to, defaults) {
    if (defaults) declareShutdown(to);
  },
  scope(to, defaults) {
    declareSlice(to, "Scope");
    if (defaults) declareShutdown(to);
  },
};

function declareService(to: Declaration, defaults: boolean): void {
  const { settings } = to.unit;
  declareLoopDevices(to, "Service");
  declareExec(to, "Service");
  declareSlice(to, "Service");
  if (defaults) declareServiceDefaults(to);
  if (serviceType(settings) === "dbus" && isSet(settings, "Service", "BusName"))
    to.add(["Requires", "After"], special.dbus, "file", { at: lastOf(settings, "Service", "BusName") });
}

function declareSocket(to: Declaration, defaults: boolean): void {
  const { settings } = to.unit;
  if (!acceptsConnections(settings)) {
    const trigger = triggerOf(to.unit);
    to.add(["Before", "Triggers"], trigger.name, "implicit", { at: trigger.at });
  }
  for (const { value, at } of listenPaths(to)) to.mount(value, "Requires", "file", at);
  declareBoundDevice(to);
  declareLoopDevices(to, "Socket");
  if (execHooks.some(name => isSet(settings, "Socket", name))) declareExec(to, "Socket");
  declareSlice(to, "Socket");
  if (defaults) declareEarlyDefaults(to, special.sockets);
}

const execHooks = ["ExecStartPre", "ExecStartPost", "ExecStopPre", "ExecStopPost"];
const listenPathNames = [
  "ListenStream",
  "ListenDatagram",
  "ListenSequentialPacket",
  "ListenFIFO",
  "ListenSpecial",
  "ListenUSBFunction",
];

function listenPaths({ unit: { settings } }: Declaration): readonly { value: string; at: PlacedAssignment }[] {
  return listenPathNames
    .flatMap(name => valuesOf(settings, "Socket", name))
    .filter(({ value }) => value.startsWith("/"));
}

function declareBoundDevice(to: Declaration): void {
  const at = lastOf(to.unit.settings, "Socket", "BindToDevice");
  const device = textOf(to.unit.settings, "Socket", "BindToDevice");
  if (device === undefined || device === "" || device === "lo" || device === "*") return;
  declareNode(to, `/sys/subsystem/net/devices/${device}`, "BindsTo", at);
}

/** systemd: unit_add_node_dependency() */
function declareNode(
  to: Declaration,
  path: string,
  kind: "BindsTo" | "Requires" | "StopPropagatedFrom",
  at: PlacedAssignment | undefined,
): void {
  const device = isDevicePath(path) ? unitOfPath(path, "device") : undefined;
  if (device !== undefined) to.add(["After", to.manager === "user" ? "Wants" : kind], device, "file", { at });
}

/** Timers and paths without Unit= start the service of their own name. */
function declareSameName(to: Declaration): void {
  const { name, at } = triggerOf(to.unit);
  if (at === undefined) to.add(["Before", "Triggers"], name, "implicit");
}

function declareTimer(to: Declaration, defaults: boolean): void {
  declareSameName(to);
  if (flagOf(to.unit.settings, "Timer", "Persistent", false) && to.manager === "system")
    to.mount("/var/lib/systemd/timers", "Requires", "file", lastOf(to.unit.settings, "Timer", "Persistent"));
  if (defaults) declareTimerDefaults(to);
}

function declarePath(to: Declaration, defaults: boolean): void {
  declareSameName(to);
  for (const name of ["PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty"])
    for (const { value, at } of valuesOf(to.unit.settings, "Path", name)) to.mount(value, "Requires", "file", at);
  if (defaults) declareEarlyDefaults(to, special.paths);
}

function declareMount(to: Declaration, defaults: boolean): void {
  const { settings } = to.unit;
  const mount = mountParameters(to.unit, to.version);
  const extrinsic = to.manager === "user" || isExtrinsicMount(mount);
  declareLoopDevices(to, "Mount");
  if (!to.unit.perpetual) declareExec(to, "Mount");
  declareSlice(to, "Mount", extrinsic);
  if (mount.where === undefined) return;
  const at = lastOf(settings, "Mount", "What");
  if (mount.what !== undefined && !isBindMount(mount) && isDevicePath(mount.what) && mount.where !== "/")
    declareMountedDevice(to, mount.what, mount.options, at);
  if (mount.where !== "/") to.mount(parentFolder(mount.where), "Requires", "implicit");
  if (mount.what !== undefined && (isBindMount(mount) || mount.options.has("loop") || !isNetworkMount(mount)))
    to.mount(simplifyPath(mount.what), "Requires", "file", at);
  if (to.version < templatedQuotaSince && to.manager === "system" && needsQuota(mount))
    for (const unit of [special.quotacheck, special.quotaon]) to.add(["Before", "Wants"], unit, "file");
  if (defaults && !extrinsic) declareMountDefaults(to, mount);
}

/** The release since which the generator of fstab, not the manager, sees to quotas. */
const templatedQuotaSince: SystemdVersion = 256;

function declareMountedDevice(
  to: Declaration,
  what: string,
  options: ReadonlyMap<string, string>,
  at: PlacedAssignment | undefined,
): void {
  if (what === "/dev/root" || what === "/dev/nfs") return;
  const bound = options.get("x-systemd.device-bound");
  const off = to.version >= boundByValueSince && /^(?:no|n|false|f|off|0)$/i.test(bound ?? "");
  declareNode(to, what, bound !== undefined && !off ? "BindsTo" : "Requires", at);
  if (bound === undefined) declareNode(to, what, "StopPropagatedFrom", at);
  declareBlockDevice(to, what, at);
}

/** The release since which `x-systemd.device-bound=no` means what it says. */
const boundByValueSince: SystemdVersion = 255;

/** systemd: unit_add_blockdev_dependency() */
function declareBlockDevice(to: Declaration, what: string, at: PlacedAssignment | undefined): void {
  if (what.startsWith("/dev/")) to.add("After", `blockdev@${escapePath(what)}.target`, "file", { at });
}

function declareAutomount(to: Declaration, defaults: boolean): void {
  const where = textOf(to.unit.settings, "Automount", "Where") || pathOfUnit(to.unit.prefix);
  to.add(["Before", "Triggers"], `${to.unit.id.slice(0, -".automount".length)}.mount`, "implicit");
  if (where !== undefined) to.mount(parentFolder(where), "Requires", "implicit");
  if (defaults) declareAutomountDefaults(to);
}

function declareSwap(to: Declaration, defaults: boolean): void {
  const { settings } = to.unit;
  const at = lastOf(settings, "Swap", "What");
  const what = simplifyPath(textOf(settings, "Swap", "What") || pathOfUnit(to.unit.prefix) || "");
  to.mount(what, "Requires", "implicit", at);
  if (at !== undefined) declareSwapped(to, what, at);
  declareLoopDevices(to, "Swap");
  declareExec(to, "Swap");
  declareSlice(to, "Swap", to.manager === "user");
  if (defaults) declareSwapDefaults(to);
}

/** Only what a line names is looked at: not what the name of the unit tells. */
function declareSwapped(to: Declaration, what: string, at: PlacedAssignment): void {
  if (isDevicePath(what)) {
    declareNode(to, what, "Requires", at);
    declareBlockDevice(to, what, at);
  } else to.add("After", special.remountFs, "file", { at });
}

function parentFolder(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf("/")));
}
