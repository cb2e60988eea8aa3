/** What an assessment means, in our own words: what a process may do, or cannot. */
import type { Outcome } from "./assess.ts";
import type { PolicyItem } from "./policy.ts";
import type { ExposureRow } from "./table.ts";

/** A sentence without a period on the outcome of an assessment. */
export function describe(row: ExposureRow, { badness, remark }: Outcome, policy: PolicyItem | undefined): string {
  if (remark !== undefined) return remark;
  if (badness === undefined) return policy?.description_na ?? "Makes no difference to processes that run as root";
  if (badness === 0) return policy?.description_good ?? sentence(row, "cannot");
  return policy?.description_bad ?? sentence(row, "may");
}

function sentence({ field }: ExposureRow, verb: "may" | "cannot"): string {
  const words = sentences[field];
  if (words !== undefined) return verb === "may" ? words[0] : words[1];
  return verb === "may" ? `May ${deeds[field] ?? field}` : `Cannot ${deeds[field] ?? field}`;
}

/** What is not a matter of may and cannot: bad, good. */
const sentences: Readonly<Record<string, readonly [bad: string, good: string]>> = {
  UserOrDynamicUser: ["Runs as root", "Runs as a user of its own"],
  SupplementaryGroups: ["Belongs to further groups", "Belongs to no further groups"],
  PrivateMounts: ["Its mounts reach the rest of the system", "Its mounts stay its own"],
  PrivateTmp: ["Shares /tmp and /var/tmp with all others", "Has /tmp and /var/tmp of its own"],
  PrivateUsers: ["Sees all users of the system", "Sees only root, itself and nobody among users"],
  RootDirectoryOrRootImage: ["Sees the host's root file system", "Has a root file system of its own"],
  KeyringMode: ["Shares kernel keys with other services", "Has kernel keys of its own"],
  NotifyAccess: ["Every child may report the service's state", "Children cannot report the service's state"],
  RemoveIPC: ["Leaves shared memory and queues behind", "Its shared memory and queues go when it stops"],
  Delegate: ["Manages control groups of its own", "Leaves its control groups to systemd"],
  AmbientCapabilities: ["Its processes start with capabilities", "Its processes start without capabilities"],
};

/** What a process may do, or cannot. */
const deeds: Readonly<Record<string, string>> = {
  PrivateDevices: "open the devices of the machine",
  PrivateNetwork: "use the host's network",
  ProtectControlGroups: "change control groups",
  ProtectKernelModules: "load or unload kernel modules",
  ProtectKernelTunables: "change kernel settings in /proc and /sys",
  ProtectKernelLogs: "read and clear the kernel's log",
  ProtectClock: "set the clock",
  ProtectHostname: "change the host name",
  LockPersonality: "make the kernel behave like another one (personality)",
  MemoryDenyWriteExecute: "make memory that is both writable and executable",
  NoNewPrivileges: "gain privileges by running programs, such as setuid ones",
  ProcSubset: "read what /proc tells of more than processes",
  RestrictRealtime: "run with real-time priority",
  RestrictSUIDSGID: "make files setuid or setgid",
  CapabilityBoundingSet_CAP_SYS_ADMIN: "administer the system: mount, trace, configure (CAP_SYS_ADMIN)",
  CapabilityBoundingSet_CAP_SET_UID_GID_PCAP: "become other users and change capabilities",
  CapabilityBoundingSet_CAP_SYS_PTRACE: "trace and inspect any process",
  CapabilityBoundingSet_CAP_SYS_TIME: "set the clock by its capability",
  CapabilityBoundingSet_CAP_NET_ADMIN: "configure the network",
  CapabilityBoundingSet_CAP_SYS_RAWIO: "reach hardware directly",
  CapabilityBoundingSet_CAP_SYS_MODULE: "load kernel modules by its capability",
  CapabilityBoundingSet_CAP_AUDIT: "read, write and control the audit log",
  CapabilityBoundingSet_CAP_SYSLOG: "read and clear the kernel's log by its capability",
  CapabilityBoundingSet_CAP_SYS_NICE_RESOURCE: "raise priorities and exceed limits of resources",
  CapabilityBoundingSet_CAP_MKNOD: "make device nodes",
  CapabilityBoundingSet_CAP_CHOWN_FSETID_SETFCAP: "change owners, setuid bits and capabilities of files",
  CapabilityBoundingSet_CAP_DAC_FOWNER_IPC_OWNER: "pass over the permissions of files and IPC objects",
  CapabilityBoundingSet_CAP_KILL: "send signals to any process",
  "CapabilityBoundingSet_CAP_NET_BIND_SERVICE_BROADCAST_RAW)":
    "listen on ports below 1024, broadcast, and write raw packets",
  CapabilityBoundingSet_CAP_SYS_BOOT: "reboot the system and load kernels",
  CapabilityBoundingSet_CAP_MAC: "change SMACK rules and pass over them",
  CapabilityBoundingSet_CAP_LINUX_IMMUTABLE: "mark files immutable",
  CapabilityBoundingSet_CAP_IPC_LOCK: "lock memory",
  CapabilityBoundingSet_CAP_SYS_CHROOT: "call chroot()",
  CapabilityBoundingSet_CAP_BLOCK_SUSPEND: "keep the system from suspending",
  CapabilityBoundingSet_CAP_WAKE_ALARM: "set timers that wake the system",
  CapabilityBoundingSet_CAP_LEASE: "take leases on any file",
  CapabilityBoundingSet_CAP_SYS_TTY_CONFIG: "hang up terminals (vhangup)",
  CapabilityBoundingSet_CAP_SYS_PACCT: "switch process accounting on and off",
  CapabilityBoundingSet_CAP_BPF: "load BPF programs",
  RestrictNamespaces_user: "make user namespaces",
  RestrictNamespaces_mnt: "make mount namespaces",
  RestrictNamespaces_ipc: "make IPC namespaces",
  RestrictNamespaces_pid: "make process namespaces",
  RestrictNamespaces_cgroup: "make namespaces of control groups",
  RestrictNamespaces_net: "make network namespaces",
  RestrictNamespaces_uts: "make host name namespaces",
  RestrictAddressFamilies_AF_INET_INET6: "open Internet sockets",
  RestrictAddressFamilies_AF_UNIX: "open local sockets",
  RestrictAddressFamilies_AF_NETLINK: "open netlink sockets",
  RestrictAddressFamilies_AF_PACKET: "open packet sockets",
  RestrictAddressFamilies_OTHER: "open sockets of rare kinds",
};
