/** Capabilities as they are assessed: which belong together, and what they are good for. */
import type { Need } from "./programs.ts";

/** Capabilities that are assessed together. */
export interface CapabilityGroup {
  /** The end of the assessment's JSON field. */
  readonly field: string;
  readonly names: string;
  readonly forbids: string;
  /** What root may use them for, where that is not rare. */
  readonly root?: string;
  /** What rare programs use them for. */
  readonly need?: Need;
}

/** All that are assessed, in systemd's order. */
export const capabilityGroups: readonly CapabilityGroup[] = [
  {
    field: "SYS_ADMIN",
    names: "SYS_ADMIN",
    forbids: "Cannot administer the system: mounts, quotas, namespaces and much more",
    root: "administer the system",
  },
  {
    field: "SET_UID_GID_PCAP",
    names: "SETUID SETGID SETPCAP",
    forbids: "Cannot switch accounts or hand out capabilities",
    root: "switch to an account of less privilege",
  },
  {
    field: "SYS_PTRACE",
    names: "SYS_PTRACE",
    forbids: "Cannot look into processes of others",
    root: "look at other processes",
  },
  { field: "SYS_TIME", names: "SYS_TIME", forbids: "Cannot set the clock", need: "clock" },
  { field: "NET_ADMIN", names: "NET_ADMIN", forbids: "Cannot configure the network", root: "configure the network" },
  {
    field: "SYS_RAWIO",
    names: "SYS_RAWIO",
    forbids: "Cannot reach hardware directly",
    root: "reach hardware directly",
  },
  { field: "SYS_MODULE", names: "SYS_MODULE", forbids: "Cannot load kernel modules", need: "modules" },
  {
    field: "AUDIT",
    names: "AUDIT_CONTROL AUDIT_READ AUDIT_WRITE",
    forbids: "Cannot write or read audit records",
    root: "check passwords, which is audited",
  },
  { field: "SYSLOG", names: "SYSLOG", forbids: "Cannot control the kernel's log", need: "kernel log" },
  {
    field: "SYS_NICE_RESOURCE",
    names: "SYS_NICE SYS_RESOURCE",
    forbids: "Cannot raise priorities or limits",
    root: "raise its limits",
  },
  { field: "MKNOD", names: "MKNOD", forbids: "Cannot make device nodes", root: "make device nodes" },
  {
    field: "CHOWN_FSETID_SETFCAP",
    names: "CHOWN FSETID SETFCAP",
    forbids: "Cannot give files away",
    root: "give files to another account",
  },
  {
    field: "DAC_FOWNER_IPC_OWNER",
    names: "DAC_OVERRIDE DAC_READ_SEARCH FOWNER IPC_OWNER",
    forbids: "Bound to the permissions of files",
    root: "use files of other accounts",
  },
  {
    field: "KILL",
    names: "KILL",
    forbids: "Cannot signal processes of others",
    root: "signal children that switched accounts",
  },
  {
    field: "NET_BIND_SERVICE_BROADCAST_RAW)",
    names: "NET_BIND_SERVICE NET_BROADCAST NET_RAW",
    forbids: "Cannot open ports below 1024 or raw sockets",
    root: "open a port below 1024",
  },
  { field: "SYS_BOOT", names: "SYS_BOOT", forbids: "Cannot restart the machine by itself", need: "reboot" },
  {
    field: "MAC",
    names: "MAC_ADMIN MAC_OVERRIDE",
    forbids: "Cannot change the policy of SMACK",
    root: "set labels of files",
  },
  {
    field: "LINUX_IMMUTABLE",
    names: "LINUX_IMMUTABLE",
    forbids: "Cannot mark files as immutable",
    root: "mark files as immutable",
  },
  { field: "IPC_LOCK", names: "IPC_LOCK", forbids: "Cannot lock much memory", root: "lock memory against swapping" },
  {
    field: "SYS_CHROOT",
    names: "SYS_CHROOT",
    forbids: "Cannot change its root folder",
    root: "shut itself into a folder",
  },
  {
    field: "BLOCK_SUSPEND",
    names: "BLOCK_SUSPEND",
    forbids: "Cannot keep the machine awake",
    root: "keep the machine awake",
  },
  { field: "WAKE_ALARM", names: "WAKE_ALARM", forbids: "Cannot wake the machine up", need: "clock" },
  { field: "LEASE", names: "LEASE", forbids: "Cannot take leases on files", need: "setuid files" },
  {
    field: "SYS_TTY_CONFIG",
    names: "SYS_TTY_CONFIG",
    forbids: "Cannot configure terminals",
    root: "configure terminals",
  },
  { field: "SYS_PACCT", names: "SYS_PACCT", forbids: "Cannot switch process accounting", need: "processes" },
  { field: "BPF", names: "BPF", forbids: "Cannot load BPF programs", root: "load BPF programs" },
];
