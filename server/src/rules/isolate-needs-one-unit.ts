/** Several units to start alone. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const isolateNeedsOneUnit = defineRule({
  id: "isolate-needs-one-unit",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "OnFailureJobMode=isolate with several units in OnFailure=",
  why: `With isolate, a unit is started and everything else stopped. That can be done for one unit alone, so OnFailure= (or
OnSuccess=) must name no more than one.`,
  examples: [
    {
      bad: "[Unit]\nOnFailure=a.service rescue.target\nOnFailureJobMode=isolate\n[Service]\nExecStart=/usr/bin/app\n",
      good: "[Unit]\nOnFailure=rescue.target\nOnFailureJobMode=isolate\n[Service]\nExecStart=/usr/bin/app\n",
      beside: { "a.service": "[Service]\nExecStart=/usr/bin/app\n", "rescue.target": "[Unit]\nAllowIsolate=yes\n" },
    },
  ],
  visit: unitProblemVisitor("isolate-needs-one-unit"),
});
