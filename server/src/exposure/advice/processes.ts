/** Advice on what processes may become and do. */
import { noNewPrivileges } from "../../model/privileges.ts";
import { isSet, textOf } from "../../model/reading.ts";
import { mentions, sets } from "./evidence.ts";
import { firstOf, type Hardening, type Objection } from "./hardening.ts";
import { known } from "./programs.ts";

/** Labels and profiles are changed at an exec, which is what gaining privileges is. */
const changesLabel = sets(
  ["SELinuxContext", "AppArmorProfile", "SmackProcessLabel"],
  "changes the label of its processes",
);

const runsSetuid = known("setuid");

/** Whether it may gain privileges on its way; setuid programs gain none where the unit forbids that already. */
export const gainsPrivileges = firstOf(changesLabel, view =>
  noNewPrivileges(view) === undefined ? runsSetuid(view) : undefined,
);

const realtime: Objection = ({ settings }) => {
  const policy = textOf(settings, "Service", "CPUSchedulingPolicy") ?? "";
  if (/^(?:fifo|rr)$/.test(policy)) return `the unit says CPUSchedulingPolicy=${policy}`;
  return isSet(settings, "Service", "LimitRTPRIO") ? "LimitRTPRIO= lets it ask for real-time scheduling" : undefined;
};

/** Programs of 32 bits beside those of 64. */
const otherArchitecture = firstOf(
  mentions(["/lib/i386-linux-gnu", "/usr/lib/i386-linux-gnu", "/lib32", "/usr/lib32"]),
  sets(["Personality"], "makes it another architecture"),
  known("old programs"),
);

export const processes: readonly Hardening[] = [
  {
    lines: [{ name: "NoNewPrivileges", value: "yes" }],
    improves: ["NoNewPrivileges"],
    theme: "processes",
    means: "other",
    level: "safe",
    forbids: "Cannot gain privileges through setuid programs such as sudo",
    breaks: "It calls sudo, sends mail by a setgid program, or changes its SELinux domain",
    objection: gainsPrivileges,
  },
  {
    lines: [{ name: "RestrictSUIDSGID", value: "yes" }],
    improves: ["RestrictSUIDSGID"],
    theme: "processes",
    means: "seccomp",
    level: "safe",
    forbids: "Cannot set the setuid and setgid bits of files and folders",
    breaks: "It restores backups, serves files, or keeps folders of a shared group",
    objection: known("setuid files"),
  },
  {
    lines: [{ name: "LockPersonality", value: "yes" }],
    improves: ["LockPersonality"],
    theme: "processes",
    means: "seccomp",
    level: "safe",
    forbids: "Cannot switch the execution domain",
    breaks: "It emulates other systems, or switches off address randomisation",
    bearsScripts: true,
    objection: firstOf(sets(["Personality"], "chooses the execution domain"), known("personality")),
  },
  {
    lines: [{ name: "RestrictRealtime", value: "yes" }],
    improves: ["RestrictRealtime"],
    theme: "processes",
    means: "seccomp",
    level: "safe",
    forbids: "Cannot ask for real-time scheduling",
    breaks: "It plays sound, keeps time, or runs a cluster",
    objection: firstOf(realtime, known("realtime")),
  },
  {
    lines: [{ name: "RestrictNamespaces", value: "yes" }],
    improves: [
      "RestrictNamespaces_user",
      "RestrictNamespaces_mnt",
      "RestrictNamespaces_ipc",
      "RestrictNamespaces_pid",
      "RestrictNamespaces_cgroup",
      "RestrictNamespaces_net",
      "RestrictNamespaces_uts",
    ],
    theme: "processes",
    means: "seccomp",
    level: "safe",
    forbids: "Cannot make namespaces",
    breaks: "It makes containers or a sandbox of its own",
    objection: known("containers"),
  },
  {
    lines: [{ name: "MemoryDenyWriteExecute", value: "yes" }],
    improves: ["MemoryDenyWriteExecute"],
    theme: "processes",
    means: "seccomp",
    level: "strict",
    forbids: "Cannot make memory that is both written and run",
    breaks: "It compiles as it runs: Java, JavaScript, .NET, PCRE, libffi",
    objection: firstOf(known("jit"), known("old programs")),
  },
  {
    lines: [{ name: "KeyringMode", value: "private" }],
    improves: ["KeyringMode"],
    theme: "processes",
    means: "other",
    level: "safe",
    forbids: "Shares no kernel keyring with others",
    breaks: "It uses Kerberos tickets or keys of a session",
    objection: known("keys"),
  },
  {
    lines: [{ name: "NotifyAccess", value: "main" }],
    improves: ["NotifyAccess"],
    theme: "processes",
    means: "other",
    level: "strict",
    forbids: "Only the main process may report its state",
    breaks: "Its helpers tell when it is ready",
  },
  {
    lines: [{ name: "Delegate", value: "no" }],
    improves: ["Delegate"],
    theme: "processes",
    means: "cgroup",
    level: "strict",
    forbids: "Manages no control groups",
    breaks: "It manages containers or limits for processes",
  },
  {
    lines: [{ name: "SystemCallArchitectures", value: "native" }],
    improves: ["SystemCallArchitectures"],
    theme: "calls",
    means: "seccomp",
    level: "safe",
    forbids: "Runs no programs of another architecture, such as 32-bit ones",
    breaks: "It runs 32-bit programs, as Wine and many game servers do",
    objection: otherArchitecture,
  },
];
