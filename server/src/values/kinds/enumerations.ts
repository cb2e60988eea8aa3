/**
 * Kinds that are a word of a table, for how units start, stop and are controlled. The tables are those of systemd 252, 257 and 262; `since` is the
 * release whose NEWS tells of the word, where none is told the one that is named beside it.
 * systemd: the `…_table[]` of src/core/{service,unit,socket,kill,cgroup}.c, src/basic/{unit-def,cgroup-util,syslog-util}.c
 */
import { enumeration } from "../enumeration.ts";
import type { ValueKind } from "../kind.ts";

const yes = "yes true on y t 1";
const no = "no false off n f 0 never";

const services: readonly ValueKind[] = [
  enumeration({
    id: "service-type",
    words: ["simple", "exec", "forking", "oneshot", "dbus", "notify", { word: "notify-reload", since: 253 }, "idle"],
    usual: {
      "fork daemon background": "forking",
      "one one-time once": "oneshot",
      "bus d-bus": "dbus",
      "sd_notify sd-notify": "notify",
      "default foreground normal": "simple",
    },
  }),
  enumeration({ id: "exit-type", words: ["main", "cgroup"], usual: { "control-group": "cgroup", process: "main" } }),
  enumeration({
    id: "restart",
    words: ["no", "always", "on-success", "on-failure", "on-abnormal", "on-abort", "on-watchdog"],
    usual: {
      [`${yes} on-always always-restart restart unless-stopped`]: "always",
      [`${no} none`]: "no",
      "on-failed on-fail on-error failure failed": "on-failure",
      "success on-exit": "on-success",
      "on-abnormally abnormal": "on-abnormal",
      "on-crash on-aborted abort": "on-abort",
    },
  }),
  enumeration({ id: "restart-mode", words: ["normal", "direct", { word: "debug", since: 257 }] }),
  enumeration({
    id: "notify-access",
    words: ["none", "main", "exec", "all"],
    usual: { [no]: "none", [yes]: "main", "any everyone always": "all" },
  }),
  enumeration({
    id: "timeout-failure-mode",
    words: ["terminate", "abort", "kill"],
    usual: { "term sigterm": "terminate", "sigabrt abrt core": "abort", sigkill: "kill" },
  }),
  enumeration({
    id: "oom-policy",
    words: ["continue", "stop", "kill"],
    usual: { [`ignore ${no} none`]: "continue", terminate: "stop" },
  }),
  enumeration({
    id: "preserve-mode",
    words: ["restart", { word: "on-success", since: 261 }],
    boolean: { yes: "yes", no: "no" },
    usual: { always: "yes", never: "no", "on-restart reload": "restart" },
  }),
];

const units: readonly ValueKind[] = [
  enumeration({
    id: "collect-mode",
    words: ["inactive", "inactive-or-failed"],
    usual: { "failed failed-or-inactive always": "inactive-or-failed", "default auto": "inactive" },
  }),
  enumeration({
    id: "job-mode",
    words: [
      "fail",
      "replace",
      "replace-irreversibly",
      "isolate",
      "flush",
      "ignore-dependencies",
      "ignore-requirements",
      "triggering",
      { word: "restart-dependencies", since: 254 },
      { word: "lenient", since: 258 },
    ],
    usual: { irreversible: "replace-irreversibly" },
  }),
  enumeration({
    id: "kill-mode",
    empty: "resets",
    words: [
      "control-group",
      "mixed",
      "process",
      {
        word: "none",
        notes: {
          message:
            "KillMode=none is deprecated and unsafe: nothing ends the processes of the unit; write control-group or mixed",
          replacement: "mixed",
        },
      },
    ],
    usual: { "cgroup group all": "control-group", "main main-process": "process" },
  }),
  enumeration({
    id: "device-policy",
    words: ["auto", "closed", "strict"],
    usual: { [`${no} open default`]: "auto", [`${yes} close`]: "closed" },
  }),
  enumeration({ id: "cpuset-partition", empty: "resets", words: ["member", "root", "isolated"] }),
  enumeration({
    id: "managed-oom-preference",
    words: ["none", "avoid", "omit"],
    usual: { [`${no} default auto`]: "none", "never ignore skip": "omit" },
  }),
];

const sockets: readonly ValueKind[] = [
  enumeration({
    id: "bind-ipv6-only",
    words: ["default", "both", "ipv6-only"],
    boolean: { yes: "ipv6-only", no: "both" },
    usual: { "ipv6 ipv6only only": "ipv6-only", auto: "default" },
  }),
  enumeration({ id: "defer-trigger", words: ["patient"], boolean: { yes: "yes", no: "no" } }),
  enumeration({
    id: "socket-timestamping",
    words: [
      "off",
      "us",
      "ns",
      { word: "usec", same: "us" },
      { word: "µs", same: "us" },
      { word: "μs", same: "us" },
      { word: "nsec", same: "ns" },
    ],
    boolean: { yes: "ns", no: "off" },
    usual: { "none never": "off", "microseconds micros": "us", "nanoseconds nanos": "ns" },
  }),
];

const logs: readonly ValueKind[] = [
  enumeration({
    id: "syslog-level",
    words: ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"],
    greatest: 7,
    usual: {
      "panic emergency log_emerg": "emerg",
      log_alert: "alert",
      "critical fatal log_crit": "crit",
      "error errors log_err": "err",
      "warn warnings log_warning": "warning",
      log_notice: "notice",
      "information informational log_info": "info",
      "trace verbose all log_debug": "debug",
    },
  }),
  enumeration({
    id: "syslog-facility",
    describe: "a syslog facility such as daemon, user or local0 … local7",
    words: [
      "kern",
      "user",
      "mail",
      "daemon",
      "auth",
      "syslog",
      "lpr",
      "news",
      "uucp",
      "cron",
      "authpriv",
      "ftp",
      "local0",
      "local1",
      "local2",
      "local3",
      "local4",
      "local5",
      "local6",
      "local7",
    ],
    greatest: 127,
    usual: { "kernel log_kern": "kern", "security authorization": "auth", "printer lp": "lpr", log_daemon: "daemon" },
  }),
];

export const enumerations: readonly ValueKind[] = [...services, ...units, ...sockets, ...logs];
