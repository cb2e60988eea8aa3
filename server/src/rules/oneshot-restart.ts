/** Settings that a oneshot service must not have. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const oneshotRestart = defineRule({
  id: "oneshot-restart",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "A setting that is not allowed with Type=oneshot",
  why: `A service of Type=oneshot is done when its commands have ended, so that Restart=always or Restart=on-success would start it without
end, and ExitType=cgroup has no meaning. To run something again and again, write a timer.`,
  examples: [
    {
      bad: "[Service]\nType=oneshot\nExecStart=/usr/bin/app\nRestart=always\n",
      good: "[Service]\nType=oneshot\nExecStart=/usr/bin/app\nRestart=on-failure\n",
    },
  ],
  visit: unitProblemVisitor("oneshot-restart"),
});
