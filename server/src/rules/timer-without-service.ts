/** Timers whose unit to start does not exist. */
import { missingTrigger } from "../lint/missing-trigger.ts";
import { defineRule } from "../lint/rule.ts";

export const timerWithoutService = defineRule({
  id: "timer-without-service",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "A timer starts a unit that does not exist",
  why: `A timer starts the service of its own name, or what Unit= says. Where that is not there, systemctl start refuses the timer, and at
boot it is passed over with a line in the log; systemd-analyze verify says nothing. A timer that lies alone is left in peace, as its
service may come from elsewhere.`,
  examples: [
    {
      name: "backup.timer",
      bad: "[Timer]\nOnCalendar=daily\n",
      good: "[Timer]\nOnCalendar=daily\nUnit=back-up.service\n",
      beside: { "back-up.service": "[Service]\nExecStart=/usr/bin/backup\n" },
    },
  ],
  verify: false,
  visit: {
    unit(unit, { set }, report) {
      const missing = unit.type === "timer" ? missingTrigger(unit, set) : undefined;
      if (missing !== undefined) report(missing.place, missing.problem);
    },
  },
});
