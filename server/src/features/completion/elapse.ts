/** When a calendar event elapses next, as a few words. */
import { remember } from "../../catalog/lazy.ts";
import { nextElapse } from "../../values/calendar/next.ts";
import { parseCalendar } from "../../values/calendar/parse.ts";
import { openZone, utc } from "../../values/calendar/zones.ts";
import { printTimestamp } from "../../values/timestamp-print.ts";
import type { Clock } from "./place.ts";

/** `next Mon 2026-01-05 00:00:00 UTC`; undefined where the text is no event, or nobody knows what time it is. */
export function elapseDetail(text: string, clock: Clock | undefined): string | undefined {
  const outcome = clock === undefined ? undefined : parseCalendar(text);
  if (outcome === undefined || clock === undefined || "faults" in outcome) return undefined;
  const local = zoneNamed(clock.timezone) ?? utc;
  const zone = outcome.spec.zone === undefined ? local : zoneNamed(outcome.spec.zone);
  const next = zone && nextElapse(outcome.spec, clock.now, zone);
  return typeof next === "bigint" ? `next ${printTimestamp(next, local)}` : undefined;
}

/** Opening a zone takes its time. */
const zoneNamed = remember(openZone);
