/** Ways to end processes that leave a PAM session open. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const killModeWithPam = defineRule({
  id: "kill-mode-with-pam",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "PAMName= with a KillMode= that does not end all processes",
  why: `With PAMName= a helper process waits to close the session. It can only do so if systemd ends all processes of the unit, and not just the main one.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nPAMName=login\nKillMode=process\n",
      good: "[Service]\nExecStart=/usr/bin/app\nPAMName=login\nKillMode=mixed\n",
    },
  ],
  visit: unitProblemVisitor("kill-mode-with-pam"),
});
