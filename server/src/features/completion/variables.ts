/** The environment variables that systemd sets for the processes of a unit. */
import type { SystemdVersion, UnitType } from "../../catalog/directive.ts";

/** One of them. */
export interface Variable {
  readonly name: string;
  /** What it holds, for people. */
  readonly meaning: string;
  readonly since?: SystemdVersion;
  /** The keys of whose commands alone it is set. */
  readonly keys?: readonly string[];
  /** The one type of unit that has it. */
  readonly type?: UnitType;
  /** Another key that brings it. */
  readonly needs?: string;
}

/** Those of a version for the commands of a key; for any key where none is given. systemd: build_environment(), src/core/exec-invoke.c; service_spawn_internal(), src/core/service.c */
export function variablesAt(version: SystemdVersion, type: UnitType, key?: string): readonly Variable[] {
  return variables.filter(
    ({ since = 0, keys, type: only }) =>
      since <= version && (only === undefined || only === type) && (key === undefined || keys?.includes(key) !== false),
  );
}

const stopping = ["ExecStop", "ExecStopPost"];
const controlling = ["ExecStartPost", "ExecReload", "ExecReloadPost", ...stopping];
const starting = ["ExecCondition", "ExecStartPre", "ExecStart", "ExecStartPost"];
const service = { type: "service" } as const;

const variables: readonly Variable[] = [
  { name: "MAINPID", meaning: "the main process, where it is known", ...service, keys: controlling },
  { name: "MAINPIDFDID", meaning: "the ID of the main process's pidfd", since: 258, ...service, keys: controlling },
  {
    name: "SERVICE_RESULT",
    meaning: "how the service ended, such as success or exit-code",
    since: 232,
    ...service,
    keys: stopping,
  },
  {
    name: "EXIT_CODE",
    meaning: "how the main process ended: exited, killed or dumped",
    since: 232,
    ...service,
    keys: stopping,
  },
  {
    name: "EXIT_STATUS",
    meaning: "its exit status, or the signal without SIG",
    since: 232,
    ...service,
    keys: stopping,
  },
  {
    name: "MONITOR_UNIT",
    meaning: "the unit whose OnFailure= or OnSuccess= started this one",
    since: 251,
    ...service,
    keys: starting,
  },
  { name: "MONITOR_SERVICE_RESULT", meaning: "how that unit ended", since: 251, ...service, keys: starting },
  { name: "MONITOR_EXIT_CODE", meaning: "how its main process ended", since: 251, ...service, keys: starting },
  { name: "MONITOR_EXIT_STATUS", meaning: "its exit status or signal", since: 251, ...service, keys: starting },
  { name: "MONITOR_INVOCATION_ID", meaning: "the invocation of that unit", since: 251, ...service, keys: starting },
  { name: "PIDFILE", meaning: "the path of PIDFile=", since: 242, ...service },
  { name: "REMOTE_ADDR", meaning: "the other side of the connection (Accept=yes)", since: 220, ...service },
  { name: "REMOTE_PORT", meaning: "the port of the other side (Accept=yes)", since: 220, ...service },
  { name: "SO_COOKIE", meaning: "the kernel's cookie of the connection (Accept=yes)", since: 258, ...service },
  { name: "TRIGGER_UNIT", meaning: "the unit that started this one", since: 252, ...service },
  { name: "TRIGGER_PATH", meaning: "the path that started it", since: 252, ...service },
  { name: "TRIGGER_TIMER_REALTIME_USEC", meaning: "when the timer elapsed, by the clock", since: 252, ...service },
  { name: "TRIGGER_TIMER_MONOTONIC_USEC", meaning: "when the timer elapsed, since boot", since: 252, ...service },
  { name: "LISTEN_FDS", meaning: "how many sockets are handed over", ...service },
  { name: "LISTEN_FDNAMES", meaning: "their names, with colons between", since: 227, ...service },
  { name: "LISTEN_PID", meaning: "the process that they are for", ...service },
  { name: "NOTIFY_SOCKET", meaning: "where sd_notify writes to", ...service },
  { name: "WATCHDOG_USEC", meaning: "how often the watchdog wants to be told, in µs", ...service },
  { name: "WATCHDOG_PID", meaning: "the process that must tell it", ...service },
  { name: "FDSTORE", meaning: "how many file descriptors may be stored", since: 254, ...service },
  { name: "DEBUG_INVOCATION", meaning: "1 where RestartMode=debug asks for debugging", since: 257, ...service },
  { name: "RUNTIME_DIRECTORY", meaning: "the folders of RuntimeDirectory=", since: 244, needs: "RuntimeDirectory" },
  { name: "STATE_DIRECTORY", meaning: "the folders of StateDirectory=", since: 244, needs: "StateDirectory" },
  { name: "CACHE_DIRECTORY", meaning: "the folders of CacheDirectory=", since: 244, needs: "CacheDirectory" },
  { name: "LOGS_DIRECTORY", meaning: "the folders of LogsDirectory=", since: 244, needs: "LogsDirectory" },
  {
    name: "CONFIGURATION_DIRECTORY",
    meaning: "the folders of ConfigurationDirectory=",
    since: 244,
    needs: "ConfigurationDirectory",
  },
  { name: "CREDENTIALS_DIRECTORY", meaning: "the folder of the unit's credentials", since: 247 },
  { name: "MEMORY_PRESSURE_WATCH", meaning: "the file that tells of memory pressure", since: 254 },
  { name: "MEMORY_PRESSURE_WRITE", meaning: "what to write there first, in base64", since: 254 },
  { name: "HOME", meaning: "the user's home folder" },
  { name: "USER", meaning: "the user's name" },
  { name: "LOGNAME", meaning: "the user's name" },
  { name: "SHELL", meaning: "the user's shell" },
  { name: "PATH", meaning: "where programs are looked for" },
  { name: "LANG", meaning: "the locale" },
  { name: "TERM", meaning: "the terminal, where there is one" },
  { name: "TMPDIR", meaning: "/tmp, where PrivateTmp=disconnected needs it", since: 258 },
  { name: "XDG_RUNTIME_DIR", meaning: "the user's folder below /run/user" },
  { name: "INVOCATION_ID", meaning: "an ID that is new at each start", since: 232 },
  { name: "JOURNAL_STREAM", meaning: "device and inode of the stream to the journal", since: 231 },
  { name: "LOG_NAMESPACE", meaning: "the value of LogNamespace=", since: 246, needs: "LogNamespace" },
  { name: "MANAGERPID", meaning: "the user's service manager" },
  { name: "SYSTEMD_EXEC_PID", meaning: "the process itself, as systemd started it", since: 248 },
];
