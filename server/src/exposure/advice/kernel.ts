/** Advice on the kernel: its settings, modules, log, clock, names. */
import { isSet } from "../../model/reading.ts";
import { usesDevices } from "./devices.ts";
import { asRoot, mentions } from "./evidence.ts";
import { firstOf, type Hardening, type Objection } from "./hardening.ts";
import { known } from "./programs.ts";

const delegates: Objection = ({ settings }) => {
  const at = settings.of("Service", "Delegate")?.effective.at(-1);
  return at !== undefined && at.parsed?.value !== false ? "Delegate= gives it control groups to manage" : undefined;
};

/** In old releases, the right to read the real-time clock closed all devices but the usual ones. */
const opensDevices: Objection = view =>
  view.version < 252 ? firstOf(usesDevices, asRoot("use any device"))(view) : undefined;

/** Services of the bus look up the processes of those who call them. */
const checksCallers: Objection = ({ settings }) =>
  isSet(settings, "Service", "BusName") ? "services on the bus may look at the processes of their callers" : undefined;

export const kernel: readonly Hardening[] = [
  {
    lines: [{ name: "ProtectKernelTunables", value: "yes" }],
    improves: ["ProtectKernelTunables"],
    theme: "kernel",
    means: "mounts",
    level: "safe",
    forbids: "Cannot change kernel settings in /proc/sys and /sys",
    breaks: "It tunes the kernel, the network or hardware",
    objection: firstOf(
      mentions(["/proc/sys", "/sys"], path => path.startsWith("/sys/fs/cgroup")),
      known("tunables"),
      asRoot("change kernel settings"),
    ),
  },
  {
    lines: [{ name: "ProtectKernelModules", value: "yes" }],
    improves: ["ProtectKernelModules", "CapabilityBoundingSet_CAP_SYS_MODULE"],
    theme: "kernel",
    means: "mounts",
    level: "safe",
    forbids: "Cannot load kernel modules, nor see them",
    breaks: "It loads modules itself, as firewalls and VPNs do",
    objection: firstOf(mentions(["/lib/modules", "/usr/lib/modules"]), known("modules"), known("containers")),
  },
  {
    lines: [{ name: "ProtectKernelLogs", value: "yes" }],
    improves: ["ProtectKernelLogs", "CapabilityBoundingSet_CAP_SYSLOG"],
    theme: "kernel",
    means: "mounts",
    level: "safe",
    forbids: "Cannot read the kernel's log, nor write into it",
    breaks: "It collects logs or watches for kernel trouble",
    objection: firstOf(mentions(["/dev/kmsg", "/proc/kmsg"]), known("kernel log"), known("containers")),
  },
  {
    lines: [{ name: "ProtectControlGroups", value: "yes" }],
    improves: ["ProtectControlGroups"],
    theme: "kernel",
    means: "mounts",
    level: "safe",
    forbids: "Cannot change control groups",
    breaks: "It manages containers or limits for processes",
    objection: firstOf(delegates, mentions(["/sys/fs/cgroup"]), known("cgroups"), known("containers")),
  },
  {
    lines: [{ name: "ProtectClock", value: "yes" }],
    improves: ["ProtectClock", "CapabilityBoundingSet_CAP_SYS_TIME", "CapabilityBoundingSet_CAP_WAKE_ALARM"],
    theme: "kernel",
    means: "seccomp",
    level: "safe",
    forbids: "Cannot set the clock",
    breaks: "It synchronises or sets the time",
    objection: firstOf(mentions(["/dev/rtc", "/dev/rtc0", "/etc/adjtime"]), opensDevices, known("clock")),
  },
  {
    lines: [{ name: "ProtectHostname", value: "yes" }],
    improves: ["ProtectHostname"],
    theme: "kernel",
    means: "seccomp",
    level: "safe",
    forbids: "Cannot change the host name, nor see it change",
    breaks: "It sets the host name, or must notice when it changes",
    objection: firstOf(known("hostname"), known("containers")),
  },
  {
    lines: [{ name: "ProtectProc", value: "invisible" }],
    improves: ["ProtectProc"],
    theme: "kernel",
    means: "mounts",
    level: "safe",
    forbids: "Sees no processes of other accounts",
    breaks: "It watches processes, or checks who talks to it",
    objection: firstOf(mentions(["/proc"]), known("processes"), checksCallers),
  },
  {
    lines: [{ name: "ProcSubset", value: "pid" }],
    improves: ["ProcSubset"],
    theme: "kernel",
    means: "mounts",
    level: "strict",
    forbids: "Sees nothing but processes in /proc",
    breaks: "It reads /proc/meminfo, /proc/cpuinfo, /proc/stat or /proc/sys, as many run-times do",
    objection: firstOf(mentions(["/proc"]), known("jit"), known("processes")),
  },
];
