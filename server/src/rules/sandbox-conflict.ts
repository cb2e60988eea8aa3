/** Settings for processes that contradict one another. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const sandboxConflict = defineRule({
  id: "sandbox-conflict",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "Settings of users, namespaces and folders that do not go together",
  why: `Some pairs of settings cannot both be had: a user that exists only while the service runs has no home to start in; whoever gets mounts of their own cannot
start in /proc, /sys or /dev; a service that forks leaves its process namespace. systemd checks these pairs when it loads the unit, and refuses it.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nDynamicUser=yes\nWorkingDirectory=~\n",
      good: "[Service]\nExecStart=/usr/bin/app\nDynamicUser=yes\nStateDirectory=app\nWorkingDirectory=%S/app\n",
    },
  ],
  visit: unitProblemVisitor("sandbox-conflict"),
});
