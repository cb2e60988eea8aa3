/**
 * What holds where a directive is not assigned, of the directives that are looked up most.
 * systemd: exec_context_init(), kill_context_init(), unit_new() and the …_init() of each type, src/core
 */
import type { Directive } from "../../catalog/directive.ts";

/** The default as one would write it, or in a few words; undefined where nobody looked it up. */
export function defaultOf({ section, name, kind }: Directive): Default | undefined {
  const own = table[`${section}.${name}`] ?? table[name];
  if (own !== undefined) return { value: own };
  const word = words[`${section}.${name}`] ?? words[name];
  if (word !== undefined) return { words: word };
  return kind === "boolean" && no.has(name) ? { value: "no" } : undefined;
}

/** A value, or words about it. */
export type Default = { readonly value: string } | { readonly words: string };

const table: Readonly<Record<string, string>> = {
  "Unit.CollectMode": "inactive",
  "Unit.DefaultDependencies": "yes",
  "Unit.JobTimeoutSec": "infinity",
  "Unit.JobRunningTimeoutSec": "infinity",
  "Unit.OnFailureJobMode": "replace",
  "Unit.OnSuccessJobMode": "fail",
  "Service.FileDescriptorStoreMax": "0",
  "Service.FileDescriptorStorePreserve": "restart",
  "Service.GuessMainPID": "yes",
  "Service.ReloadSignal": "SIGHUP",
  "Service.Restart": "no",
  "Service.RestartMode": "normal",
  "Service.RuntimeMaxSec": "infinity",
  "Socket.Accept": "no",
  "Socket.MaxConnections": "64",
  "Socket.SocketMode": "0666",
  "Timer.RemainAfterElapse": "yes",
  CacheDirectoryMode: "0755",
  ConfigurationDirectoryMode: "0755",
  DirectoryMode: "0755",
  FinalKillSignal: "SIGKILL",
  IgnoreSIGPIPE: "yes",
  KillMode: "control-group",
  KillSignal: "SIGTERM",
  LogsDirectoryMode: "0755",
  RuntimeDirectoryMode: "0755",
  RuntimeDirectoryPreserve: "no",
  SendSIGKILL: "yes",
  StandardInput: "null",
  StateDirectoryMode: "0755",
  SyslogFacility: "daemon",
  SyslogLevel: "info",
  SyslogLevelPrefix: "yes",
  UMask: "0022",
  WatchdogSignal: "SIGABRT",
};

/** Those that systemd's own configuration, or other lines, may change. */
const words: Readonly<Record<string, string>> = {
  "Unit.StartLimitBurst": "DefaultStartLimitBurst= of systemd-system.conf, 5 as shipped",
  "Unit.StartLimitIntervalSec": "DefaultStartLimitIntervalSec= of systemd-system.conf, 10s as shipped",
  "Service.NotifyAccess": "main where Type=, WatchdogSec= or FileDescriptorStoreMax= needs notifications, else none",
  "Service.RestartSec": "DefaultRestartSec= of systemd-system.conf, 100ms as shipped",
  "Service.TimeoutStartSec": "DefaultTimeoutStartSec= of systemd-system.conf, 90s as shipped; none where Type=oneshot",
  "Service.TimeoutStopSec": "DefaultTimeoutStopSec= of systemd-system.conf, 90s as shipped",
  "Service.Type":
    "simple; exec where the service gets credentials, dbus where BusName= is set, oneshot where there is no ExecStart=",
  "Timer.AccuracySec": "DefaultTimerAccuracySec= of systemd-system.conf, 1min as shipped",
  "Timer.Unit": "the service with the name of the timer",
  "Path.Unit": "the service with the name of the path unit",
  "Socket.Service": "the service with the name of the socket",
  RestartKillSignal: "what KillSignal= says",
  StandardOutput: "DefaultStandardOutput= of systemd-system.conf, journal as shipped",
  StandardError: "DefaultStandardError= of systemd-system.conf, inherit as shipped",
  TasksMax: "DefaultTasksMax= of systemd-system.conf, 15% as shipped",
  WorkingDirectory: "/ for the system, the home folder for a user manager",
  User: "root for the system, the user itself for a user manager",
};

/** Booleans that are off where nothing turns them on, not even another directive. */
const no: ReadonlySet<string> = new Set(
  `AllowIsolate Broadcast CPUSchedulingResetOnFork DeferReactivation DynamicUser FixedRandomDelay FlushPending ForceUnmount FreeBind
  KeepAlive LazyUnmount LockPersonality MakeDirectory MemoryDenyWriteExecute NoDelay OnClockChange OnTimezoneChange PassCredentials
  PassPacketInfo PassSecurity Persistent PrivateIPC PrivateNetwork ReadWriteOnly RefuseManualStart RefuseManualStop RemainAfterExit
  RemoveOnStop ReusePort RootDirectoryStartOnly RootEphemeral SendSIGHUP SloppyOptions StopWhenUnneeded SurviveFinalKillSignal TTYReset
  TTYVHangup TTYVTDisallocate Transparent WakeSystem Writable`.split(/\s+/),
);
