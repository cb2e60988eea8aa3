/** Settings without effect in [Unit], [Timer] and [Path]. Each row names the functions that decide, as read in systemd 252, 257 and 262, which agree. */
import { needs, type Row } from "./row.ts";

const watched = ["PathChanged", "PathModified", "DirectoryNotEmpty"];

/** In no order. */
export const unitRows: readonly Row[] = [
  // systemd: job_start_timer(), src/core/job.c; devices have a time limit of their own, device_init()
  {
    names: ["JobTimeoutAction", "JobTimeoutRebootArgument"],
    sections: ["Unit"],
    reads: ["JobTimeoutSec", "JobRunningTimeoutSec"],
    why: ({ unit, has }) =>
      unit.type === "device" || has("JobTimeoutSec") || has("JobRunningTimeoutSec")
        ? undefined
        : "without JobTimeoutSec= or JobRunningTimeoutSec=",
    effect: "no time limit ends the jobs of the unit, so nothing is ever done about it",
  },
  // systemd: emergency_action(), src/core/emergency-action.c; kexec and soft-reboot take no argument
  {
    names: ["RebootArgument"],
    sections: ["Unit"],
    reads: ["FailureAction", "SuccessAction", "StartLimitAction"],
    why: ({ text }) =>
      ["FailureAction", "SuccessAction", "StartLimitAction"].some(name => text(name).startsWith("reboot"))
        ? undefined
        : "without FailureAction=, SuccessAction= or StartLimitAction= that reboots",
    effect: "the unit never reboots anything",
  },
  exitStatus("FailureAction"),
  exitStatus("SuccessAction"),
  // systemd: unit_start_on_termination_deps(), src/core/unit.c
  {
    ...needs(["Unit"], ["OnFailureJobMode"], ["OnFailure"], "there is no unit to start after a failure"),
    harmless: true,
  },
  {
    ...needs(["Unit"], ["OnSuccessJobMode"], ["OnSuccess"], "there is no unit to start after a success"),
    harmless: true,
  },
  // systemd: unit_test_start_limit(), src/core/unit.c; ratelimit_below(), src/basic/ratelimit.c
  {
    names: ["StartLimitAction"],
    sections: ["Unit"],
    reads: ["StartLimitIntervalSec", "StartLimitAction"],
    why: ({ text }) =>
      text("StartLimitIntervalSec") === "0" && text("StartLimitAction") !== "none"
        ? "with StartLimitIntervalSec=0, which lifts the limit"
        : undefined,
    effect: "starts are not counted, so the action never happens",
  },
  // systemd: add_random(), in 262 add_random_delay(); timer_enter_waiting(), src/core/timer.c
  needs(["Timer"], ["FixedRandomDelay"], ["RandomizedDelaySec"], "there is no delay that could stay the same"),
  {
    ...needs(
      ["Timer"],
      ["RandomizedOffsetSec", "DeferReactivation"],
      ["OnCalendar"],
      "times after an event are not shifted by it",
    ),
    harmless: true,
  },
  // systemd: path_spec_mkdir(), path_mkdir(), src/core/path.c
  {
    names: ["MakeDirectory"],
    sections: ["Path"],
    reads: ["MakeDirectory", ...watched],
    why: ({ flag, has }) =>
      flag("MakeDirectory", false) && !watched.some(has) ? "for PathExists= and PathExistsGlob=" : undefined,
    effect: "systemd makes no folder for paths whose appearance it waits for",
  },
  {
    names: ["DirectoryMode"],
    sections: ["Path"],
    reads: ["MakeDirectory"],
    why: ({ flag }) => (flag("MakeDirectory", false) ? undefined : "without MakeDirectory=yes"),
    effect: "systemd makes no folder that could have this mode",
  },
];

function exitStatus(action: string): Row {
  return {
    names: [`${action}ExitStatus`],
    sections: ["Unit"],
    reads: [action],
    why: ({ text }) => (text(action).startsWith("exit") ? undefined : `without ${action}=exit or ${action}=exit-force`),
    effect: "the manager does not exit, so there is no status to exit with",
  };
}
