/** Values that systemd honours, and complains of. */
import { defineRule } from "../lint/rule.ts";
import { valueProblems } from "../lint/value-problems.ts";

export const deprecatedValue = defineRule({
  id: "deprecated-value",
  category: "compatibility",
  severity: "warning",
  systemd: "notes",
  since: "0.1.0",
  summary: "A value that systemd honours with a complaint",
  why: `Some values are relics of older versions, or point to places that have moved. systemd still does what was meant, logs a complaint each time
it loads the unit, and may give the value up one day.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nKillMode=none\n",
      good: "[Service]\nExecStart=/usr/bin/app\nKillMode=mixed\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nStandardOutput=syslog\n",
      good: "[Service]\nExecStart=/usr/bin/app\nStandardOutput=journal\n",
    },
  ],
  visit: valueProblems("deprecated-value"),
});
