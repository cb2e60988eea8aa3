/** A timer that never elapses. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const timerWithoutSetting = defineRule({
  id: "timer-without-setting",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "A timer without any time",
  why: `A timer needs OnCalendar=, OnBootSec= or another of these directives, or OnClockChange= or OnTimezoneChange=. An empty assignment
of any of the times clears all of them, those of other names as well.`,
  examples: [
    {
      name: "backup.timer",
      bad: "[Timer]\nPersistent=yes\n",
      good: "[Timer]\nOnCalendar=daily\nPersistent=yes\n",
      beside: { "backup.service": "[Service]\nExecStart=/usr/bin/app\n" },
    },
  ],
  visit: unitProblemVisitor("timer-without-setting"),
});
