/** What the words of sandboxes and of resources mean. */
import type { Meanings } from "../meanings.ts";

const namespaces = {
  cgroup: "control groups",
  ipc: "System V IPC and POSIX message queues",
  mnt: "mounts",
  net: "network interfaces",
  pid: "process IDs",
  time: "clocks",
  user: "user and group IDs",
  uts: "host names",
};

const controllers = {
  cpu: "shares of the CPUs",
  cpuset: "which CPUs and memory nodes",
  io: "input and output of disks",
  memory: "memory",
  pids: "the number of tasks",
  yes: "all that are there",
  no: "none",
};

export const sandboxMeanings: Meanings = {
  "protect-system": {
    yes: "/usr and the boot loader's folders are read-only",
    full: "the same, and /etc",
    strict: "everything is, but for /dev, /proc and /sys",
    no: "nothing is",
  },
  "protect-home": {
    yes: "/home, /root and /run/user look empty and cannot be entered",
    "read-only": "they can be read only",
    tmpfs: "empty temporary file systems lie over them",
    no: "they are open",
  },
  "protect-proc": {
    default: "all processes are seen",
    noaccess: "those of other users tell little",
    invisible: "those of other users are hidden",
    ptraceable: "only those that may be traced are seen",
  },
  "proc-subset": { all: "all of /proc", pid: "processes only, not the kernel's settings" },
  "protect-control-groups": {
    yes: "/sys/fs/cgroup is read-only",
    private: "a namespace of its own, with write access",
    strict: "a namespace of its own, read-only",
    no: "open",
  },
  "protect-hostname": { yes: "cannot be changed", private: "can be changed for the unit alone", no: "can be changed" },
  "private-tmp": {
    yes: "folders of its own below /tmp and /var/tmp, removed when it stops",
    disconnected: "a temporary file system of its own, in memory",
    connected: "folders of its own below /tmp and /var/tmp, removed when it stops",
    no: "those of the host",
  },
  "private-users": {
    yes: "root and the unit's user are mapped, all others are nobody",
    self: "root and the unit's user are mapped, all others are nobody",
    identity: "the first 65536 IDs are mapped to themselves",
    full: "all IDs are mapped to themselves",
    managed: "a range of IDs of its own is mapped",
    no: "no user namespace",
  },
  "mount-propagation": {
    shared: "mounts of either side reach the other",
    slave: "mounts of the host reach the unit",
    private: "neither side sees the other's",
  },
  "keyring-mode": {
    inherit: "the service manager's",
    private: "a session keyring of its own",
    shared: "one of its own, with the user's keys linked",
  },
  "utmp-mode": {
    init: "an INIT_PROCESS record only",
    login: "and a LOGIN_PROCESS record",
    user: "and a USER_PROCESS record",
  },
  "device-policy": {
    auto: "all devices, unless DeviceAllow= names any",
    closed: "harmless ones such as /dev/null, and those that DeviceAllow= names",
    strict: "only those that DeviceAllow= names",
  },
  "namespace-flags": { ...namespaces, yes: "none may be made", no: "all may be made" },
  "delegate-namespaces": { ...namespaces, yes: "all", no: "none" },
  "controller-list": controllers,
  delegate: controllers,
  "address-family-list": {
    none: "no sockets at all",
    AF_UNIX: "local sockets",
    AF_INET: "IPv4",
    AF_INET6: "IPv6",
    AF_NETLINK: "talking to the kernel",
    AF_PACKET: "raw frames",
    AF_VSOCK: "virtual machines and their host",
    AF_BLUETOOTH: "Bluetooth",
    AF_CAN: "CAN bus",
    AF_ALG: "the kernel's cryptography",
    AF_XDP: "fast raw frames",
  },
  "ip-prefix-list": {
    any: "0.0.0.0/0 and ::/0",
    localhost: "127.0.0.0/8 and ::1",
    "link-local": "169.254.0.0/16 and fe80::/64",
    multicast: "224.0.0.0/4 and ff00::/8",
  },
  "io-scheduling-class": {
    none: "by the nice level",
    realtime: "before all others",
    "best-effort": "the usual one",
    idle: "only when nobody else wants the disk",
  },
  "cpu-scheduling-policy": {
    other: "the usual one",
    batch: "for work that nobody waits for",
    idle: "only when nothing else runs",
    fifo: "real time, until it gives up the CPU",
    rr: "real time, in turns",
    ext: "a scheduler in BPF",
  },
  "numa-policy": {
    default: "where the CPU is",
    preferred: "on the first node if it can be",
    bind: "on these nodes only",
    interleave: "on these nodes in turns",
    local: "where the CPU is",
  },
  "pressure-watch": {
    yes: "watched",
    no: "not watched, and the variable says so",
    auto: "watched where the unit accounts for it",
    skip: "left alone, the variable too",
  },
  "open-file": {
    "read-only": "cannot be written",
    append: "written at its end",
    truncate: "emptied first",
    graceful: "may be missing",
  },
  "secure-bits": {
    "keep-caps": "capabilities stay when the user changes",
    "no-setuid-fixup": "changes of the user leave capabilities alone",
    noroot: "root has no capabilities by itself",
  },
};
