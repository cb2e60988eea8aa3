/** Settings of a sandbox that another one overrules. systemd: unit_patch_contexts(), src/core/unit.c; drop_inaccessible(), src/core/namespace.c */
import { flagOf, isSet, lastOf, textOf } from "../reading.ts";
import { accessMounts, bindMounts } from "./lists.ts";
import { presentPath } from "./mount.ts";
import { lostPaths } from "./own-paths.ts";
import { hiddenBy } from "./sandbox.ts";
import type { Useless, UselessSubject } from "./useless.ts";

/** All that hold for a unit. */
export function overruled(subject: UselessSubject): readonly Useless[] {
  return [
    ...byDynamicUser(subject),
    ...byStaticUser(subject),
    ...byInaccessible(subject),
    ...byLackOfCommands(subject),
  ];
}

/** What a dynamic user brings, whatever else is said: the words that are overruled, and what holds instead. */
const brought: Readonly<Record<string, readonly [words: readonly string[], instead: string]>> = {
  ProtectSystem: [["no", "yes", "full"], "ProtectSystem=strict"],
  ProtectHome: [["no"], "ProtectHome=read-only"],
  PrivateTmp: [["no"], "a /tmp of its own"],
  NoNewPrivileges: [["no"], "NoNewPrivileges=yes"],
  RestrictSUIDSGID: [["no"], "RestrictSUIDSGID=yes"],
  RemoveIPC: [["no"], "RemoveIPC=yes"],
};

function byDynamicUser({ settings, section, manager }: UselessSubject): readonly Useless[] {
  const because = lastOf(settings, section, "DynamicUser");
  if (!flagOf(settings, section, "DynamicUser", false) || manager === "user" || because === undefined) return [];
  return Object.entries(brought).flatMap(([name, [words, instead]]) => {
    const at = lastOf(settings, section, name);
    const value = at?.parsed?.value;
    const word = value === false ? "no" : value === true ? "yes" : value;
    if (at === undefined || typeof word !== "string" || !words.includes(word)) return [];
    const message = `${name}=${at.entry.value.text} does nothing: DynamicUser= brings ${instead}`;
    return [{ at, message, effect: `the service runs with ${instead}`, because }];
  });
}

/** systemd: dynamic_user_realize(), src/core/dynamic-user.c */
function byStaticUser({ settings, section, manager }: UselessSubject): readonly Useless[] {
  const because = lastOf(settings, section, "User");
  const at = lastOf(settings, section, "DynamicUser");
  const user = textOf(settings, section, "User") ?? "";
  if (!flagOf(settings, section, "DynamicUser", false) || manager === "user" || at === undefined) return [];
  if (because === undefined || !/^(?:root|0)$/.test(user)) return [];
  const message = `DynamicUser= makes no user where there is one of that name: with User=${user} the service runs as root`;
  return [{ at, message, effect: "the service runs as root", because }];
}

/** Nothing is mounted below an inaccessible folder; where this is why the service does not start, that is told. */
function byInaccessible(subject: UselessSubject): readonly Useless[] {
  const { mounts } = subject;
  if (mounts === undefined) return [];
  const wanted = [...accessMounts(subject).filter(({ mode }) => mode === "writable"), ...bindMounts(subject)];
  const lost = new Set(wanted.length === 0 ? [] : lostPaths(subject, mounts).map(({ mount }) => mount.at));
  return wanted.flatMap(({ path, at, by }) => {
    const barrier = hiddenBy(mounts, presentPath(path), true);
    if (barrier?.mode !== "inaccessible" || lost.has(barrier.at)) return [];
    const home = barrier.by.startsWith("ProtectHome");
    const advice = home
      ? "; ProtectHome=tmpfs with BindPaths= shows only what is named"
      : "; TemporaryFileSystem= with BindPaths= shows only what is named";
    const message = `${by} does nothing: ${barrier.by} hides ${barrier.path} with all that is below${advice}`;
    return [{ at, message, effect: "the service does not see the path", because: barrier.at }];
  });
}

/** What a socket unit says of processes concerns its own few commands, and not the service. */
function byLackOfCommands({ settings, section }: UselessSubject): readonly Useless[] {
  if (section !== "Socket" || commands.some(name => isSet(settings, section, name))) return [];
  const at = ofProcesses.map(name => lastOf(settings, section, name)).find(line => line !== undefined);
  if (at === undefined) return [];
  const message = `${at.entry.key.text}= in [Socket] concerns the commands of the socket, and it has none; the service needs it in its own unit`;
  return [{ at, message, effect: "the service runs without it" }];
}

const commands = ["ExecStartPre", "ExecStartPost", "ExecStopPre", "ExecStopPost"];

const ofProcesses = [
  ...["ProtectSystem", "ProtectHome", "PrivateDevices", "NoNewPrivileges", "CapabilityBoundingSet"],
  ...["AmbientCapabilities", "SystemCallFilter", "RestrictAddressFamilies", "RestrictNamespaces"],
  ...["ReadWritePaths", "ReadOnlyPaths", "InaccessiblePaths", "BindPaths", "BindReadOnlyPaths", "TemporaryFileSystem"],
  ...["ProtectKernelTunables", "ProtectKernelModules", "ProtectKernelLogs", "ProtectControlGroups", "ProtectClock"],
  ...["MemoryDenyWriteExecute", "LockPersonality", "RestrictRealtime", "RestrictSUIDSGID"],
];
