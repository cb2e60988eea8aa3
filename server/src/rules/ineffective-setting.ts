/** Settings that do nothing because of what else the unit says. */

import type { Fix } from "../lint/finding.ts";
import { lineBefore } from "../lint/line-before.ts";
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";
import { ineffectiveSettings } from "../model/ineffective/index.ts";
import type { Ineffective } from "../model/ineffective/row.ts";
import { assignmentPlace } from "../model/place.ts";

const complaints = unitProblemVisitor("ineffective-setting");

export const ineffectiveSetting = defineRule({
  id: "ineffective-setting",
  category: "correctness",
  severity: "warning",
  systemd: "notes",
  since: "0.1.0",
  summary: "A setting that another one, or the lack of another one, makes useless",
  why: `Some settings need a partner: RestartSteps= and RestartMaxDelaySec= only work together, RuntimeRandomizedExtraSec= needs RuntimeMaxSec=. Others are
overruled: RuntimeMaxSec= does nothing for Type=oneshot. Of these systemd complains, and goes on without them. Of others it says nothing: RestartSec=
without Restart= leaves a service down that was meant to come back, SocketUser= and SocketMode= protect no port, MaxConnections= counts only where
Accept=yes starts an instance for each connection, ReloadSignal= needs Type=notify-reload. Where the line does no harm and units are known to carry it
along, it is an info; a drop-in elsewhere that brings the other setting is a reason to ignore it.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nRestart=on-failure\nRestartSteps=5\n",
      good: "[Service]\nExecStart=/usr/bin/app\nRestart=on-failure\nRestartSteps=5\nRestartMaxDelaySec=1min\n",
    },
    {
      bad: "[Service]\nType=oneshot\nExecStart=/usr/bin/app\nRuntimeMaxSec=1h\n",
      good: "[Service]\nType=oneshot\nExecStart=/usr/bin/app\nTimeoutStartSec=1h\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/app\nRestartSec=5s\n",
      good: "[Service]\nExecStart=/usr/bin/app\nRestart=on-failure\nRestartSec=5s\n",
    },
    {
      name: "app.socket",
      bad: "[Socket]\nListenStream=8080\nSocketUser=www-data\n",
      good: "[Socket]\nListenStream=/run/app.sock\nSocketUser=www-data\n",
      beside: { "app.service": "[Service]\nExecStart=/usr/bin/app\n" },
    },
  ],
  visit: {
    unit(unit, world, report) {
      complaints.unit?.(unit, world, report);
      for (const found of ineffectiveSettings(unit, world.set.catalog.version)) {
        const { at, message, row } = found;
        report(assignmentPlace(at), {
          message,
          systemd: "silent",
          severity: row.harmless === true ? "info" : "warning",
          effect: `systemd says nothing of it; ${row.effect}`,
          fixes: fixesOf(found),
        });
      }
    },
  },
});

function fixesOf({ at, row: { remedy } }: Ineffective): readonly Fix[] {
  if (remedy === undefined) return [];
  const edits = [{ file: at.file.source, edits: [lineBefore(at, remedy)] }];
  return [{ title: `Write ${remedy}`, safety: "unsafe", edits }];
}
