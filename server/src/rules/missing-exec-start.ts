/** A service that has nothing to run. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const missingExecStart = defineRule({
  id: "missing-exec-start",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "A service without a command to start",
  why: `A service needs ExecStart=. Only Type=oneshot may go without, where ExecStop= or SuccessAction= gives it something to do, and
then it needs RemainAfterExit=yes or SuccessAction= as well. Often a drop-in clears ExecStart= with an empty line and forgets the new command, or the
command stands in a wrong section.`,
  examples: [
    {
      bad: "[Service]\nUser=app\n",
      good: "[Service]\nUser=app\nExecStart=/usr/bin/app\n",
    },
    {
      bad: "[Service]\nType=oneshot\nExecStop=/usr/bin/app --clean\n",
      good: "[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStop=/usr/bin/app --clean\n",
    },
  ],
  visit: unitProblemVisitor("missing-exec-start"),
});
