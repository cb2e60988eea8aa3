/** Pieces of values that systemd drops, keeping the rest. */
import { defineRule } from "../lint/rule.ts";
import { valueProblems } from "../lint/value-problems.ts";

export const ignoredValue = defineRule({
  id: "ignored-value",
  category: "correctness",
  severity: "error",
  systemd: "ignores",
  since: "0.1.0",
  summary: "A piece of a value that systemd drops",
  why: `Many directives take lists. Of those, systemd drops the words that it cannot use, with a line in the log each, and keeps the others:
the dependency is not there, the variable is not set, the path is not protected. Often a value with blanks lacks its quotes.`,
  examples: [
    {
      name: "app.target",
      bad: "[Unit]\nAfter=network.target foo.servce\n",
      good: "[Unit]\nAfter=network.target foo.service\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nEnvironment=GREETING=hello world\n",
      good: '[Service]\nExecStart=/usr/bin/app\nEnvironment="GREETING=hello world"\n',
    },
  ],
  visit: valueProblems("ignored-value"),
});
