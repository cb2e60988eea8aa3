/** Limits of restarts that the pause between restarts keeps from ever being reached. */
import type { Fix } from "../lint/finding.ts";
import { lineFix } from "../lint/line-fix.ts";
import { defineRule } from "../lint/rule.ts";
import { ignoresFailure } from "../model/commands.ts";
import { valuePlace } from "../model/place.ts";
import { lastOf, textOf } from "../model/reading.ts";
import type { Settings } from "../model/setting.ts";
import type { Unit } from "../model/unit.ts";
import { formatTimeSpan, readTimeSpan } from "../values/time.ts";

// Seen in: puppetlabs/puppetlabs-docker#615, mondoohq/cnspec#897.
export const startLimitNeverReached = defineRule({
  id: "start-limit-never-reached",
  category: "suspicious",
  severity: "info",
  systemd: "silent",
  since: "0.1.0",
  summary: "RestartSec= is so long that the limit of starts is never reached",
  why: `systemd gives a service up when it is started more than StartLimitBurst= times within StartLimitIntervalSec=. It counts anew once the interval is
over. With RestartSec=5 the sixth start comes 25 seconds after the first: an interval of 20 seconds is over by then, and a service that fails at
once is restarted for ever, which is what the limit was written to prevent. The interval has to be longer than RestartSec= times StartLimitBurst=,
with room for the time that the service takes to fail. Where the limit is not wanted, StartLimitIntervalSec=0 says so; many generated units, such
as those with StartLimitInterval=5 and RestartSec=120, would be clearer that way: hence it is an info, and a warning only beside StartLimitAction=, which waits
for the limit. Nothing is said of units that leave both settings at their
defaults (5 starts in 10 seconds).`,
  examples: [
    {
      bad: "[Unit]\nStartLimitIntervalSec=20\nStartLimitBurst=5\n[Service]\nExecStart=/usr/bin/app\nRestart=always\nRestartSec=5\n",
      good: "[Unit]\nStartLimitIntervalSec=60\nStartLimitBurst=5\n[Service]\nExecStart=/usr/bin/app\nRestart=always\nRestartSec=5\n",
    },
    {
      bad: "[Unit]\nStartLimitBurst=3\n[Service]\nExecStart=/usr/bin/app\nRestart=on-failure\nRestartSec=30\n",
      good: "[Unit]\nStartLimitBurst=3\nStartLimitIntervalSec=5min\n[Service]\nExecStart=/usr/bin/app\nRestart=on-failure\nRestartSec=30\n",
    },
  ],
  visit: {
    unit(unit, _, report) {
      const { type, settings } = unit;
      const at = type === "service" ? (intervalOf(settings) ?? burstOf(settings)) : undefined;
      if (at === undefined || !isRestarted(settings)) return;
      const interval = spanOf(settings, "Unit", "StartLimitIntervalSec", defaultInterval);
      const burst = countOf(settings);
      const pause = least(
        spanOf(settings, "Service", "RestartSec", defaultPause),
        spanOf(settings, "Service", "RestartMaxDelaySec", undefined),
      );
      if (interval === undefined || interval === 0n || burst === undefined || pause === undefined) return;
      const taken = pause * burst;
      if (burst === 0n || taken < interval) return;
      const action = textOf(settings, "Unit", "StartLimitAction") ?? "none";
      report(valuePlace(at), {
        severity: action === "none" ? "info" : "warning",
        message: `The limit of ${burst} starts in ${formatTimeSpan(interval)} is never reached, as RestartSec= makes ${burst} restarts take ${formatTimeSpan(taken)}; write a longer StartLimitIntervalSec=`,
        effect: `systemd says nothing about it; a service that fails is restarted for ever${action === "none" ? "" : `, and StartLimitAction=${action} never happens`}`,
        fixes: withRoom(unit, taken),
      });
    },
  },
});

/** What systemd is built with, unless the manager's configuration says otherwise. */
const defaultInterval = 10_000_000n;
const defaultBurst = 5n;
const defaultPause = 100_000n;

function intervalOf(settings: Settings) {
  return lastOf(settings, "Unit", "StartLimitIntervalSec");
}

function burstOf(settings: Settings) {
  return lastOf(settings, "Unit", "StartLimitBurst");
}

/** Of ExecStart=- any end is a success, which only some kinds restart. */
function isRestarted(settings: Settings): boolean {
  const restart = textOf(settings, "Service", "Restart");
  if (restart === undefined || restart === "no" || restart === "") return false;
  return restart === "always" || restart === "on-success" || !ignoresFailure(settings);
}

/** Undefined where it has no end, or a placeholder hides it. */
function spanOf(settings: Settings, section: "Unit" | "Service", name: string, otherwise: bigint | undefined) {
  if (lastOf(settings, section, name) === undefined) return otherwise;
  const text = textOf(settings, section, name);
  const read = text === undefined ? undefined : readTimeSpan(text);
  return read !== undefined && "value" in read && read.value !== "infinity" ? read.value : undefined;
}

function countOf(settings: Settings): bigint | undefined {
  if (burstOf(settings) === undefined) return defaultBurst;
  const text = textOf(settings, "Unit", "StartLimitBurst");
  return text !== undefined && /^\d+$/.test(text) ? BigInt(text) : undefined;
}

/** Pauses grow up to RestartMaxDelaySec=, and are no longer than that from the first one on. */
function least(pause: bigint | undefined, most: bigint | undefined): bigint | undefined {
  return pause !== undefined && most !== undefined && most < pause ? most : pause;
}

/** Twice the time, as failing takes some too. */
function withRoom(unit: Unit, taken: bigint): readonly Fix[] {
  const value = formatTimeSpan(taken * 2n).replaceAll(" ", "");
  const at = intervalOf(unit.settings);
  if (at === undefined) return lineFix(unit, "Unit", [`StartLimitIntervalSec=${value}`]);
  const edit = { span: valuePlace(at).span, text: value };
  return [{ title: `Write ${value}`, safety: "unsafe", edits: [{ file: at.file.source, edits: [edit] }] }];
}
