/** Timers whose service counts as running after its first run. Seen in: openhab/openhabian#1217. */
import { deleteLine } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import type { World } from "../lint/world.ts";
import { isAskedFor } from "../model/asked-jobs.ts";
import { assignmentPlace } from "../model/place.ts";
import { flagOf, lastOf } from "../model/reading.ts";
import type { PlacedAssignment } from "../model/setting.ts";
import { sinceLastRun, writtenName } from "../model/timer.ts";
import { triggerOf } from "../model/trigger.ts";
import type { Unit } from "../model/unit.ts";

export const timerRemainAfterExit = defineRule({
  id: "timer-remain-after-exit",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A timer whose service stays active after its first run",
  why: `A timer starts its service; a service that is active already is not started again. With RemainAfterExit=yes it stays active after its
commands have ended, so the timer runs it once and never again until it is stopped: systemctl list-timers goes on to show the timer, and the
journal has one run for each boot. Leave RemainAfterExit= out. Nothing is told of timers without a time that comes again, nor where something
stops the service: StopWhenUnneeded=yes, Conflicts= with another unit, or a command that stops or restarts it.`,
  examples: [
    {
      name: "backup.timer",
      bad: "[Timer]\nOnCalendar=daily\n",
      good: "[Timer]\nOnBootSec=5min\n",
      beside: { "backup.service": "[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/usr/bin/backup\n" },
    },
  ],
  visit: {
    unit(unit, world, report) {
      const at = unit.type === "timer" && unit.load === "loaded" ? repeating(unit) : undefined;
      if (at === undefined) return;
      const service = world.set.unit(triggerOf(unit).name);
      const cause = lastOf(service.settings, "Service", "RemainAfterExit");
      if (cause?.parsed?.value !== true || service.load !== "loaded" || isStopped(service, world)) return;
      const { file, span } = assignmentPlace(cause);
      report(assignmentPlace(at), {
        message: `The timer starts ${writtenName(service, unit)} only once: with RemainAfterExit=yes it stays active afterwards; delete that line`,
        effect: "systemd does not start again what is active",
        related: [{ file: file.source, span, message: "what keeps it active" }],
        fixes: deleteLine(assignmentPlace(cause), `Delete RemainAfterExit= of ${writtenName(service, unit)}`),
      });
    },
  },
});

/** The first line whose time comes again. */
function repeating(unit: Unit): PlacedAssignment | undefined {
  const calendars = unit.settings.of("Timer", "OnCalendar")?.effective ?? [];
  return calendars.find(({ parsed }) => parsed !== undefined && !isOneDate(parsed.value)) ?? sinceLastRun(unit)[0];
}

/** In the normal form a date without `*`, lists and ranges has numbers alone; hours may still repeat. */
function isOneDate(value: unknown): boolean {
  return typeof value !== "string" || /^(?:[A-Z][a-z]{2} )?\d+-\d+-\d+ \d+:\d+:[\d.]+(?: |$)/.test(value);
}

function isStopped(service: Unit, { graph, set }: World): boolean {
  const { settings } = service;
  if (flagOf(settings, "Unit", "StopWhenUnneeded", false)) return true;
  const stopped = [...graph.related(service, "ConflictedBy").keys(), ...graph.related(service, "Conflicts").keys()];
  return stopped.some(({ id }) => id !== "shutdown.target") || isAskedFor(service, stopping, set);
}

const stopping: ReadonlySet<string> = new Set(["stop", "restart", "try-restart", "reload-or-restart", "kill"]);
