/** Advice on system calls: those that a service hardly needs, group after group, and for the strict those that many need. */
import { isSet } from "../../model/reading.ts";
import { asRoot } from "./evidence.ts";
import { firstOf, type Hardening, type Objection } from "./hardening.ts";
import { known } from "./programs.ts";
import type { UnitView } from "./view.ts";

interface Group {
  /** As in `@clock`, and with `_` for `-` in the assessment's JSON field. */
  readonly name: string;
  readonly forbids: string;
  readonly breaks: string;
  readonly objection: Objection;
}

/** What hardly any service calls. */
const rare: readonly Group[] = [
  {
    name: "clock",
    forbids: "No calls that set the clock",
    breaks: "It synchronises or sets the time",
    objection: known("clock"),
  },
  {
    name: "cpu-emulation",
    forbids: "No calls for emulating processors",
    breaks: "It emulates old systems",
    objection: known("old programs"),
  },
  {
    name: "debug",
    forbids: "No calls for debugging and profiling",
    breaks: "It traces processes, or reports its own crashes by tracing itself",
    objection: firstOf(known("debug"), known("containers")),
  },
  {
    name: "module",
    forbids: "No calls that load kernel modules",
    breaks: "It loads modules, as firewalls and VPNs do",
    objection: firstOf(known("modules"), known("containers")),
  },
  {
    name: "mount",
    forbids: "No calls that mount file systems or change the root folder",
    breaks: "It mounts, makes sandboxes, or shuts itself into a folder",
    objection: firstOf(known("mounts"), known("containers"), asRoot("mount, or shut itself into a folder")),
  },
  {
    name: "obsolete",
    forbids: "No calls that are long gone",
    breaks: "It is a very old program",
    objection: known("old programs"),
  },
  {
    name: "raw-io",
    forbids: "No calls for direct access to hardware",
    breaks: "It drives hardware by itself",
    objection: firstOf(known("devices"), asRoot("reach hardware directly")),
  },
  {
    name: "reboot",
    forbids: "No calls that restart the machine",
    breaks: "It restarts the machine by itself",
    objection: firstOf(known("reboot"), known("containers")),
  },
  {
    name: "swap",
    forbids: "No calls that manage swap space",
    breaks: "It manages swap space",
    objection: known("swap"),
  },
];

const common: readonly Group[] = [
  {
    name: "privileged",
    forbids: "No calls for the privileged, such as changing owners and accounts",
    breaks: "It changes owners of files or switches accounts, or only tries to",
    objection: asRoot("switch accounts or change owners of files"),
  },
  {
    name: "resources",
    forbids: "No calls that change priorities, limits and the placement of memory",
    breaks: "It raises limits, pins threads or lowers its priority",
    objection: resourcesChanged,
  },
];

function resourcesChanged(view: UnitView): string | undefined {
  return asRoot("change its limits or priorities")(view) ?? known("realtime")(view) ?? known("jit")(view);
}

/** A list that allows is widened by a second one; one that forbids makes any list smaller. */
function hasFilter({ settings }: UnitView): boolean {
  return isSet(settings, "Service", "SystemCallFilter");
}

/** Refused calls fail, as they do for lack of privileges, and do not kill. */
const gently = { name: "SystemCallErrorNumber", value: "EPERM" } as const;

function softly(view: UnitView): boolean {
  return !hasFilter(view) && !isSet(view.settings, "Service", "SystemCallErrorNumber");
}

export const calls: readonly Hardening[] = [
  {
    lines: [{ name: "SystemCallFilter", value: "@system-service" }, gently],
    improves: rare.map(fieldOf),
    theme: "calls",
    means: "seccomp",
    level: "strict",
    forbids: "No system calls but those of common services",
    breaks: "It does what services rarely do, or uses calls that are newer than systemd",
    suits: view => softly(view) && rare.every(({ objection }) => objection(view) === undefined),
  },
  ...rare.flatMap(group => [
    callRow(group, "safe", [gently], softly),
    callRow(group, "safe", [], view => !softly(view)),
  ]),
  ...common.flatMap(group => [
    callRow(group, "strict", [gently], softly),
    callRow(group, "strict", [], view => !softly(view)),
  ]),
];

function callRow(
  { name, forbids, breaks, objection }: Group,
  level: Hardening["level"],
  more: Hardening["lines"][number][],
  suits: (view: UnitView) => boolean,
): Hardening {
  return {
    lines: [{ name: "SystemCallFilter", value: `~@${name}` }, ...more],
    improves: [fieldOf({ name })],
    theme: "calls",
    means: "seccomp",
    level,
    forbids,
    breaks,
    suits,
    objection,
  };
}

function fieldOf({ name }: Pick<Group, "name">): string {
  return `SystemCallFilter_${name.replaceAll("-", "_")}`;
}
