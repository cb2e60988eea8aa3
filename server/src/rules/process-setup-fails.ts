/** What the kernel refuses when a process is set up. Seen in: systemd/systemd#20320, whose fix (#25074) leaves it to the start to fail. */
import type { Fix } from "../lint/finding.ts";
import { lineBefore } from "../lint/line-before.ts";
import { deleteLine } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import { assignmentPlace } from "../model/place.ts";
import { type SetupFailure, setupFailures } from "../model/setup-failures.ts";

export const processSetupFails = defineRule({
  id: "process-setup-fails",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "Settings of a process that the kernel refuses, so that it never starts",
  why: `systemd takes each of these lines when it reads the unit, and systemd-analyze verify says nothing; only the start fails.
CPUSchedulingPriority= means something to the real-time policies alone: without CPUSchedulingPolicy=fifo or rr the start ends with status
214/SETSCHEDULER and "Invalid argument". A policy that stands behind the priority brings it into its range, one before it does not, so that
the order of the lines counts. Who only wants a program to be preferred should use Nice= or CPUWeight=, which cannot starve the machine. NUMAPolicy=bind and interleave want NUMAMask=
(242/NUMA_POLICY), unless the kernel knows no NUMA. IOSchedulingClass=realtime is for root: units of users fail with 211/IOPRIO. Leave that finding
for units that only root's own manager reads.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nCPUSchedulingPriority=50\n",
      good: "[Service]\nExecStart=/usr/bin/app\nCPUSchedulingPolicy=rr\nCPUSchedulingPriority=50\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nNUMAPolicy=bind\n",
      good: "[Service]\nExecStart=/usr/bin/app\nNUMAPolicy=bind\nNUMAMask=0\n",
    },
    {
      name: "user/app.service",
      bad: "[Service]\nExecStart=/usr/bin/app\nIOSchedulingClass=realtime\n[Install]\nWantedBy=default.target\n",
      good: "[Service]\nExecStart=/usr/bin/app\nIOSchedulingClass=best-effort\n[Install]\nWantedBy=default.target\n",
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      for (const failure of setupFailures(unit, set.manager)) {
        report(assignmentPlace(failure.at), {
          message: failure.message,
          effect: `the process ends with status ${failure.status} before its program runs`,
          fixes: fixesOf(failure),
        });
      }
    },
  },
});

function fixesOf({ at, remedy }: SetupFailure): readonly Fix[] {
  if (remedy === undefined) return deleteLine(assignmentPlace(at));
  const edits = [{ file: at.file.source, edits: [lineBefore(at, remedy)] }];
  return [{ title: `Write ${remedy}`, safety: "unsafe", edits }];
}
