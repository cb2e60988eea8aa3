/** What gives the processes of a unit mounts of their own. systemd: exec_needs_mount_namespace(), src/core/{execute,exec-invoke}.c of 257 and 262 */
import { flagOf, isSet, lastOf, textOf } from "../reading.ts";
import type { PlacedAssignment } from "../setting.ts";
import type { Subject } from "./problem.ts";

/** The line that does; undefined where none is known to. */
export function mountNamespaceCause(subject: Subject): PlacedAssignment | undefined {
  const { settings, section } = subject;
  return (
    first(lists, name => holding(subject, name)) ??
    first(Object.keys(words), name => (isWord(subject, name) ? lastOf(settings, section, name) : undefined)) ??
    first(flags, name => (flagOf(settings, section, name, false) ? lastOf(settings, section, name) : undefined)) ??
    networkCause(subject) ??
    rootCause(subject) ??
    journalCause(subject) ??
    first(directories, name => readOnlyDirectory(subject, name))
  );
}

const lists = [
  "RootImage",
  "RootMStack",
  "ReadWritePaths",
  "ReadOnlyPaths",
  "InaccessiblePaths",
  "ExecPaths",
  "NoExecPaths",
  "BindPaths",
  "BindReadOnlyPaths",
  "TemporaryFileSystem",
  "MountImages",
  "ExtensionImages",
  "ExtensionDirectories",
  "IPCNamespacePath",
  "LogNamespace",
];

/** DynamicUser= brings ProtectSystem=strict. */
const flags = [
  "DynamicUser",
  "PrivateDevices",
  "PrivateMounts",
  "ProtectKernelTunables",
  "ProtectKernelModules",
  "ProtectKernelLogs",
  "PrivateIPC",
  "BindLogSockets",
];

/** Words that need no mounts. */
const words: Readonly<Record<string, readonly string[]>> = {
  MountFlags: ["", "shared"],
  PrivateTmp: ["no"],
  ProtectSystem: ["no"],
  ProtectHome: ["no"],
  ProtectControlGroups: ["no"],
  ProtectProc: ["default"],
  ProcSubset: ["all"],
  PrivateBPF: ["no"],
  PrivatePIDs: ["no"],
};

const directories = ["RuntimeDirectory", "StateDirectory", "CacheDirectory", "LogsDirectory", "ConfigurationDirectory"];

/** Before 258, PrivateTmp=yes did so only once its folders were made. */
const plainTmpSince = 258;

function first<T>(names: readonly string[], find: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = find(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An assignment that holds something, be it a text or a list. */
function holding({ settings, section }: Subject, name: string): PlacedAssignment | undefined {
  return settings.of(section, name)?.effective.find(({ parsed }) => {
    const value = parsed?.value;
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== "";
  });
}

function isWord({ settings, section, version }: Subject, name: string): boolean {
  const word = textOf(settings, section, name);
  if (word === undefined || words[name]?.includes(word) === true) return false;
  return name !== "PrivateTmp" || word === "disconnected" || version >= plainTmpSince;
}

/** A network of its own needs mounts of its own, unless PrivateMounts= says otherwise. */
function networkCause(subject: Subject): PlacedAssignment | undefined {
  const { settings, section } = subject;
  if (isSet(settings, section, "PrivateMounts")) return undefined;
  return flagOf(settings, section, "PrivateNetwork", false)
    ? lastOf(settings, section, "PrivateNetwork")
    : holding(subject, "NetworkNamespacePath");
}

/** RootDirectory=/ is no other root, but for MountAPIVFS= and the folders that systemd makes. */
function rootCause(subject: Subject): PlacedAssignment | undefined {
  const root = holding(subject, "RootDirectory");
  if (root === undefined) return undefined;
  return mountsApi(subject) || directories.some(name => holding(subject, name) !== undefined) ? root : undefined;
}

function mountsApi(subject: Subject): boolean {
  const { settings, section } = subject;
  if (isSet(settings, section, "MountAPIVFS")) return flagOf(settings, section, "MountAPIVFS", false);
  return (textOf(settings, section, "RootDirectory") ?? "/") !== "/";
}

/** The sockets of the journal are mounted where the API file systems are. systemd: exec_context_get_effective_bind_log_sockets() */
function journalCause(subject: Subject): PlacedAssignment | undefined {
  const { settings, section, version } = subject;
  if (version < 257 || isSet(settings, section, "BindLogSockets")) return undefined;
  return mountsApi(subject)
    ? (lastOf(settings, section, "MountAPIVFS") ?? holding(subject, "RootDirectory"))
    : undefined;
}

function readOnlyDirectory({ settings, section }: Subject, name: string): PlacedAssignment | undefined {
  return settings
    .of(section, name)
    ?.effective.find(
      ({ parsed }) => Array.isArray(parsed?.value) && parsed.value.some(folder => /:ro$/.test(String(folder))),
    );
}
