/** Shell syntax in command lines, which no shell reads. */
import { defineRule } from "../lint/rule.ts";
import { valueProblems } from "../lint/value-problems.ts";

// Seen in: agate#169, ClusterLabs/pcs#155, Vanilla-OS#92, ansible-consul-template#17.
export const shellSyntaxInExec = defineRule({
  id: "shell-syntax-in-exec",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "Shell syntax in a command line, which no shell reads",
  why: `systemd starts programs itself: it knows quotes, variables and a lone ; between commands, and nothing else of a shell. Pipes, && and
redirections are arguments to it, which the program refuses, or takes for names of files; rm ends well and deletes nothing, as no file is named *.
A first word such as cd is looked for as a program, and the service fails with status 203/EXEC. Settings do most of what the syntax is wanted for:
WorkingDirectory=, EnvironmentFile=, StandardOutput=append:FILE (since 240) or truncate:FILE (since 248), ExecStartPre= for a command before.
For the rest, name the shell: /bin/sh -c '…', with $$ for each dollar sign that the shell is to see. A program to which such words are
arguments may have them in quotes.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app | /usr/bin/logger -t app\n",
      good: "[Service]\nExecStart=/bin/sh -c '/usr/bin/app | /usr/bin/logger -t app'\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app >> /var/log/app.log\n",
      good: "[Service]\nExecStart=/usr/bin/app\nStandardOutput=append:/var/log/app.log\n",
    },
    {
      bad: "[Service]\nExecStart=cd /srv/app && /usr/bin/app\n",
      good: "[Service]\nWorkingDirectory=/srv/app\nExecStart=/usr/bin/app\n",
    },
    {
      bad: "[Service]\nExecStartPre=/bin/rm -f /run/app/*.sock\nExecStart=/usr/bin/app\n",
      good: "[Service]\nExecStartPre=/bin/sh -c 'rm -f /run/app/*.sock'\nExecStart=/usr/bin/app\n",
    },
  ],
  visit: valueProblems("shell-syntax-in-exec"),
});
