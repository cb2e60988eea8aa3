/** Advice on files: the system's own, homes, temporary ones. */
import { isSet } from "../../model/reading.ts";
import { asRoot, isProvided, mentions } from "./evidence.ts";
import { firstOf, type Hardening, type Objection } from "./hardening.ts";
import { known } from "./programs.ts";
import type { UnitView } from "./view.ts";

const writesSystemFiles = firstOf(
  known("system files"),
  mentions(
    ["/usr", "/boot", "/efi"],
    path => !/\/(?:log|logs|data|var|cache|tmp|run)(?:\/|$)|^\/usr\/local\/(?!bin|sbin|lib)/.test(path),
  ),
);

/** Folders that somebody must open when all others are closed. */
const writesElsewhere: Objection = view => {
  const provided = isProvided(view);
  const path = view.paths.find(path => /^\/(?:var|run|srv|opt|mnt|media|data|home)\//.test(path) && !provided(path));
  if (path !== undefined) return `the unit names ${path}; where it writes there, open it with ReadWritePaths=`;
  return folders.some(name => isSet(view.settings, "Service", name))
    ? undefined
    : "nothing tells where it writes; open what it needs with StateDirectory= or ReadWritePaths=";
};

const folders = ["StateDirectory", "CacheDirectory", "LogsDirectory", "RuntimeDirectory", "ReadWritePaths"];

const atHome = firstOf(mentions(["/home", "/root", "/run/user"]), known("homes"));

/** Accounts of people have homes, those of services do not; only names tell them apart. */
const personal: Objection = ({ account, unit }) => {
  if (account === undefined || isServiceAccount(account, unit.prefix)) return undefined;
  return `the account ${account} may have its home below /home`;
};

function isServiceAccount(account: string, prefix: string): boolean {
  return (
    account === prefix.replace(/d$/, "") ||
    account === prefix ||
    /^(?:_|systemd-|www-data$|nobody$|daemon$)/.test(account)
  );
}

export const files: readonly Hardening[] = [
  {
    lines: [{ name: "ProtectSystem", value: "strict" }],
    improves: ["ProtectSystem"],
    theme: "files",
    means: "mounts",
    level: "strict",
    forbids: "Writes nowhere but in its own directories, /tmp, /dev, /proc and /sys",
    breaks: "It keeps files in places that neither StateDirectory= nor ReadWritePaths= names",
    objection: firstOf(writesSystemFiles, writesElsewhere),
  },
  {
    lines: [{ name: "ProtectSystem", value: "full" }],
    improves: ["ProtectSystem"],
    theme: "files",
    means: "mounts",
    level: "safe",
    forbids: "Cannot change /usr, /boot and /etc",
    breaks: "It saves settings below /etc or updates the system",
    objection: firstOf(writesSystemFiles, known("settings"), asRoot("save settings in /etc")),
  },
  {
    lines: [{ name: "ProtectSystem", value: "yes" }],
    improves: ["ProtectSystem"],
    theme: "files",
    means: "mounts",
    level: "safe",
    forbids: "Cannot change /usr and /boot",
    breaks: "It updates the system, or keeps data below /usr/local",
    objection: writesSystemFiles,
  },
  {
    lines: [{ name: "ProtectHome", value: "yes" }],
    improves: ["ProtectHome"],
    theme: "files",
    means: "mounts",
    level: "safe",
    forbids: "Sees nothing of /home, /root and /run/user",
    breaks: "It reads files of people, or its account has a home below /home",
    objection: firstOf(atHome, known("home files"), personal, asRoot("read home folders")),
  },
  {
    lines: [{ name: "ProtectHome", value: "read-only" }],
    improves: ["ProtectHome"],
    theme: "files",
    means: "mounts",
    level: "safe",
    forbids: "Cannot change /home, /root and /run/user",
    breaks: "It writes into home folders, be it only a cache",
    objection: firstOf(atHome, known("home files"), personal),
  },
  {
    lines: [{ name: "PrivateTmp", value: "yes" }],
    improves: ["PrivateTmp"],
    theme: "files",
    means: "mounts",
    level: "safe",
    forbids: "Has a /tmp and /var/tmp of its own",
    breaks: "It shares files or sockets in /tmp with others",
    suits: ({ isEarly }) => !isEarly,
    objection: firstOf(mentions(["/tmp", "/var/tmp"]), joinsOthers, graphical, known("temporary")),
  },
  {
    lines: [{ name: "PrivateMounts", value: "yes" }],
    improves: ["PrivateMounts"],
    theme: "files",
    means: "mounts",
    level: "safe",
    forbids: "Mounts that it makes are its own",
    breaks: "It mounts file systems for others",
  },
];

/** X11 has its sockets in /tmp. */
function graphical({ text, partners }: UnitView): string | undefined {
  if (/\b(?:DISPLAY|XAUTHORITY)=|\$\{?DISPLAY\b/.test(text))
    return "it talks to an X server, whose sockets are in /tmp";
  const partner = partners.find(name => /^(?:graphical-session|display-manager)/.test(name));
  return partner && `it is tied to ${partner}, and an X server has its sockets in /tmp`;
}

/** The others may not have a /tmp to share. */
function joinsOthers({ settings }: UnitView): string | undefined {
  return isSet(settings, "Unit", "JoinsNamespaceOf") ? "JoinsNamespaceOf= makes it share with others" : undefined;
}
