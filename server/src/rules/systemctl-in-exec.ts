/** Services that ask systemd for something that has to wait for themselves, or that ends them. */
import { defineRule } from "../lint/rule.ts";
import { type PlacedProgram, programPlace, programsIn } from "../model/commands.ts";
import { valuesOf } from "../model/reading.ts";
import { serviceType } from "../model/service.ts";
import type { Settings } from "../model/setting.ts";

// Seen in: systemd#7324 (reload in ExecStop=), NVIDIA/mig-parted#432, xcat2/xcat-core#6067; a script on GitHub whose broker.service restarts broker.
export const systemctlInExec = defineRule({
  id: "systemctl-in-exec",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A service that waits for a job which waits for the service, or asks for its own end",
  why: `systemctl waits until the job that it asks for is done. While a service starts, a job of a unit that it is ordered before cannot
begin, so that the command waits until TimeoutStartSec= ends it, and the start fails. The same happens in ExecStop= with any job of a unit that the
service is ordered after. With --no-block systemctl only asks, and the job runs when its turn comes. Dependencies such as Wants= and PartOf= mostly do
what is wanted without any systemctl. A service that restarts itself while it starts begins again and again, and one that stops what it requires is
stopped with it.`,
  examples: [
    {
      bad: "[Unit]\nBefore=db.service\n[Service]\nType=oneshot\nExecStart=/usr/bin/systemctl restart db.service\n",
      good: "[Unit]\nBefore=db.service\n[Service]\nType=oneshot\nExecStart=/usr/bin/systemctl restart --no-block db.service\n",
      beside: { "db.service": "[Service]\nExecStart=/usr/bin/db\n" },
    },
  ],
  visit: {
    unit({ id, type, settings }, { set: { catalog, manager } }, report) {
      if (type !== "service" || manager !== "system") return;
      for (const program of programsIn(settings)) {
        const asked = program.name === "systemctl" ? askedOf(program.args) : undefined;
        const other = asked && waitedFor(asked, program, settings, catalog.version);
        const own = asked && endsItself(asked, program, id, settings);
        if (own !== undefined)
          report(programPlace(program), { message: own, effect: "systemd stops the service before it has started" });
        else if (other !== undefined)
          report(programPlace(program), {
            message: `systemctl waits for ${other}, whose job waits for this service; add --no-block`,
            effect: "both wait for each other until the time is up",
          });
      }
    },
  },
});

interface Asked {
  readonly verb: string;
  /** Whether systemctl ends only when the job has. */
  readonly waits: boolean;
  readonly units: readonly string[];
}

function askedOf(args: readonly string[]): Asked | undefined {
  if (args.some(word => /^--(?:user|root|host|machine|job-mode)\b|^-[HM]/.test(word))) return undefined;
  const [verb = "", ...units] = args.filter(word => !word.startsWith("-"));
  return {
    verb,
    waits: !args.includes("--no-block"),
    units: units.map(unit => (/\.[a-z]+$/.test(unit) ? unit : `${unit}.service`)),
  };
}

/** What a line of shell looks at before it goes on. */
const depends = /\b(?:test|if|while|grep)\s|\[\s/;

/** The unit whose job cannot begin before this service is done with its own. */
function waitedFor(
  { verb, waits, units }: Asked,
  { at }: PlacedProgram,
  settings: Settings,
  version: number,
): string | undefined {
  const key = at.directive.name;
  if (!waits) return undefined;
  if (isStarting(key, serviceType(settings, version)) && /^(?:start|restart|reload-or-restart)$/.test(verb)) {
    const after = new Set(valuesOf(settings, "Unit", "Before").map(({ value }) => value));
    return units.find(unit => after.has(unit));
  }
  if (key !== "ExecStop" || !/^(?:start|stop|(?:try-)?restart|reload(?:-or(?:-try)?-restart)?)$/.test(verb))
    return undefined;
  const before = new Set(valuesOf(settings, "Unit", "After").map(({ value }) => value));
  return units.find(unit => before.has(unit));
}

/** Whether the service counts as starting while such a command runs. systemd: state_translation_table_idle, src/core/service.c */
function isStarting(key: string, type: string): boolean {
  if (key === "ExecStart") return type === "oneshot";
  return key === "ExecStartPre" || key === "ExecStartPost" ? type !== "idle" : false;
}

/** What is to be said where a service is to be stopped or restarted while it starts, by its own command. */
function endsItself({ verb, units }: Asked, { at }: PlacedProgram, id: string, settings: Settings): string | undefined {
  if (!/^ExecStart(?:Pre|Post)?$/.test(at.directive.name)) return undefined;
  if (/^(?:try-)?restart$/.test(verb) && units.includes(id) && !depends.test(at.entry.value.text))
    return `systemctl ${verb} asks for this very service, which so begins again and again; write the program itself in its place`;
  if (verb !== "stop") return undefined;
  for (const key of ["Requires", "BindsTo"]) {
    const other = valuesOf(settings, "Unit", key).find(({ value }) => units.includes(value))?.value;
    if (other !== undefined)
      return `systemctl stops ${other}, and with it this service by its ${key}=; write Wants=${other} in its place`;
  }
  return undefined;
}
