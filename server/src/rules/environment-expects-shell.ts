/** Variables whose values only a shell would complete. */
import { defineRule } from "../lint/rule.ts";
import { valueProblems } from "../lint/value-problems.ts";

// Seen in: glustereventsd.service of Debian, with PYTHONPATH=…:$PYTHONPATH.
export const environmentExpectsShell = defineRule({
  id: "environment-expects-shell",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "Environment= with a value that only a shell would complete",
  why: `Environment= takes values as they stand: dollar signs, backticks and ~ are plain characters, and specifiers such as %h are all that is
replaced. PATH=$PATH:/opt/app/bin sets a search path without /usr/bin, whose first folder is named $PATH: scripts of the service then fail with "command
not found". Write the whole value. What must be worked out at the start belongs in a script, or in a file that ExecStartPre= of another unit
writes and EnvironmentFile= reads.`,
  examples: [
    {
      bad: "[Service]\nEnvironment=PATH=/opt/app/bin:$PATH\nExecStart=/opt/app/bin/app\n",
      good: "[Service]\nEnvironment=PATH=/opt/app/bin:/usr/bin:/bin\nExecStart=/opt/app/bin/app\n",
    },
    {
      bad: "[Service]\nEnvironment=JAVA_HOME=~/jdk\nExecStart=/opt/app/bin/app\n",
      good: "[Service]\nEnvironment=JAVA_HOME=/srv/app/jdk\nExecStart=/opt/app/bin/app\n",
    },
  ],
  visit: valueProblems("environment-expects-shell"),
});
