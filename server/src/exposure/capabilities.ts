/** Sets of capabilities. systemd: config_parse_capability_set(), src/core/load-fragment.c; parse_capability_set(), src/basic/capability-util.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import { isInvertible } from "./replay.ts";

/** The capabilities that processes may ever get; some switches take more away. */
export function boundingSet(
  values: readonly unknown[],
  version: SystemdVersion,
  on: ReadonlySet<string>,
): ReadonlySet<string> {
  const taken = new Set([...withdrawn].flatMap(([name, capabilities]) => (on.has(name) ? capabilities : [])));
  return new Set([...merge(values, everything, version)].filter(capability => !taken.has(capability)));
}

/** Whether any capability is handed to processes that have none by themselves. */
export function ambientCapabilities(values: readonly unknown[], version: SystemdVersion): boolean {
  return merge(values, new Set(), version).size > 0;
}

const withdrawn: ReadonlyMap<string, readonly string[]> = new Map([
  ["private_devices", ["CAP_MKNOD", "CAP_SYS_RAWIO"]],
  ["protect_kernel_modules", ["CAP_SYS_MODULE"]],
  ["protect_kernel_logs", ["CAP_SYSLOG"]],
  ["protect_clock", ["CAP_SYS_TIME", "CAP_WAKE_ALARM"]],
]);

/** In the order of the kernel's numbers. */
const names =
  `CAP_CHOWN CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH CAP_FOWNER CAP_FSETID CAP_KILL CAP_SETGID CAP_SETUID CAP_SETPCAP
  CAP_LINUX_IMMUTABLE CAP_NET_BIND_SERVICE CAP_NET_BROADCAST CAP_NET_ADMIN CAP_NET_RAW CAP_IPC_LOCK CAP_IPC_OWNER CAP_SYS_MODULE CAP_SYS_RAWIO
  CAP_SYS_CHROOT CAP_SYS_PTRACE CAP_SYS_PACCT CAP_SYS_ADMIN CAP_SYS_BOOT CAP_SYS_NICE CAP_SYS_RESOURCE CAP_SYS_TIME CAP_SYS_TTY_CONFIG
  CAP_MKNOD CAP_LEASE CAP_AUDIT_WRITE CAP_AUDIT_CONTROL CAP_SETFCAP CAP_MAC_OVERRIDE CAP_MAC_ADMIN CAP_SYSLOG CAP_WAKE_ALARM
  CAP_BLOCK_SUSPEND CAP_AUDIT_READ CAP_PERFMON CAP_BPF CAP_CHECKPOINT_RESTORE`.split(/\s+/);

/** Stands for the numbers behind those that the kernel knows. */
const unnamed = "others";
const everything: ReadonlySet<string> = new Set([...names, unnamed]);

/** Since this release `~` means all but some of those that the kernel knows, so that what was taken away is not taken for unset. */
const knownOnlySince: SystemdVersion = 262;

/** The first assignment replaces what was there before any, later ones add to it or, turned around, take away from it. */
function merge(values: readonly unknown[], initial: ReadonlySet<string>, version: SystemdVersion): ReadonlySet<string> {
  const all = version >= knownOnlySince ? new Set(names) : everything;
  let current = initial;
  for (const value of values) {
    const { inverted, words } = isInvertible(value) ? value : { inverted: false, words: [] };
    const said = new Set(words.flatMap(named));
    const complement = new Set([...all].filter(name => !said.has(name)));
    if (said.size === 0 || isSame(current, initial)) current = inverted ? complement : said;
    else if (inverted) current = new Set([...current].filter(name => !said.has(name)));
    else current = new Set([...current, ...said]);
  }
  return current;
}

/** Numbers stand for capabilities too. */
function named(word: string): readonly string[] {
  if (names.includes(word)) return [word];
  const name = /^[0-9]+$/.test(word) ? (names[Number(word)] ?? unnamed) : undefined;
  return name === undefined ? [] : [name];
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every(name => other.has(name));
}
