/** Timers that shall make up for missed runs, but count from no date. Seen in: secureblue/secureblue#1268, systemd/systemd#37390, Debian's chkrootkit. */
import { deleteLine } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import { assignmentPlace } from "../model/place.ts";
import { lastOf } from "../model/reading.ts";
import { hasFirstTime, sinceLastRun } from "../model/timer.ts";

export const persistentWithoutCalendar = defineRule({
  id: "persistent-without-calendar",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "Persistent= on a timer without OnCalendar=",
  why: `Persistent=yes keeps the time of the last run on disk, and is only looked at for OnCalendar=: after a time that the machine slept
through, the run is made up for. The other times count from the boot or from a run since then, so nothing is ever made up for. For a daily job
write OnCalendar=daily beside Persistent=yes; else delete the line, which does nothing.`,
  examples: [
    {
      name: "check.timer",
      bad: "[Timer]\nOnBootSec=30min\nOnUnitActiveSec=24h\nPersistent=yes\n",
      good: "[Timer]\nOnCalendar=daily\nPersistent=yes\n",
      beside: { "check.service": "[Service]\nType=oneshot\nExecStart=/usr/bin/check\n" },
    },
  ],
  visit: {
    unit(unit, _, report) {
      const { type, settings } = unit;
      if (type !== "timer" || settings.of("Timer", "OnCalendar") !== undefined) return;
      const at = lastOf(settings, "Timer", "Persistent");
      if (at?.parsed?.value !== true || !(hasFirstTime(settings) || sinceLastRun(unit).length > 0)) return;
      report(assignmentPlace(at), {
        message: "Persistent= does nothing without OnCalendar=; missed runs are not made up for",
        effect: "systemd looks at the time of the last run for OnCalendar= alone",
        fixes: deleteLine(assignmentPlace(at)),
      });
    },
  },
});
