/** Timers that shall come more often than they are accurate. */
import { lineFix } from "../lint/line-fix.ts";
import { respell } from "../lint/respell.ts";
import { defineRule } from "../lint/rule.ts";
import { assignmentPlace, valuePlace } from "../model/place.ts";
import { isSet, lastOf } from "../model/reading.ts";
import type { PlacedAssignment, Settings } from "../model/setting.ts";
import { sinceLastRun } from "../model/timer.ts";
import type { Unit } from "../model/unit.ts";
import { parseCalendar } from "../values/calendar/parse.ts";
import type { CalendarComponent, CalendarSpec } from "../values/calendar/spec.ts";
import { readTimeSpan } from "../values/time.ts";

// Seen in: takpika/mcAI (a watchdog every ten seconds), systemd#4083 (where five minutes turn into six).
export const timerAccuracy = defineRule({
  id: "timer-accuracy",
  category: "suspicious",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A timer that repeats faster than its AccuracySec= allows",
  why: `A timer may come late by AccuracySec=, one minute where nothing else is said, so that the processor wakes up once for many of them. A
timer that shall come every ten seconds then comes about once a minute, and systemctl list-timers shows times that have long passed. Set
AccuracySec=1s, or what the task can bear. Nothing is told beside RandomizedDelaySec=, which says that the time does not matter. Leave the finding
where DefaultTimerAccuracySec= in system.conf makes all timers of the machine more accurate.`,
  examples: [
    {
      name: "poll.timer",
      bad: "[Timer]\nOnBootSec=1min\nOnUnitActiveSec=10s\n",
      good: "[Timer]\nOnBootSec=1min\nOnUnitActiveSec=10s\nAccuracySec=1s\n",
      beside: { "poll.service": "[Service]\nType=oneshot\nExecStart=/usr/bin/poll\n" },
    },
    {
      name: "poll.timer",
      bad: "[Timer]\nOnCalendar=*:*:0/20\n",
      good: "[Timer]\nOnCalendar=*:*:0/20\nAccuracySec=500ms\n",
      beside: { "poll.service": "[Service]\nType=oneshot\nExecStart=/usr/bin/poll\n" },
    },
  ],
  visit: {
    unit(unit, _, report) {
      if (unit.type !== "timer" || unit.load !== "loaded" || isSet(unit.settings, "Timer", "RandomizedDelaySec"))
        return;
      const accuracy = accuracyOf(unit.settings);
      if (accuracy === undefined) return;
      const at = [...sinceLastRun(unit), ...calendars(unit)].find(line => periodOf(line) < accuracy);
      if (at === undefined) return;
      const limit = lastOf(unit.settings, "Timer", "AccuracySec");
      const better = periodOf(at) > 10 * minute ? "1min" : "1s";
      const late = limit === undefined ? "1min, the default" : limit.entry.value.text;
      const related = limit && {
        file: limit.file.source,
        span: assignmentPlace(limit).span,
        message: "how late it may be",
      };
      report(assignmentPlace(at), {
        message: `The timer repeats faster than AccuracySec= (${late}) lets it come; set AccuracySec=${better}`,
        effect: "systemd may let each run wait for so long",
        related: related === undefined ? [] : [related],
        fixes:
          limit === undefined ? lineFix(unit, "Timer", [`AccuracySec=${better}`]) : respell(valuePlace(limit), better),
      });
    },
  },
});

const minute = 60_000_000;

/** In microseconds; undefined where nobody can tell. */
function accuracyOf(settings: Settings): number | undefined {
  const at = lastOf(settings, "Timer", "AccuracySec");
  if (at === undefined) return minute;
  const span = at.parsed === undefined ? undefined : spanOf(at.entry.value.text);
  return Number.isFinite(span) ? span : undefined;
}

function calendars({ settings }: Unit): readonly PlacedAssignment[] {
  return settings.of("Timer", "OnCalendar")?.effective ?? [];
}

/** The shortest time between two runs, in microseconds; of calendar events, within a minute, an hour or a day, or a day where each has one. */
function periodOf({ directive, entry, parsed }: PlacedAssignment): number {
  if (parsed === undefined) return Number.POSITIVE_INFINITY;
  if (directive.name !== "OnCalendar") return spanOf(entry.value.text);
  const read = typeof parsed.value === "string" ? parseCalendar(parsed.value) : undefined;
  return read === undefined || !("spec" in read) ? Number.POSITIVE_INFINITY : shortestPeriod(read.spec);
}

function shortestPeriod({ second, minute: minutes, hour, day, weekdays }: CalendarSpec): number {
  const gaps = [
    shortestGap(second, minute),
    minute * shortestGap(always(minutes), 60),
    60 * minute * shortestGap(always(hour), 24),
  ];
  const isDaily = weekdays === 0 && shortestGap(always(day), 31) === 1;
  return gaps.find(Number.isFinite) ?? (isDaily ? 24 * 60 * minute : Number.POSITIVE_INFINITY);
}

/** A field without components matches always. */
function always(field: readonly CalendarComponent[]): readonly CalendarComponent[] {
  return field.length > 0 ? field : [{ start: 0, stop: -1, repeat: 1 }];
}

function spanOf(text: string): number {
  const read = readTimeSpan(text);
  return "value" in read && read.value !== "infinity" ? Number(read.value) : Number.POSITIVE_INFINITY;
}

function shortestGap(components: readonly CalendarComponent[], end: number): number {
  const times = [...new Set(components.flatMap(one => timesOf(one, end)))].sort((one, other) => one - other);
  return Math.min(...times.slice(1).map((time, i) => time - (times[i] ?? 0)));
}

/** The first two of a repetition say how far they all are apart. */
function timesOf({ start, stop, repeat }: CalendarComponent, end: number): readonly number[] {
  const next = start + repeat;
  return repeat === 0 || next > (stop < 0 ? end - 1 : stop) ? [start] : [start, next];
}
