/** Settings that do nothing because of what else the unit says. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const ineffectiveSetting = defineRule({
  id: "ineffective-setting",
  category: "correctness",
  severity: "warning",
  systemd: "notes",
  since: "0.1.0",
  summary: "A setting that another one, or the lack of another one, makes useless",
  why: `Some settings need a partner: RestartSteps= and RestartMaxDelaySec= only work together, RuntimeRandomizedExtraSec= needs RuntimeMaxSec=. Others are
overruled: RuntimeMaxSec= does nothing for Type=oneshot. systemd loads the unit, complains, and goes on without them.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nRestart=on-failure\nRestartSteps=5\n",
      good: "[Service]\nExecStart=/usr/bin/app\nRestart=on-failure\nRestartSteps=5\nRestartMaxDelaySec=1min\n",
    },
    {
      bad: "[Service]\nType=oneshot\nExecStart=/usr/bin/app\nRuntimeMaxSec=1h\n",
      good: "[Service]\nType=oneshot\nExecStart=/usr/bin/app\nTimeoutStartSec=1h\n",
    },
  ],
  visit: unitProblemVisitor("ineffective-setting"),
});
