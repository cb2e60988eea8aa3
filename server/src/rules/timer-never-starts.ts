/** Timers that count from a run that never comes. Seen in: coreos/init#103, voxpupuli/puppet-systemd#391, graysky2/modprobed-db#5. */
import { addLine } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import type { World } from "../lint/world.ts";
import { isAskedFor } from "../model/asked-jobs.ts";
import type { RelationKind } from "../model/dependency.ts";
import { assignmentPlace } from "../model/place.ts";
import { isSet } from "../model/reading.ts";
import { hasGaps } from "../model/refusals/gaps.ts";
import { hasFirstTime, sinceLastRun, writtenName } from "../model/timer.ts";
import { triggerOf } from "../model/trigger.ts";
import type { Unit } from "../model/unit.ts";

export const timerNeverStarts = defineRule({
  id: "timer-never-starts",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A timer that counts from the last run of a service which nothing runs a first time",
  why: `OnUnitActiveSec= and OnUnitInactiveSec= count from the last time that the service ran. After a boot it has not run yet, so such a timer
has nothing to count from: it is active, systemctl list-timers shows it without a next time, and nothing happens, until somebody starts the
service by hand. OnActiveSec= or OnBootSec= beside it brings the first run; OnCalendar= needs no other. Nothing is told where anything else
starts the service: its [Install] section, another unit or a command of one, a socket, D-Bus. Leave the finding where a rule of udev or a program does.`,
  examples: [
    {
      name: "poll.timer",
      bad: "[Timer]\nOnUnitActiveSec=15min\n[Install]\nWantedBy=timers.target\n",
      good: "[Timer]\nOnBootSec=2min\nOnUnitActiveSec=15min\n[Install]\nWantedBy=timers.target\n",
      beside: { "poll.service": "[Service]\nType=oneshot\nExecStart=/usr/bin/poll\n" },
    },
  ],
  visit: {
    unit(unit, world, report) {
      const [at] = sinceLastRun(unit);
      if (at === undefined || unit.load !== "loaded" || hasFirstTime(unit.settings) || mayHaveMore(unit)) return;
      const service = world.set.unit(triggerOf(unit).name);
      if (service.load !== "loaded" || service.fragment === undefined || isStarted(service, unit, world)) return;
      const { key, value } = at.entry;
      report(assignmentPlace(at), {
        message: `${key.text}= counts from the last run of ${writtenName(service, unit)}, which nothing starts a first time; add OnActiveSec=${value.text}`,
        effect: "systemd lets the timer wait without end",
        fixes: addLine(assignmentPlace(at), `OnActiveSec=${value.text}`),
      });
    },
  },
});

/** Whether placeholders may stand for more lines. */
function mayHaveMore({ fragment, dropIns }: Unit): boolean {
  return [fragment, ...dropIns].some(file => file !== undefined && hasGaps(file));
}

/** By what it says itself, or by another unit; in the end, by a look at all of them. */
function isStarted(service: Unit, timer: Unit, { enabled, set }: World): boolean {
  if (mayHaveMore(service) || installed.some(name => isSet(service.settings, "Install", name))) return true;
  if (isSet(service.settings, "Service", "BusName")) return true;
  if (starting.some(kind => enabled.related(service, kind).size > 0)) return true;
  if ([...enabled.related(service, "TriggeredBy").keys()].some(other => other !== timer)) return true;
  return isAskedFor(service, asking, set);
}

const asking: ReadonlySet<string> = new Set(["start", "restart", "reload-or-restart", "enable"]);

const installed = ["WantedBy", "RequiredBy", "UpheldBy", "Alias"];

const starting: readonly RelationKind[] = [
  "WantedBy",
  "RequiredBy",
  "BoundBy",
  "UpheldBy",
  "OnFailureOf",
  "OnSuccessOf",
];
