/** Specifiers such as %Q that systemd does not know. */
import { defineRule } from "../lint/rule.ts";
import { valueProblems } from "../lint/value-problems.ts";

export const unknownSpecifier = defineRule({
  id: "unknown-specifier",
  category: "correctness",
  severity: "error",
  systemd: "ignores",
  since: "0.1.0",
  summary: "A specifier that does not exist",
  why: `A percent sign starts a specifier, such as %i for the name of the instance, in nearly every value, in command lines too. With a letter or
digit that stands for nothing, systemd drops the value or refuses the unit. A percent sign that is meant is written %%.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nWorkingDirectory=-/srv/%Q\n",
      good: "[Service]\nExecStart=/usr/bin/app\nWorkingDirectory=-/srv/%%Q\n",
    },
    {
      bad: "[Service]\nExecStart=/bin/date +%Q\n",
      good: "[Service]\nExecStart=/bin/date +%%F\n",
    },
  ],
  visit: valueProblems("unknown-specifier"),
});
