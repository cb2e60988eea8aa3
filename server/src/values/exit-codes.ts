/** Names of exit statuses. systemd: exit_status_mappings[], src/shared/exit-status.c */
import type { SystemdVersion } from "../catalog/directive.ts";
import { once } from "../catalog/lazy.ts";

/** The number of a name, or undefined where the version has none such. Case counts. */
export function exitCode(name: string, version: SystemdVersion): number | undefined {
  const known = byName().get(name);
  return known !== undefined && (known.since ?? 0) <= version ? known.code : undefined;
}

/** All names of a version. */
export function exitCodeNames(version: SystemdVersion): readonly string[] {
  return [...byName().keys()].filter(name => exitCode(name, version) !== undefined);
}

interface ExitCode {
  readonly code: number;
  readonly since?: SystemdVersion;
}

/** Runs of names, each from its first code on; `-` where a code has none. */
const runs: ReadonlyArray<readonly [first: number, names: string]> = [
  [0, "SUCCESS FAILURE INVALIDARGUMENT NOTIMPLEMENTED NOPERMISSION NOTINSTALLED NOTCONFIGURED NOTRUNNING"],
  [
    64,
    "USAGE DATAERR NOINPUT NOUSER NOHOST UNAVAILABLE SOFTWARE OSERR OSFILE CANTCREAT IOERR TEMPFAIL PROTOCOL NOPERM CONFIG",
  ],
  [
    200,
    "CHDIR NICE FDS EXEC MEMORY LIMITS OOM_ADJUST SIGNAL_MASK STDIN STDOUT CHROOT IOPRIO TIMERSLACK SECUREBITS SETSCHEDULER CPUAFFINITY",
  ],
  [
    216,
    "GROUP USER CAPABILITIES CGROUP SETSID CONFIRM STDERR - PAM NETWORK NAMESPACE NO_NEW_PRIVILEGES SECCOMP SELINUX_CONTEXT PERSONALITY",
  ],
  [
    231,
    "APPARMOR ADDRESS_FAMILIES RUNTIME_DIRECTORY - CHOWN SMACK_PROCESS_LABEL KEYRING STATE_DIRECTORY CACHE_DIRECTORY LOGS_DIRECTORY",
  ],
  [241, "CONFIGURATION_DIRECTORY NUMA_POLICY CREDENTIALS BPF KSM MEMORY_THP"],
  [255, "EXCEPTION"],
];

/** KSM came with MemoryKSM=, MEMORY_THP with MemoryTHP=, BPF with RestrictFileSystems=. */
const since: Readonly<Record<string, SystemdVersion>> = { BPF: 250, KSM: 254, MEMORY_THP: 261 };

const byName = once(
  (): ReadonlyMap<string, ExitCode> =>
    new Map(
      runs.flatMap(([first, names]) =>
        names
          .split(" ")
          .map((name, i): [string, ExitCode] => [name, withSince(name, first + i)])
          .filter(([name]) => name !== "-"),
      ),
    ),
);

function withSince(name: string, code: number): ExitCode {
  const first = since[name];
  return first === undefined ? { code } : { code, since: first };
}
