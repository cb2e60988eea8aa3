/**
 * How a unit confines its processes, with what some settings imply for others. systemd: get_security_info(), src/analyze/analyze-security.c;
 * unit_patch_contexts(), src/core/unit.c; *_context_init(), src/core/execute.c
 */
import type { SectionName, SystemdVersion, UnitType } from "../catalog/directive.ts";
import { flagOf, isSet, textOf } from "../model/reading.ts";
import type { Settings } from "../model/setting.ts";
import type { Unit } from "../model/unit.ts";
import type { Manager } from "../model/unit-file-name.ts";
import { type AddressFamilies, addressFamilies } from "./address-families.ts";
import { ambientCapabilities, boundingSet } from "./capabilities.ts";
import { deviceAccess } from "./devices.ts";
import { ipAccess } from "./ip-access.ts";
import { allowedNamespaces } from "./namespaces.ts";
import { replay } from "./replay.ts";
import { type CallFilter, callFilter } from "./system-calls.ts";

/** Where a unit runs. */
export interface Host {
  readonly version: SystemdVersion;
  readonly manager: Manager;
}

/** What is assessed of a unit. */
export interface Confinement extends Host {
  readonly defaultDependencies: boolean;
  /** Empty where none is set. */
  readonly user: string;
  readonly dynamicUser: boolean;
  readonly supplementaryGroups: boolean;
  /** The switches that are on, by the names that systemd gives them: `private_devices`, `restrict_address_family_inet` … */
  readonly on: ReadonlySet<string>;
  /** The words of settings that take one, by the directive's name: `ProtectHome`; absent where nothing is set. */
  readonly words: ReadonlyMap<string, string>;
  readonly rooted: boolean;
  readonly capabilities: ReadonlySet<string>;
  readonly ambientCapabilities: boolean;
  readonly umask: number;
  readonly namespaces: ReadonlySet<string>;
  readonly callArchitectures: ReadonlySet<string>;
  /** Undefined where system calls are not filtered. */
  readonly calls: CallFilter | undefined;
  readonly ip: ReturnType<typeof ipAccess>;
  readonly devices: ReturnType<typeof deviceAccess>;
}

/** The section of a unit's type that holds settings of processes and resources; undefined for types without any. */
export function confiningSection(type: UnitType): SectionName | undefined {
  return sections.get(type);
}

const sections: ReadonlyMap<UnitType, SectionName> = new Map([
  ["service", "Service"],
  ["socket", "Socket"],
  ["mount", "Mount"],
  ["swap", "Swap"],
  ["slice", "Slice"],
  ["scope", "Scope"],
]);

/** Slices and scopes start no processes by themselves. */
function startsProcesses(type: UnitType): boolean {
  return sections.has(type) && type !== "slice" && type !== "scope";
}

/** How a loaded unit confines its processes. */
export function confinementOf(unit: Unit, host: Host): Confinement {
  const { settings, type, prefix } = unit;
  const section = sections.get(type);
  const at: Reading = { settings, section, host, processes: startsProcesses(type) };
  const dynamicUser = at.processes && flag(at, "DynamicUser");
  const words = wordsOf(at, dynamicUser);
  if (type === "service" && host.manager === "system" && !words.has("KeyringMode")) words.set("KeyringMode", "private");
  const on = switchesOf(at, dynamicUser);
  const named = word(at, "User") ?? "";
  return {
    ...host,
    defaultDependencies: !unit.perpetual && flagOf(settings, "Unit", "DefaultDependencies", true),
    user: named === "" && dynamicUser && isAccountName(prefix) ? prefix : named,
    dynamicUser,
    supplementaryGroups: at.processes && listed(at, "SupplementaryGroups"),
    on,
    words,
    rooted: at.processes && ["RootDirectory", "RootImage"].some(name => !/^\/*$/.test(word(at, name) ?? "")),
    capabilities: boundingSet(replayed(at, "CapabilityBoundingSet"), host.version, on),
    ambientCapabilities: ambientCapabilities(replayed(at, "AmbientCapabilities"), host.version),
    umask: at.processes ? Number.parseInt(word(at, "UMask") ?? "0022", 8) : 0o002,
    namespaces: allowedNamespaces(replayed(at, "RestrictNamespaces"), host.version),
    callArchitectures: new Set(
      replayed(at, "SystemCallArchitectures").reduce<string[]>((all, value) => addWords(all, value), []),
    ),
    calls: callFilter(replayed(at, "SystemCallFilter", "all"), host.version),
    ip: ipAccess(at.settings, section),
    devices: deviceAccess({ ...at, on }),
  };
}

/** The settings of one unit in their section; none where the type has no such section. */
export interface Reading {
  readonly settings: Settings;
  readonly section: SectionName | undefined;
  readonly host: Host;
  readonly processes: boolean;
}

function replayed({ settings, section, processes }: Reading, name: string, which?: "all"): readonly unknown[] {
  return processes && section !== undefined ? replay(settings, section, name, which) : [];
}

/** An empty value clears the list. */
function addWords(all: string[], value: unknown): string[] {
  if (value === "") return [];
  return [...all, ...(Array.isArray(value) ? value.filter(item => typeof item === "string") : [])];
}

function word({ settings, section, processes }: Reading, name: string): string | undefined {
  return processes && section !== undefined ? textOf(settings, section, name) : undefined;
}

function flag(at: Reading, name: string): boolean {
  return at.section !== undefined && flagOf(at.settings, at.section, name, false);
}

function listed({ settings, section }: Reading, name: string): boolean {
  return section !== undefined && isSet(settings, section, name);
}

/** Names of accounts that systemd takes for a dynamic user; what is none becomes a number. systemd: user_from_unit_name() */
function isAccountName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_-]{0,30}$/.test(name);
}

const enumerated = ["ProtectHome", "ProtectSystem", "ProtectProc", "ProcSubset", "KeyringMode", "NotifyAccess"];

function wordsOf(at: Reading, dynamicUser: boolean): Map<string, string> {
  const words = new Map(
    enumerated.flatMap(name => {
      const value = word(at, name);
      return value === undefined || value === "" ? [] : [[name, value] as const];
    }),
  );
  if (!dynamicUser) return words;
  words.set("ProtectSystem", "strict");
  if ((words.get("ProtectHome") ?? "no") === "no") words.set("ProtectHome", "read-only");
  return words;
}

/** Directives that are on or off, and what systemd's assessments call them. */
const switches: Readonly<Record<string, string>> = {
  private_devices: "PrivateDevices",
  private_mounts: "PrivateMounts",
  private_network: "PrivateNetwork",
  private_tmp: "PrivateTmp",
  private_users: "PrivateUsers",
  protect_control_groups: "ProtectControlGroups",
  protect_kernel_modules: "ProtectKernelModules",
  protect_kernel_tunables: "ProtectKernelTunables",
  protect_kernel_logs: "ProtectKernelLogs",
  protect_clock: "ProtectClock",
  protect_hostname: "ProtectHostname",
  lock_personality: "LockPersonality",
  memory_deny_write_execute: "MemoryDenyWriteExecute",
  no_new_privileges: "NoNewPrivileges",
  remove_ipc: "RemoveIPC",
  restrict_realtime: "RestrictRealtime",
  restrict_suid_sgid: "RestrictSUIDSGID",
};

/** Since this release an unset PrivateMounts= is neither yes nor no, which the assessment takes for yes. */
const openPrivateMountsSince: SystemdVersion = 253;

const impliedByDynamicUser = ["private_tmp", "remove_ipc", "no_new_privileges", "restrict_suid_sgid"];

function switchesOf(at: Reading, dynamicUser: boolean): ReadonlySet<string> {
  const on = new Set(Object.keys(switches).filter(name => isOn(at, switches[name] ?? "")));
  if (at.processes && at.host.version >= openPrivateMountsSince && isUnset(at, "PrivateMounts"))
    on.add("private_mounts");
  if (dynamicUser) for (const name of impliedByDynamicUser) on.add(name);
  if (isDelegated(at)) on.add("delegate");
  const families: AddressFamilies = addressFamilies(replayed(at, "RestrictAddressFamilies", "all"));
  for (const family of families.restricted) on.add(`restrict_address_family_${family}`);
  return on;
}

function isOn(at: Reading, name: string): boolean {
  const value = word(at, name);
  return value !== undefined && value !== "" && !/^(?:no|false|off|n|f|0)$/i.test(value);
}

function isUnset(at: Reading, name: string): boolean {
  return (word(at, name) ?? "") === "";
}

/** A list of controllers delegates like a plain yes; so does an empty one. */
function isDelegated({ settings, section }: Reading): boolean {
  if (section === undefined) return false;
  const last = replay(settings, section, "Delegate").at(-1);
  return last !== undefined && last !== false;
}
