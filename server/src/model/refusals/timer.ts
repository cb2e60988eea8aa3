/** What makes systemd refuse a timer. systemd: timer_verify(), src/core/timer.c */
import { flagOf, isSet } from "../reading.ts";
import { clearingLine, lostAttempts } from "./lost-lines.ts";
import type { Check, Found, Subject } from "./problem.ts";

/** The only one. */
export const timerChecks: readonly Check[] = [
  {
    check: "timer-without-setting",
    verdict: "refuses",
    reads: ["Timer.OnClockChange", "Timer.OnTimezoneChange"],
    find: neverElapses,
  },
];

const times = ["OnCalendar", "OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec", "OnUnitInactiveSec"];
const changes = ["OnClockChange", "OnTimezoneChange"];

function neverElapses({ settings, unit }: Subject): Found | undefined {
  if (times.some(name => isSet(settings, "Timer", name))) return undefined;
  if (changes.some(name => flagOf(settings, "Timer", name, false))) return undefined;
  const at = clearingLine(unit, "Timer", times);
  return {
    message:
      at === undefined
        ? "The timer never elapses; set OnCalendar=, OnBootSec=, OnUnitActiveSec= or another On…="
        : `${at.entry.key.text}= clears all times of the timer, and none follows`,
    at: at ?? "Timer",
    because: lostAttempts(unit, "Timer", [...times, ...changes]),
  };
}
