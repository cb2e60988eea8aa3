/** Capabilities in units of users. Seen in: systemd/systemd#4959, systemd/systemd#15811, linux-credentials/oo7#252, erikwb/blueferry#63. */
import type { SystemdVersion } from "../catalog/directive.ts";
import { defineRule } from "../lint/rule.ts";
import { commandsOf } from "../model/commands.ts";
import { assignmentPlace } from "../model/place.ts";
import { flagOf, isSet, lastOf } from "../model/reading.ts";
import type { PlacedAssignment, Settings } from "../model/setting.ts";

export const capabilitiesInUserUnit = defineRule({
  id: "capabilities-in-user-unit",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A unit of a user's manager drops or asks for capabilities",
  why: `The manager of a user has no capabilities: it can neither hand any on, as AmbientCapabilities= asks, nor drop any from the bounding set, which
takes CAP_SETPCAP. The service ends with status 218/CAPABILITIES, and the journal says that capabilities could not be applied or dropped: Operation not
permitted. These lines mostly come from a unit of the system. A user's processes have no capabilities to lose; NoNewPrivileges=yes keeps them from
gaining any. For a port below 1024 let a socket unit of the system listen, or install the unit for the system with User=. Before systemd 253, PrivateDevices=, ProtectClock=,
ProtectKernelLogs= and ProtectKernelModules= fail in the same way, as they drop capabilities, too. Nothing is told beside PrivateUsers=yes, nor, for systemd
253 and later, beside the settings that imply it there. Leave the finding for units that only root's own manager reads, or where a drop-in
for user@.service gives the manager capabilities.`,
  examples: [
    {
      name: "user/app.service",
      bad: "[Service]\nExecStart=/usr/bin/app\nCapabilityBoundingSet=\n[Install]\nWantedBy=default.target\n",
      good: "[Service]\nExecStart=/usr/bin/app\nNoNewPrivileges=yes\n[Install]\nWantedBy=default.target\n",
    },
    {
      name: "user/web.service",
      bad: "[Service]\nExecStart=/usr/bin/web --port 80\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n[Install]\nWantedBy=default.target\n",
      good: "[Service]\nExecStart=/usr/bin/web --port 8080\n[Install]\nWantedBy=default.target\n",
    },
  ],
  visit: {
    unit({ type, settings }, { set }, report) {
      if (set.manager !== "user" || type !== "service") return;
      const lines = changing(settings, set.catalog.version);
      const [at] = lines;
      if (at === undefined || hasNamespace(settings, set.catalog.version)) return;
      if (commandsOf(settings).some(({ command }) => command.flags.includes("full-privileges"))) return;
      const asks = at.directive.name === "AmbientCapabilities";
      report(assignmentPlace(at), {
        message: `${at.entry.key.text}= cannot work in a user unit, whose manager ${asks ? "has no capabilities" : "may not drop capabilities"}; delete it`,
        effect: "systemd ends the service with status 218/CAPABILITIES",
        related: lines.slice(1).map(line => ({
          file: line.file.source,
          span: assignmentPlace(line).span,
          message: "the same is true of this line",
        })),
        fixes: deletion(lines),
      });
    },
  },
});

/** systemd: capability_bounding_set_drop(), capability_ambient_set_apply(), src/basic/capability-util.c; unit_patch_contexts(), src/core/unit.c */
function changing(settings: Settings, version: SystemdVersion): readonly PlacedAssignment[] {
  const dropping =
    version < namespacesSince ? droppingFlags.filter(name => flagOf(settings, "Service", name, false)) : [];
  return [
    ...dropped(settings),
    ...(settings.of("Service", "AmbientCapabilities")?.effective ?? []).filter(isAsking),
    ...dropping.flatMap(name => lastOf(settings, "Service", name) ?? []),
  ];
}

/** An empty set drops them all, and `~` alone none. */
function dropped(settings: Settings): readonly PlacedAssignment[] {
  const setting = settings.of("Service", "CapabilityBoundingSet");
  const last = setting?.assignments.filter(({ loss }) => loss?.reason !== "refused").at(-1)?.at;
  if (setting === undefined || last?.parsed?.problems.length !== 0) return [];
  const text = last.entry.value.text;
  if (text === "~") return [];
  return text === "" ? [last] : setting.effective;
}

/** Sessions may have been given the one that wakes the machine up, by pam_systemd. */
function isAsking({ entry: { value }, parsed }: PlacedAssignment): boolean {
  return parsed?.problems.length === 0 && !/^(?:cap_wake_alarm)?$/i.test(value.text);
}

/** They hold in a namespace of the user's own, where processes have all capabilities. systemd: exec_context_need_unprivileged_private_users() */
function hasNamespace(settings: Settings, version: SystemdVersion): boolean {
  if (isSet(settings, "Service", "PrivateUsers")) return true;
  return version >= namespacesSince && namespaced.some(name => isSet(settings, "Service", name));
}

/** Not in 252, and in 257; what lies between was not looked up. */
const namespacesSince: SystemdVersion = 253;

const droppingFlags = ["PrivateDevices", "ProtectClock", "ProtectKernelLogs", "ProtectKernelModules"];

const namespaced = [
  ...droppingFlags,
  ..."BindPaths BindReadOnlyPaths BindLogSockets ExecPaths ExtensionDirectories ExtensionImages IPCNamespacePath".split(
    " ",
  ),
  ..."InaccessiblePaths MountAPIVFS MountImages NetworkNamespacePath NoExecPaths PrivateIPC PrivateMounts PrivateNetwork".split(
    " ",
  ),
  ..."PrivatePIDs PrivateTmp ProcSubset ProtectControlGroups ProtectHome ProtectHostname ProtectKernelTunables ProtectProc".split(
    " ",
  ),
  ..."ProtectSystem ReadOnlyPaths ReadWritePaths RootDirectory RootImage TemporaryFileSystem UserNamespacePath".split(
    " ",
  ),
];

/** All of them, as each alone would still fail; where they stand in one file and are not continued. */
function deletion(lines: readonly PlacedAssignment[]) {
  const [first] = lines;
  if (first === undefined || lines.some(({ file, entry }) => file !== first.file || entry.pieces.length > 1)) return [];
  const edits = lines.map(({ entry }) => ({ span: entry.span, text: "" }));
  const names = [...new Set(lines.map(({ entry }) => `${entry.key.text}=`))];
  return [
    { title: `Delete ${names.join(" and ")}`, safety: "unsafe" as const, edits: [{ file: first.file.source, edits }] },
  ];
}
