/** Hover over a capability: what it lets a process do. See capabilities(7). */
import { type Block, say } from "./markup.ts";
import type { Describe } from "./piece.ts";

/** Its name and what it is for. */
export const describeCapability: Describe = ({ text, directive }) => {
  const name = text.toUpperCase();
  const power = powers[name.replace("CAP_", "")];
  const blocks: Block[] = power === undefined ? [say`${name}: a capability`] : [say`${name}: ${[power]}`];
  const effect = effects[directive.name];
  return effect === undefined ? blocks : [...blocks, [effect]];
};

const effects: Readonly<Record<string, string>> = {
  CapabilityBoundingSet: "What is not in the set can never be had by the processes of the unit",
  AmbientCapabilities: "The processes of the unit start with it, also as a user other than root",
};

const powers: Readonly<Record<string, string>> = {
  AUDIT_CONTROL: "switch auditing on and off and change its rules",
  AUDIT_READ: "read the audit log",
  AUDIT_WRITE: "write to the audit log",
  BLOCK_SUSPEND: "keep the system from suspending",
  BPF: "load BPF programs and make their maps",
  CHECKPOINT_RESTORE: "freeze processes to files and bring them back",
  CHOWN: "give files to any user and group",
  DAC_OVERRIDE: "read, write and execute files whatever their permissions say",
  DAC_READ_SEARCH: "read files and search folders whatever their permissions say",
  FOWNER: "do with any file what only its owner may",
  FSETID: "keep setuid and setgid bits while writing to files",
  IPC_LOCK: "lock memory, so that it is never swapped",
  IPC_OWNER: "use IPC objects whatever their permissions say",
  KILL: "send signals to any process",
  LEASE: "take leases on any file",
  LINUX_IMMUTABLE: "make files immutable or append-only",
  MAC_ADMIN: "change the rules of mandatory access control, such as Smack's",
  MAC_OVERRIDE: "pass over mandatory access control, such as Smack's",
  MKNOD: "make device nodes",
  NET_ADMIN: "configure interfaces, routes and firewalls",
  NET_BIND_SERVICE: "listen on ports below 1024",
  NET_BROADCAST: "broadcast and listen to multicasts",
  NET_RAW: "use raw and packet sockets, as ping does",
  PERFMON: "watch performance counters of other processes and the kernel",
  SETFCAP: "give capabilities to files",
  SETGID: "become any group",
  SETPCAP: "change which capabilities processes may have",
  SETUID: "become any user",
  SYSLOG: "read and clear the kernel's log",
  SYS_ADMIN: "administer the system: mount, set quotas, trace, configure; next to all of root's powers",
  SYS_BOOT: "reboot, and load another kernel",
  SYS_CHROOT: "call chroot(), and enter mount namespaces",
  SYS_MODULE: "load and unload kernel modules",
  SYS_NICE: "raise the priority of any process",
  SYS_PACCT: "switch the accounting of processes on and off",
  SYS_PTRACE: "trace and inspect any process",
  SYS_RAWIO: "reach hardware directly: ports, memory, disks",
  SYS_RESOURCE: "exceed limits, quotas and reserved space",
  SYS_TIME: "set the clock",
  SYS_TTY_CONFIG: "hang up and configure terminals",
  WAKE_ALARM: "set timers that wake the system",
};
