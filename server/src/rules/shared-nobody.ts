/** Services that run as nobody. */
import { defineRule } from "../lint/rule.ts";
import { valueProblems } from "../lint/value-problems.ts";

export const sharedNobody = defineRule({
  id: "shared-nobody",
  category: "suspicious",
  severity: "warning",
  systemd: "notes",
  since: "0.1.0",
  summary: "Processes that run as the user nobody",
  why: `The user nobody stands for whoever has no account here: NFS and user namespaces show files as its own that belong to strangers. All
services that run as nobody may signal and trace one another and share their files, so that a hole in one opens them all. systemd
complains of User=nobody each time it loads the unit. With DynamicUser=yes a service gets a user of its own while it runs; one that
keeps files in many places is better off with a user that is made for it.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nUser=nobody\n",
      good: "[Service]\nExecStart=/usr/bin/app\nDynamicUser=yes\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nUser=65534\n",
      good: "[Service]\nExecStart=/usr/bin/app\nUser=app\n",
    },
  ],
  visit: valueProblems("shared-nobody"),
});
