/** Mounts, automounts and swaps that systemd does not allow. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const mountRefused = defineRule({
  id: "mount-refused",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "A mount, automount or swap that cannot be",
  why: `systemd mounts /proc, /sys, /dev, /run and their like itself, and keeps its hands on the folders of credentials; it allows no units for them. A mount needs
What=, an automount must leave / alone and may not contain the options that systemd gives autofs itself, and paths must not contain dots.`,
  examples: [
    {
      name: "srv-data.mount",
      bad: "[Mount]\nWhere=/srv/data\nType=ext4\n",
      good: "[Mount]\nWhat=/dev/sdb1\nWhere=/srv/data\nType=ext4\n",
    },
    {
      name: "srv.automount",
      bad: "[Automount]\nExtraOptions=direct\n",
      good: "[Automount]\nExtraOptions=noatime\n",
      beside: { "srv.mount": "[Mount]\nWhat=/dev/sdb1\n" },
    },
  ],
  visit: unitProblemVisitor("mount-refused"),
});
