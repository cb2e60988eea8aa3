/**
 * The name of a control group below that of the unit, taken as written.
 * systemd: config_parse_delegate_subgroup(), src/core/load-fragment.c; cg_needs_escape(), src/basic/cgroup-util.c
 */
import { accepted, type Parsed, rejected, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { isFileName } from "../path.ts";
import { shown } from "../shown.ts";

export const cgroupName: ValueKind = {
  id: "cgroup-name",
  describe: "a name without slashes, such as supervisor",
  parse: parseCgroupName,
};

/** Names before a dot that belong to the kernel; one of them since 260. */
const controllers = [
  "cgroup",
  "cpu",
  "cpuacct",
  "cpuset",
  "io",
  "blkio",
  "memory",
  "devices",
  "pids",
  "bpf-firewall",
  "bpf-devices",
  "bpf-foreign",
  "bpf-socket-bind",
  "bpf-restrict-network-interfaces",
];

function parseCgroupName(text: string, at: ValueContext): Parsed {
  if (at.type !== "service" && at.type !== "scope")
    return rejected(`${at.name}= works only in services and scopes`, whole(text));
  if (text === "") return accepted("");
  const fault = cgroupNameFault(text, at);
  return fault === undefined ? accepted(text, [{ kind: "string", span: whole(text) }]) : rejected(fault, whole(text));
}

function cgroupNameFault(text: string, { version }: ValueContext): string | undefined {
  if (text.includes("/")) return `${shown(text)} is no name of one control group: it has a slash`;
  if (!isFileName(text)) return `${shown(text)} is no name of a control group`;
  if (text.startsWith("_") || text.startsWith("."))
    return `The name of a control group must not start with ${text.charAt(0)}`;
  if (["notify_on_release", "release_agent", "tasks"].includes(text)) return `${text} belongs to the kernel`;
  const before = text.split(".", 1)[0] ?? text;
  const taken = before !== text && (controllers.includes(before) || isNewController(before, version));
  return taken ? `Names that start with ${before}. belong to the kernel` : undefined;
}

function isNewController(name: string, version: number): boolean {
  return version >= 260 && name === "bpf-bind-network-interface";
}
