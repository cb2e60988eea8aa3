/** Settings of services without effect. Each row names the functions in src/core/service.c that decide, as read in 252, 257 and 262, which agree. */
import { serviceType } from "../service.ts";
import { type Asked, needs, type Row } from "./row.ts";

const aborting = ["TimeoutStartFailureMode", "TimeoutStopFailureMode"];

/** In no order. */
export const serviceRows: readonly Row[] = [
  // systemd: service_shall_restart()
  {
    ...service(["RestartSec", "RestartMode"], ["Restart", "RestartForceExitStatus"]),
    why: asked => (mayRestart(asked) ? undefined : "without Restart=, as the service is never restarted"),
    effect: "the service stays down when it fails",
    remedy: "Restart=on-failure",
  },
  {
    ...service(["RestartPreventExitStatus"], ["Restart", "RestartForceExitStatus"]),
    why: asked => (mayRestart(asked) ? undefined : "without Restart=, as the service is never restarted"),
    effect: "there is no restart that it could prevent",
    harmless: true,
  },
  // systemd: service_search_main_pid()
  {
    ...service(["GuessMainPID"], ["Type", "BusName", "RemainAfterExit"]),
    why: ({ unit, flag }) =>
      serviceType(unit.settings) === "forking" || flag("RemainAfterExit", false)
        ? undefined
        : `with Type=${serviceType(unit.settings)}, whose main process is known`,
    effect: "there is nothing to guess",
    harmless: true,
  },
  // systemd: service_add_extras()
  {
    ...service(["NotifyAccess"], ["Type", "NotifyAccess"]),
    why: ({ unit, text }) =>
      text("NotifyAccess") === "none" && serviceType(unit.settings).startsWith("notify")
        ? `with Type=${serviceType(unit.settings)}, where systemd takes it for NotifyAccess=main`
        : undefined,
    effect: "messages of the main process are taken",
  },
  // systemd: service_enter_reload() in 257, service_enter_reload_signal() in 262; 252 has no such type
  {
    ...service(["ReloadSignal"], ["Type", "BusName"]),
    why: ({ unit }) => (serviceType(unit.settings) === "notify-reload" ? undefined : "without Type=notify-reload"),
    effect: "a reload runs the commands of ExecReload=, and sends no signal",
  },
  // systemd: unit_reload(), src/core/unit.c
  {
    ...service(["ExecReload"], ["Type", "RemainAfterExit", "BusName"]),
    why: ({ unit, flag }) =>
      serviceType(unit.settings) === "oneshot" && !flag("RemainAfterExit", false)
        ? "with Type=oneshot unless RemainAfterExit=yes keeps the service active"
        : undefined,
    effect: "only active units can be reloaded, and this one never becomes active",
  },
  // systemd: service_enter_signal(), operation_to_signal(); who may send messages, service_add_extras(), may ask to be aborted
  {
    ...service(
      ["WatchdogSignal", "TimeoutAbortSec"],
      [...aborting, "WatchdogSec", "NotifyAccess", "FileDescriptorStoreMax", "Type", "BusName"],
    ),
    why: ({ unit, has, text }) =>
      ["WatchdogSec", "NotifyAccess", "FileDescriptorStoreMax"].some(has) ||
      serviceType(unit.settings).startsWith("notify") ||
      aborting.some(name => text(name) === "abort")
        ? undefined
        : "without WatchdogSec=, TimeoutStartFailureMode=abort or TimeoutStopFailureMode=abort",
    effect: "nothing aborts the service",
  },
  // systemd: service_add_fd_store(), and in 262 service_add_extras(), where a LUOSession= makes room for itself
  needs(
    ["Service"],
    ["FileDescriptorStorePreserve"],
    ["FileDescriptorStoreMax", "LUOSession"],
    "the service can store no file descriptors",
  ),
];

function service(names: readonly string[], reads: readonly string[]): Pick<Row, "names" | "sections" | "reads"> {
  return { names, sections: ["Service"], reads };
}

function mayRestart({ text, has }: Asked): boolean {
  return !["", "no"].includes(text("Restart")) || has("RestartForceExitStatus");
}
