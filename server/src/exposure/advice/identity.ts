/** Advice on the account, its groups and what it leaves behind. */
import { isSet, textOf } from "../../model/reading.ts";
import { asRoot, lowPort, sets } from "./evidence.ts";
import { firstOf, type Hardening, type Objection } from "./hardening.ts";
import { gainsPrivileges } from "./processes.ts";
import { known } from "./programs.ts";

const shared: Objection = view => {
  const { account, unit } = view;
  if (unit.instance !== undefined) return "other instances of the template share the account";
  return account !== undefined && account !== unit.prefix && `${account}d` !== unit.prefix
    ? `others may run as ${account} too`
    : undefined;
};

const usesCapabilities: Objection = ({ settings }) =>
  isSet(settings, "Service", "AmbientCapabilities") ? "AmbientCapabilities= would count for nothing" : undefined;

const forOthers = firstOf(
  sets(["Group", "SupplementaryGroups"], "suggests that others read its files"),
  sets(["RuntimeDirectory"], "suggests a socket for others"),
  known("setuid files"),
);

export const identity: readonly Hardening[] = [
  {
    lines: [{ name: "DynamicUser", value: "yes" }],
    improves: ["UserOrDynamicUser"],
    theme: "identity",
    means: "mounts",
    level: "strict",
    forbids: "Runs as an account that exists only while it runs",
    breaks: "It needs root, or files that belong to a fixed account",
    suits: ({ manager, isRoot, isEarly }) => manager === "system" && isRoot && !isEarly,
    objection: ({ settings }) => {
      const user = textOf(settings, "Service", "User") ?? "";
      return user === "" ? "it runs as root so far; its files belong to root" : `the unit says User=${user}`;
    },
  },
  {
    lines: [{ name: "PrivateUsers", value: "yes" }],
    improves: ["PrivateUsers"],
    theme: "identity",
    means: "other",
    level: "strict",
    forbids: "Knows no accounts but its own and root, and has no capabilities outside",
    breaks: "It needs privileges, or files and callers of other accounts",
    objection: firstOf(
      asRoot("need privileges over the files of others"),
      usesCapabilities,
      lowPort,
      known("containers"),
      gainsPrivileges,
    ),
  },
  {
    lines: [{ name: "SupplementaryGroups", value: "" }],
    improves: ["SupplementaryGroups"],
    theme: "identity",
    means: "other",
    level: "strict",
    forbids: "Is a member of no further groups",
    breaks: "It needs what these groups may use",
  },
  {
    lines: [{ name: "AmbientCapabilities", value: "" }],
    improves: ["AmbientCapabilities"],
    theme: "identity",
    means: "capabilities",
    level: "strict",
    forbids: "Starts without capabilities",
    breaks: "It needs them, as for ports below 1024",
  },
  {
    lines: [{ name: "RemoveIPC", value: "yes" }],
    improves: ["RemoveIPC"],
    theme: "identity",
    means: "other",
    level: "safe",
    forbids: "Its shared memory and queues end with it",
    breaks: "Others of the same account share them",
    objection: firstOf(shared, known("shared memory")),
  },
  {
    lines: [{ name: "UMask", value: "0077" }],
    improves: ["UMask"],
    theme: "identity",
    means: "other",
    level: "strict",
    forbids: "Files that it makes are for its own account only",
    breaks: "Others read its files or use its sockets",
    bearsScripts: true,
    objection: forOthers,
  },
];
