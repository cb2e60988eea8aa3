/** Settings that systemd takes and the kernel then refuses, so that the process never starts. */
import type { SectionName } from "../catalog/directive.ts";
import { commandsOf } from "./commands.ts";
import { isSet, lastOf, textOf } from "./reading.ts";
import { filesOf } from "./refusals/lost-lines.ts";
import type { PlacedAssignment } from "./setting.ts";
import type { Unit } from "./unit.ts";
import type { Manager } from "./unit-file-name.ts";

/** Why a process cannot start. */
export interface SetupFailure {
  readonly at: PlacedAssignment;
  readonly message: string;
  /** As systemctl shows it. */
  readonly status: string;
  /** A line that makes it work; without one, the line is better deleted. */
  readonly remedy?: string;
}

/** All of them in a unit that starts processes; each was read in systemd 252, 257 and 262, and where that asks the kernel, tried there. */
export function setupFailures(unit: Unit, manager: Manager): readonly SetupFailure[] {
  const section = sections.get(unit.type);
  if (section === undefined || unit.load !== "loaded") return [];
  if (unit.type === "socket" && commandsOf(unit.settings).length === 0) return [];
  const found = [
    scheduling(unit, section),
    memory(unit, section),
    manager === "user" ? disk(unit, section) : undefined,
  ];
  return found.filter(failure => failure !== undefined);
}

const sections: ReadonlyMap<string, SectionName> = new Map([
  ["service", "Service"],
  ["socket", "Socket"],
  ["mount", "Mount"],
  ["swap", "Swap"],
]);

/**
 * The kernel wants 1 to 99 for real-time policies and 0 for others; a policy brings the priority before it into its range, but not one
 * behind it. systemd: config_parse_exec_cpu_sched_policy(), src/core/load-fragment.c; exec_child(), exec_invoke()
 */
function scheduling(unit: Unit, section: SectionName): SetupFailure | undefined {
  let policy: string | undefined;
  let priority = 0;
  let set: PlacedAssignment | undefined;
  for (const at of inOrder(unit, section, ["CPUSchedulingPolicy", "CPUSchedulingPriority"])) {
    if (at.parsed === undefined) return undefined;
    if (at.parsed.problems.length > 0) continue;
    const { text } = at.entry.value;
    if (at.directive.name === "CPUSchedulingPriority") {
      priority = Number(text);
      set = at;
    } else if (text === "") {
      [policy, priority, set] = [undefined, 0, undefined];
    } else {
      if (!/^[a-z]+$/.test(text)) return undefined;
      policy = text;
      priority = isRealTime(policy) ? Math.max(1, priority) : 0;
      set = undefined;
    }
  }
  if (set === undefined || Number.isNaN(priority) || isRealTime(policy) === priority > 0) return undefined;
  return { at: set, status: "214/SETSCHEDULER", ...advice(set, policy) };
}

function advice(at: PlacedAssignment, policy: string | undefined): Pick<SetupFailure, "message" | "remedy"> {
  const said = `CPUSchedulingPriority=${at.entry.value.text}`;
  if (isRealTime(policy))
    return { message: `${said} is too low for CPUSchedulingPolicy=${policy}, which knows 1 to 99` };
  const message = `${said} needs CPUSchedulingPolicy=rr or fifo before it, or the process cannot start`;
  return policy === undefined ? { message, remedy: "CPUSchedulingPolicy=rr" } : { message };
}

function isRealTime(policy: string | undefined): boolean {
  return policy === "fifo" || policy === "rr";
}

/** systemd: numa_policy_is_valid(), apply_numa_policy(), src/shared/numa-util.c */
function memory({ settings }: Unit, section: SectionName): SetupFailure | undefined {
  const at = lastOf(settings, section, "NUMAPolicy");
  const policy = textOf(settings, section, "NUMAPolicy") ?? "";
  if (at === undefined || at.parsed?.problems.length !== 0) return undefined;
  const status = "242/NUMA_POLICY";
  const nodes = nodesIn(settings.of(section, "NUMAMask")?.effective ?? []);
  if (policy === "preferred" && nodes !== undefined && nodes > 1)
    return {
      at,
      status,
      message: `NUMAPolicy=preferred takes one node, but NUMAMask= names ${nodes}, so that the process cannot start`,
    };
  if (!nodesNeeded.has(policy) || isSet(settings, section, "NUMAMask")) return undefined;
  return {
    at,
    message: `NUMAPolicy=${policy} needs NUMAMask=, or the process cannot start`,
    status,
  };
}

/** The last two came with systemd 262. */
const nodesNeeded: ReadonlySet<string> = new Set(["bind", "interleave", "preferred-many", "weighted-interleave"]);

/** How many some lines name together; undefined where only the host or a placeholder tells. */
function nodesIn(lines: readonly PlacedAssignment[]): number | undefined {
  const nodes = new Set<number>();
  for (const { parsed } of lines) {
    if (typeof parsed?.value !== "string" || parsed.problems.length > 0) return undefined;
    for (const word of parsed.value.split(",")) {
      const [, first = "", last = first] = /^(\d+)(?:-(\d+))?$/.exec(word) ?? [];
      if (first === "") return undefined;
      for (let node = Number(first); node <= Number(last); node++) nodes.add(node);
    }
  }
  return nodes.size;
}

/** Only who has CAP_SYS_NICE or CAP_SYS_ADMIN may take the disk before all others. Linux: ioprio_check_cap(), block/ioprio.c */
function disk({ settings }: Unit, section: SectionName): SetupFailure | undefined {
  const at = lastOf(settings, section, "IOSchedulingClass");
  const text = textOf(settings, section, "IOSchedulingClass") ?? "";
  if (at === undefined || !["realtime", "1"].includes(text)) return undefined;
  const message = `IOSchedulingClass=${text} is for root alone, so that the process of a user unit cannot start`;
  return { at, message, status: "211/IOPRIO" };
}

/** What is said of some directives, as systemd reads it. */
function inOrder(unit: Unit, section: SectionName, names: readonly string[]): readonly PlacedAssignment[] {
  const lines = names.flatMap(name => unit.settings.of(section, name)?.assignments ?? []).map(({ at }) => at);
  if (lines.length < 2) return lines;
  const files = filesOf(unit);
  const place = ({ file }: PlacedAssignment) => files.indexOf(file);
  return lines.sort((a, b) => place(a) - place(b) || a.entry.span.start - b.entry.span.start);
}
