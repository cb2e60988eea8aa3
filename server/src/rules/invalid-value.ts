/** Values that systemd refuses whole. */
import { defineRule } from "../lint/rule.ts";
import { valueProblems } from "../lint/value-problems.ts";

export const invalidValue = defineRule({
  id: "invalid-value",
  category: "correctness",
  severity: "error",
  systemd: "ignores",
  since: "0.1.0",
  summary: "A value that systemd does not accept",
  why: `Every directive reads its value by a grammar of its own. What the grammar does not accept, systemd drops with a line in the log, and the
default applies: a misspelt Restart= never restarts. A few values are fatal: a command that cannot be read, a user name that cannot exist.
Then the unit is refused; in a drop-in, systemd reads no further, and the unit starts without the rest of it.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nRestart=on-failed\n",
      good: "[Service]\nExecStart=/usr/bin/app\nRestart=on-failure\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nTimeoutStartSec=5 minuts\n",
      good: "[Service]\nExecStart=/usr/bin/app\nTimeoutStartSec=5 minutes\n",
    },
    {
      bad: "[Service]\nExecStart=bin/app\n",
      good: "[Service]\nExecStart=/srv/bin/app\n",
    },
  ],
  visit: valueProblems("invalid-value"),
});
