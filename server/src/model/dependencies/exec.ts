/** Dependencies of units that run processes. systemd: unit_add_exec_dependencies(), unit_patch_contexts(), src/core/unit.c */
import type { SectionName, SystemdVersion } from "../../catalog/directive.ts";
import { flagOf, isSet, lastOf, textOf, valuesOf } from "../reading.ts";
import type { Settings } from "../setting.ts";
import type { Declaration } from "./declaration.ts";
import { special } from "./special.ts";

/** Adds what the settings of a section such as [Service] need: paths that are mounted, the journal, temporary folders. */
export function declareExec(to: Declaration, section: SectionName): void {
  declareWorkingDirectory(to, section);
  declareRoots(to, section);
  declareDirectories(to, section);
  if (to.manager === "user") return;
  declarePrivateTmp(to, section);
  if (isSet(to.unit.settings, section, "RootImage") || isSet(to.unit.settings, section, "RootMStack"))
    to.add("After", special.udevd, "file", { at: lastOf(to.unit.settings, section, "RootImage") });
  declareJournal(to, section);
}

/** The release that brought WantsMountsFor=: before, all paths were required, and folders that may be missing not looked at. */
const wantsMountsSince: SystemdVersion = 256;

/** Units of users start in the home folder, which lies below the root at least. */
function declareWorkingDirectory(to: Declaration, section: SectionName): void {
  const { settings } = to.unit;
  const folder = textOf(settings, section, "WorkingDirectory") ?? "";
  const path = folder.replace(/^-/, "");
  const home = path === "" || path === "~";
  if (home && to.manager === "system") return;
  const old = to.version < wantsMountsSince;
  const optional = folder.startsWith("-") || path === "" || (home && old);
  if (optional && old) return;
  const at = lastOf(settings, section, "WorkingDirectory");
  to.mount(home ? "/" : path, optional ? "Wants" : "Requires", "file", at);
}

function declareRoots(to: Declaration, section: SectionName): void {
  const { settings } = to.unit;
  for (const name of ["RootDirectory", "RootImage", "RootMStack"]) {
    const strength = to.version >= wantsMountsSince ? "Wants" : "Requires";
    to.mount(textOf(settings, section, name) ?? "", strength, "file", lastOf(settings, section, name));
  }
}

/** Where systemd makes the folders of a unit, and where user managers do: in homes, for which `/home/user` stands. */
export const directoryRoots = [
  ["RuntimeDirectory", "/run", "/run/user/1000"],
  ["StateDirectory", "/var/lib", "/home/user/.local/state"],
  ["CacheDirectory", "/var/cache", "/home/user/.cache"],
  ["LogsDirectory", "/var/log", "/home/user/.local/state/log"],
  ["ConfigurationDirectory", "/etc", "/home/user/.config"],
] as const;

/** Homes lie below the root at least. */
function declareDirectories(to: Declaration, section: SectionName): void {
  for (const [name, root] of directoryRoots) {
    const folders = valuesOf(to.unit.settings, section, name);
    for (const { value, at } of folders)
      to.mount(to.manager === "user" ? "/" : `${root}/${value.split(":")[0]}`, "Requires", "file", at);
    const written = name === "StateDirectory" || name === "CacheDirectory" || name === "LogsDirectory";
    if (to.manager === "system" && written && folders[0] !== undefined)
      to.add("After", special.remountFs, "file", { at: folders[0].at });
  }
}

function declarePrivateTmp(to: Declaration, section: SectionName): void {
  const { settings } = to.unit;
  const at = lastOf(settings, section, "PrivateTmp") ?? lastOf(settings, section, "DynamicUser");
  const { tmp, varTmp } = privateTmp(settings, section, to.version);
  if (tmp === "no" && varTmp === "no") return;
  const connected = tmp === "connected" || varTmp === "connected";
  if (to.version < wantsMountsSince) {
    to.add(["After", "Wants"], "tmp.mount", "file", { at });
    to.mount("/var/tmp", "Requires", "file", at);
  } else {
    if (tmp === "connected") to.mount("/tmp", "Wants", "file", at);
    if (varTmp === "connected") to.mount("/var/tmp", "Wants", "file", at);
    else if (varTmp === "disconnected" && !hasRoot(settings, section)) to.mount("/var", "Wants", "file", at);
  }
  if (connected) to.add("After", special.tmpfilesSetup, "file", { at });
}

type Tmp = "no" | "connected" | "disconnected";

/**
 * Which temporary folders are the unit's own; 257 brought `disconnected`, later releases judge /var/tmp by itself. Without default
 * dependencies they take a folder of its own only where the unit says that it waits for what is mounted there.
 */
export function privateTmp(
  settings: Settings,
  section: SectionName,
  version: SystemdVersion,
): { tmp: Tmp; varTmp: Tmp } {
  const asked = askedTmp(settings, section, version);
  if (version < 258) return { tmp: asked, varTmp: asked === "disconnected" ? "no" : asked };
  const settled = flagOf(settings, "Unit", "DefaultDependencies", true) || hasRoot(settings, section);
  if (asked === "disconnected") return { tmp: asked, varTmp: settled || waitsFor(settings, "/var") ? asked : "no" };
  if (asked === "no" || settled || waitsFor(settings, "/tmp")) return { tmp: asked, varTmp: asked };
  return { tmp: "disconnected", varTmp: asked };
}

function waitsFor(settings: Settings, path: "/tmp" | "/var"): boolean {
  const says = (name: string, what: string) => valuesOf(settings, "Unit", name).some(({ value }) => value === what);
  return says("RequiresMountsFor", path) || says("WantsMountsFor", path) || says("After", `${path.slice(1)}.mount`);
}

function askedTmp(settings: Settings, section: SectionName, version: SystemdVersion): Tmp {
  const value = lastOf(settings, section, "PrivateTmp")?.parsed?.value;
  const dynamic = flagOf(settings, section, "DynamicUser", false);
  if (value === "disconnected") return "disconnected";
  if (value === true || value === "yes" || value === "connected") return "connected";
  if (!dynamic) return "no";
  return version >= 257 ? "disconnected" : "connected";
}

function hasRoot(settings: Settings, section: SectionName): boolean {
  const directory = textOf(settings, section, "RootDirectory");
  return (
    (directory !== undefined && directory !== "/") ||
    isSet(settings, section, "RootImage") ||
    isSet(settings, section, "RootMStack")
  );
}

/** What is written to the journal, or to the kernel's log, needs the journal's socket; a namespace has sockets of its own. */
function declareJournal(to: Declaration, section: SectionName): void {
  const { settings } = to.unit;
  const namespace = textOf(settings, section, "LogNamespace");
  if (namespace !== undefined && namespace !== "") {
    const at = lastOf(settings, section, "LogNamespace");
    const units = ["systemd-journald@.socket", "systemd-journald-varlink@.socket"];
    if (to.version >= wantsMountsSince) units.push("systemd-journald-sync@.service");
    for (const unit of units) to.add(["After", "Requires"], unit.replace("@", `@${namespace}`), "file", { at });
    return;
  }
  if (logsToJournal(settings, section)) to.add("After", special.journald, "file", sourceOfOutput(settings, section));
}

/** A service without StandardOutput= inherits what it has as input, where that goes both ways; the rest logs. */
function logsToJournal(settings: Settings, section: SectionName): boolean {
  const service = section === "Service";
  const output = textOf(settings, section, "StandardOutput") ?? (service ? "inherit" : "journal");
  const error = textOf(settings, section, "StandardError") ?? "inherit";
  const inherits = !service || /^(?:tty|socket|fd)/.test(textOf(settings, section, "StandardInput") ?? "null");
  return journalled.test(output === "inherit" && !inherits ? "journal" : output) || journalled.test(error);
}

const journalled = /^(?:journal|kmsg|syslog)(?:\+console)?$/;

function sourceOfOutput(settings: Settings, section: SectionName) {
  return { at: lastOf(settings, section, "StandardOutput") ?? lastOf(settings, section, "StandardError") };
}
