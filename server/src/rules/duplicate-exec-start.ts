/** Several commands in a service that may have one. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const duplicateExecStart = defineRule({
  id: "duplicate-exec-start",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "Several ExecStart= commands in a service that is not Type=oneshot",
  why: `ExecStart= is a list: each assignment adds a command, and only Type=oneshot runs several, one after the other. Whoever wants to replace
the command of a package from a drop-in must clear the list with an empty ExecStart= first.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app --prepare\nExecStart=/usr/bin/app\n",
      good: "[Service]\nExecStartPre=/usr/bin/app --prepare\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: unitProblemVisitor("duplicate-exec-start"),
});
