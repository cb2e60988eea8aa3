/** Values that systemd does not check, and that cannot be right. */
import { defineRule } from "../lint/rule.ts";
import { valueProblems } from "../lint/value-problems.ts";

export const uncheckedValue = defineRule({
  id: "unchecked-value",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A value that systemd does not check and that cannot be right",
  why: `Of some values systemd never says whether they make sense: the names of capabilities, what conditions compare with, the units that
[Install] names. A typo there is found on the host, if ever: the capability is not granted, the condition never holds.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nCapabilityBoundingSet=CAP_NET_BINDSERVICE\n",
      good: "[Service]\nExecStart=/usr/bin/app\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE\n",
    },
    {
      name: "app.target",
      bad: "[Unit]\nConditionVirtualization=dockr\n",
      good: "[Unit]\nConditionVirtualization=docker\n",
    },
  ],
  visit: valueProblems("unchecked-value"),
});
