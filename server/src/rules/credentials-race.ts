/** Commands that may run before the credentials are there. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const credentialsRace = defineRule({
  id: "credentials-race",
  category: "suspicious",
  severity: "warning",
  systemd: "notes",
  since: "0.1.0",
  summary: "ExecStartPost= with Type=simple and credentials",
  why: `With Type=simple a service counts as started before its program runs, and so ExecStartPost= may run while the credentials are still being
set up for the main process. With Type=exec it waits until the program has been executed.`,
  examples: [
    {
      bad: "[Service]\nType=simple\nExecStart=/usr/bin/app\nExecStartPost=/usr/bin/app --announce\nLoadCredential=key:/etc/app.key\n",
      good: "[Service]\nType=exec\nExecStart=/usr/bin/app\nExecStartPost=/usr/bin/app --announce\nLoadCredential=key:/etc/app.key\n",
    },
  ],
  visit: unitProblemVisitor("credentials-race"),
});
