/** Timers that start their service together with themselves. Seen in: systemd/systemd#14642, zerotier/zerotier-systemd-manager#12. */
import { dropWord } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import { namedUnits } from "../model/named-unit.ts";
import { isSet } from "../model/reading.ts";
import { hasFirstTime } from "../model/timer.ts";
import { triggerOf } from "../model/trigger.ts";

export const timerRequiresItsService = defineRule({
  id: "timer-requires-its-service",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A timer that pulls in the service which it is to start later",
  why: `A timer knows which service it starts, by its name or by Unit=. Requires= or Wants= on that service says something else: start it now,
together with the timer. So a daily job also runs at every boot, and whenever the timer is enabled with --now or restarted. With Requires= and
BindsTo=, stopping the service stops the timer as well. Delete the line; a first run after the boot is what OnBootSec= is for. Nothing is told
where the timer counts from the last run alone, and so needs a first one; less where the service is also enabled by itself.`,
  examples: [
    {
      name: "backup.timer",
      bad: "[Unit]\nRequires=backup.service\n[Timer]\nOnCalendar=daily\n",
      good: "[Timer]\nOnCalendar=daily\n",
      beside: { "backup.service": "[Service]\nType=oneshot\nExecStart=/usr/bin/backup\n" },
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      if (unit.type !== "timer" || !pulling.some(kind => isSet(unit.settings, "Unit", kind))) return;
      if (!hasFirstTime(unit.settings)) return;
      const service = set.unit(triggerOf(unit).name);
      for (const kind of pulling) {
        for (const { name, written, place } of namedUnits(unit, "Unit", kind)) {
          if (set.unit(name) !== service) continue;
          const meant = kind === "Wants" || isSet(service.settings, "Install", "WantedBy");
          report(place, {
            message: `${kind}=${written} starts the service at once with the timer, at every boot; delete it, as the timer starts it when it is time`,
            effect: "systemd starts both together",
            ...(meant && { severity: "info" }),
            fixes: dropWord(place),
          });
        }
      }
    },
  },
});

const pulling = ["Requires", "BindsTo", "Wants"] as const;
