/**
 * Settings of processes and of their resources that have no effect. Each row names the functions of systemd that decide; they were read in
 * 252 (src/core/execute.c), 257 and 262 (src/core/exec-invoke.c, execute.c), and agree unless `until` says otherwise.
 */
import type { SectionName } from "../../catalog/directive.ts";
import { type Asked, needs, type Row } from "./row.ts";

const running: readonly SectionName[] = ["Service", "Socket", "Mount", "Swap"];
const grouped: readonly SectionName[] = [...running, "Slice"];

/** In no order. */
export const execRows: readonly Row[] = [
  // systemd: setup_output(), connect_logger_as(), src/core/exec-invoke.c
  {
    ...exec(
      ["SyslogIdentifier", "SyslogFacility", "SyslogLevel", "SyslogLevelPrefix"],
      ["StandardOutput", "StandardError"],
    ),
    why: asked => (logs(asked) ? undefined : "where neither StandardOutput= nor StandardError= goes to the journal"),
    effect: "what the processes write reaches no log that could carry it",
    harmless: true,
  },
  // systemd: exec_child(); the kernel knows no levels of the idle class
  {
    ...exec(["IOSchedulingPriority"], ["IOSchedulingClass"]),
    why: ({ text }) =>
      ["idle", "3"].includes(text("IOSchedulingClass"))
        ? `with IOSchedulingClass=${text("IOSchedulingClass")}, which has no levels`
        : undefined,
    effect: "the processes have the disk when nobody else wants it, whatever the number",
    harmless: true,
  },
  // systemd: apply_numa_policy(), and exec_context_cpu_affinity_from_numa(), which takes the mask as well
  {
    ...exec(["NUMAMask"], ["NUMAPolicy", "CPUAffinity"]),
    why: ({ has, texts }) =>
      has("NUMAPolicy") || texts("CPUAffinity").includes("numa")
        ? undefined
        : "without NUMAPolicy= or CPUAffinity=numa",
    effect: "the memory comes from any node",
  },
  // systemd: exec_child(), exec_invoke(): records are written where there is an identifier
  needs(running, ["UtmpMode"], ["UtmpIdentifier"], "no record is written"),
  // systemd: service_fix_stdio(), src/core/service.c; setup_input()
  {
    ...exec(["StandardInputText", "StandardInputData"], ["StandardInput"]),
    why: ({ text }) =>
      ["", "null", "data"].includes(text("StandardInput")) ? undefined : `with StandardInput=${text("StandardInput")}`,
    effect: "the processes read from elsewhere",
  },
  // systemd 252: exec_child(); 257 takes the manager's own user, and which release between them began was not looked up
  { ...needs(running, ["PAMName"], ["User", "DynamicUser"], "no session is opened"), until: 252 },
  // systemd: unit_kill_context(), src/core/unit.c
  {
    ...exec(["KillSignal", "RestartKillSignal", "FinalKillSignal", "SendSIGHUP"], ["KillMode"]),
    sections: [...running, "Scope"],
    why: ({ text }) => (text("KillMode") === "none" ? "with KillMode=none, which sends no signals" : undefined),
    effect: "the processes are left alone when the unit is stopped",
  },
  {
    ...exec(["FinalKillSignal"], ["SendSIGKILL", "KillMode"]),
    sections: [...running, "Scope"],
    why: ({ flag, text }) =>
      !flag("SendSIGKILL", true) && text("KillMode") !== "none" ? "with SendSIGKILL=no" : undefined,
    effect: "processes that outlive the first signal get no second one",
  },
  // systemd: cgroup_context_apply(), src/core/cgroup.c
  needs(grouped, ["CPUQuotaPeriodSec"], ["CPUQuota"], "there is no quota to be measured over it"),
  // systemd 257, 262: exec_params_get_cgroup_path(), src/core/execute.c; 252 knows no such setting
  {
    ...exec(["DelegateSubgroup"], ["Delegate"]),
    sections: ["Service"],
    why: ({ isWritten, flag }) =>
      isWritten("Delegate") && flag("Delegate", true) ? undefined : "without Delegate=yes",
    effect: "the processes stay in the control group of the unit",
  },
  // systemd: process_managed_oom_message(), src/oom/oomd-manager.c; OOMRules= has limits of its own
  {
    ...exec(["ManagedOOMMemoryPressureLimit", "ManagedOOMMemoryPressureDurationSec"], ["ManagedOOMMemoryPressure"]),
    sections: [...grouped, "Scope"],
    why: ({ text }) =>
      text("ManagedOOMMemoryPressure") === "kill" ? undefined : "without ManagedOOMMemoryPressure=kill",
    effect: "systemd-oomd does not watch the unit for it",
  },
];

function exec(names: readonly string[], reads: readonly string[]): Pick<Row, "names" | "sections" | "reads"> {
  return { names, sections: running, reads };
}

/** Where the host's default, the terminal of the input or a socket may stand behind a stream, it may be a log. */
function logs({ text, unit }: Asked): boolean {
  const output = text("StandardOutput");
  const error = text("StandardError");
  const isElsewhere = (stream: string) => /^(?:null$|file:|append:|truncate:)/.test(stream);
  if (unit.type !== "service" || !isElsewhere(output)) return true;
  return !isElsewhere(error) && error !== "inherit";
}
