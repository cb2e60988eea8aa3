/** Settings of a sandbox that do nothing without another one. */
import type { SectionName } from "../../catalog/directive.ts";
import { isSet, lastOf } from "../reading.ts";
import type { Settings } from "../setting.ts";
import type { Useless, UselessSubject } from "./useless.ts";

/** One of them. */
interface Row {
  /** In the section of the unit's type, or in [Unit]. */
  readonly names: readonly string[];
  /** Any of them makes it work. */
  readonly needs: readonly string[];
  /** What is wrong without, as the end of a sentence. */
  readonly why: string;
  readonly effect: string;
  /** Whether it may stand in a slice around the unit, too. */
  readonly inSlices?: true;
}

/** Rows that hold for a unit. */
export function uselessAlone(subject: UselessSubject): readonly Useless[] {
  return rows.flatMap(row => row.names.flatMap(name => judge(name, row, subject) ?? []));
}

function judge(name: string, row: Row, { settings, section, slices }: UselessSubject): Useless | undefined {
  const own = name === "JoinsNamespaceOf" ? "Unit" : section;
  const at = isOn(settings, own, name) ? lastOf(settings, own, name) : undefined;
  if (at === undefined || row.needs.some(need => isOn(settings, section, need))) return undefined;
  if (row.inSlices && slices.some(slice => row.needs.some(need => isOn(slice, "Slice", need)))) return undefined;
  return { at, message: `${at.entry.key.text}= does nothing ${row.why}`, effect: row.effect };
}

/** What a placeholder hides may be on. */
function isOn(settings: Settings, section: SectionName, name: string): boolean {
  const value = lastOf(settings, section, name)?.parsed?.value;
  return isSet(settings, section, name) && value !== false && value !== "no";
}

/** Of each exec_context and cgroup_context of systemd 252, 257 and 262 it was looked up where the setting is used. */
const rows: readonly Row[] = [
  {
    names: ["IPAddressAllow"],
    needs: ["IPAddressDeny"],
    why: "without IPAddressDeny=; to allow nothing else, add IPAddressDeny=any",
    effect: "all other addresses are allowed as well",
    inSlices: true,
  },
  {
    names: ["SocketBindAllow"],
    needs: ["SocketBindDeny"],
    why: "without SocketBindDeny=; to allow nothing else, add SocketBindDeny=any",
    effect: "all other ports are allowed as well",
  },
  {
    names: ["SystemCallErrorNumber"],
    needs: ["SystemCallFilter"],
    why: "without SystemCallFilter=",
    effect: "no system call is refused by it",
  },
  {
    names: ["ReadWritePaths"],
    needs: [
      ...["ProtectSystem", "ProtectHome", "ReadOnlyPaths", "InaccessiblePaths", "BindPaths", "BindReadOnlyPaths"],
      ...["TemporaryFileSystem", "DynamicUser", "RootDirectory", "RootImage", "RootMStack", "MountImages"],
      ...["ExtensionImages", "ExtensionDirectories", "ProtectKernelTunables", "ProtectControlGroups", "PrivateBPF"],
      ...["ProtectHostname", "ProtectKernelLogs", "ProtectKernelModules", "PrivateDevices"],
    ],
    why: "where nothing is read-only; to allow writing nowhere else, add ProtectSystem=strict",
    effect: "the service may write where it could before",
  },
  {
    names: ["RootHash", "RootHashSignature", "RootVerity", "RootImageOptions"],
    needs: ["RootImage"],
    why: "without RootImage=",
    effect: "the service runs in the root of the host, or in that of RootDirectory=",
  },
  {
    names: ["RootEphemeral"],
    needs: ["RootImage", "RootDirectory", "RootMStack"],
    why: "without RootImage= or RootDirectory=",
    effect: "the service runs in the root of the host",
  },
  ...["Runtime", "State", "Cache", "Logs", "Configuration"].map(kind => ({
    names: kind === "Runtime" ? ["RuntimeDirectoryMode", "RuntimeDirectoryPreserve"] : [`${kind}DirectoryMode`],
    needs: [`${kind}Directory`],
    why: `without ${kind}Directory=`,
    effect: "systemd makes no such folder",
  })),
  {
    names: ["JoinsNamespaceOf"],
    needs: [
      ...["PrivateTmp", "PrivateNetwork", "PrivateIPC", "DynamicUser"],
      ...["NetworkNamespacePath", "IPCNamespacePath", "UserNamespacePath"],
    ],
    why: "without PrivateTmp=, PrivateNetwork= or PrivateIPC=, which both units must have",
    effect: "the unit has nothing of its own that it could share",
  },
];
