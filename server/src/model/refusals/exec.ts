/** What does not go together in the environment of processes. systemd: unit_verify_contexts(), src/core/unit.c; before 256 in *_verify() */
import { lastOf, textOf } from "../reading.ts";
import type { PlacedAssignment } from "../setting.ts";
import { mountNamespaceCause } from "./mount-namespace.ts";
import type { Check, Found, Subject } from "./problem.ts";

/** Of services, sockets, mounts and swaps, in systemd's order. */
export const execChecks: readonly Check[] = [
  { check: "sandbox-conflict", verdict: "refuses", since: 256, find: dynamicUserOfUser },
  { check: "sandbox-conflict", verdict: "refuses", since: 256, find: homelessDynamicUser },
  { check: "sandbox-conflict", verdict: "refuses", since: 256, find: workingDirectoryInApi },
  { check: "sandbox-conflict", verdict: "refuses", find: namespaceWithoutService },
  { check: "sandbox-conflict", verdict: "refuses", find: managedUsersWithUser },
  {
    check: "sandbox-conflict",
    verdict: "refuses",
    find: subject =>
      conflict(
        placed(subject, "PrivateUsers", value => value !== "no"),
        placed(subject, "UserNamespacePath", value => value !== ""),
        "PrivateUsers= makes a user namespace of its own, so UserNamespacePath= cannot name another",
      ),
  },
  {
    check: "sandbox-conflict",
    verdict: "refuses",
    since: 258,
    find: subject =>
      conflict(
        placed(subject, "PrivatePIDs", value => value === "yes"),
        placed(subject, "PAMName", value => value !== ""),
        "PrivatePIDs= does not go with PAMName=",
      ),
  },
  { check: "kill-mode-with-pam", verdict: "refuses", since: 256, find: subject => killModeWithPam(subject, ["mixed"]) },
];

/** Type=forking leaves the namespace of the process that systemd started. systemd: service_verify() */
export const forkingChecks: readonly Check[] = [
  {
    check: "sandbox-conflict",
    verdict: "refuses",
    find: subject =>
      conflict(
        placed(subject, "Type", value => value === "forking"),
        placed(subject, "PrivatePIDs", value => value === "yes"),
        "Type=forking does not go with PrivatePIDs=yes",
      ),
  },
];

/** Before 256: KillMode=mixed was allowed for services alone. systemd: service_verify(), socket_verify(), mount_verify(), swap_verify() */
export function oldPamChecks(alsoAllowed: readonly string[]): readonly Check[] {
  return [
    {
      check: "kill-mode-with-pam",
      verdict: "refuses",
      until: 255,
      find: subject => killModeWithPam(subject, alsoAllowed),
    },
  ];
}

/** The line that counts of a directive, if its value is known and as wanted. */
function placed(
  { settings, section }: Subject,
  name: string,
  isWanted: (value: string) => boolean,
): PlacedAssignment | undefined {
  const at = lastOf(settings, section, name);
  if (at?.parsed === undefined) return undefined;
  const { value } = at.parsed;
  const text = typeof value === "boolean" ? (value ? "yes" : "no") : (textOf(settings, section, name) ?? "");
  return isWanted(text) ? at : undefined;
}

/** Two lines of which one has to go. */
function conflict(
  at: PlacedAssignment | undefined,
  other: PlacedAssignment | undefined,
  message: string,
): Found | undefined {
  if (at === undefined || other === undefined) return undefined;
  return { message, at, related: [{ at: other, message: "what it does not go with" }] };
}

function dynamicUser(subject: Subject): PlacedAssignment | undefined {
  return placed(subject, "DynamicUser", value => value === "yes");
}

function dynamicUserOfUser(subject: Subject): Found | undefined {
  const at = dynamicUser(subject);
  return at && subject.manager === "user" ? { message: "A user unit cannot have DynamicUser=", at } : undefined;
}

function homelessDynamicUser(subject: Subject): Found | undefined {
  const at = placed(subject, "WorkingDirectory", value => /^-?~$/.test(value));
  return conflict(
    at,
    dynamicUser(subject),
    "WorkingDirectory=~ is not allowed with DynamicUser=, whose user has no home",
  );
}

function workingDirectoryInApi(subject: Subject): Found | undefined {
  const at = placed(subject, "WorkingDirectory", value => /^-?\/(?:dev|sys|proc)(?:\/|$)/.test(value));
  const cause = at && mountNamespaceCause(subject);
  return conflict(
    at,
    cause,
    `WorkingDirectory= must not lie in /proc, /sys or /dev where ${cause?.entry.key.text}= gives the processes mounts of their own`,
  );
}

function namespaceWithoutService(subject: Subject): Found | undefined {
  const at = subject.unit.type === "service" ? undefined : placed(subject, "PrivatePIDs", value => value === "yes");
  return at && { message: "Only services can have PrivatePIDs=", at };
}

function managedUsersWithUser(subject: Subject): Found | undefined {
  const user =
    placed(subject, "User", value => value !== "") ??
    dynamicUser(subject) ??
    placed(subject, "Group", value => value !== "") ??
    placed(subject, "PAMName", value => value !== "");
  const message = `PrivateUsers=managed does not go with ${user?.entry.key.text}=`;
  return conflict(
    placed(subject, "PrivateUsers", value => value === "managed"),
    user,
    message,
  );
}

/** PAM needs a process that outlives the others to close its session. */
function killModeWithPam(subject: Subject, alsoAllowed: readonly string[]): Found | undefined {
  const allowed = ["", "control-group", ...alsoAllowed];
  const at = placed(subject, "KillMode", value => !allowed.includes(value));
  const modes = ["control-group", ...alsoAllowed].map(mode => `KillMode=${mode}`).join(" or ");
  const found = conflict(
    at,
    placed(subject, "PAMName", value => value !== ""),
    `PAMName= needs ${modes}`,
  );
  return found && at
    ? { ...found, remedies: [{ title: "Write KillMode=control-group", at, write: { value: "control-group" } }] }
    : undefined;
}
