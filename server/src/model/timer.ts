/** What the times of a timer count from. systemd: timer_enter_waiting(), src/core/timer.c */
import { flagOf, isSet } from "./reading.ts";
import type { PlacedAssignment, Settings } from "./setting.ts";
import type { Unit } from "./unit.ts";

/** Whether a timer triggers though its unit has never run: by the clock, since the boot, since its own start, or at a change of the clock. */
export function hasFirstTime(settings: Settings): boolean {
  return (
    firstTimes.some(name => isSet(settings, "Timer", name)) ||
    changes.some(name => flagOf(settings, "Timer", name, false))
  );
}

/** The lines that count from the unit's own last run, and so repeat; none of a unit that is no timer. */
export function sinceLastRun({ type, settings }: Pick<Unit, "type" | "settings">): readonly PlacedAssignment[] {
  return type === "timer" ? lastRunTimes.flatMap(name => settings.of("Timer", name)?.effective ?? []) : [];
}

/** The name of a timer's service; of a template, without the instance as which both are judged. */
export function writtenName({ id }: Unit, { instance }: Unit): string {
  return instance === undefined ? id : id.replace(`@${instance}.`, "@.");
}

const firstTimes = ["OnCalendar", "OnActiveSec", "OnBootSec", "OnStartupSec"];
const changes = ["OnClockChange", "OnTimezoneChange"];
const lastRunTimes = ["OnUnitActiveSec", "OnUnitInactiveSec"];
