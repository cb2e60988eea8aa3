/** When a calendar event elapses next, as a few words. */
import { remember } from "../../catalog/lazy.ts";
import { nextElapse } from "../../values/calendar/next.ts";
import { parseCalendar } from "../../values/calendar/parse.ts";
import type { Clock } from "../../values/calendar/upcoming.ts";
import { openZone, utc } from "../../values/calendar/zones.ts";
import { printTimestamp } from "../../values/timestamp-print.ts";

/** `next Mon 2026-01-05 00:00:00 UTC`; undefined where the text is no event, or nobody knows what time it is. */
export function elapseDetail(text: string, clock: Clock | undefined): string | undefined {
  if (clock === undefined) return undefined;
  const key = `${clock.timezone} ${text}`;
  const known = elapses.get(key);
  if (known !== undefined && known.from <= clock.now && clock.now < known.next) return known.detail;
  const found = findElapse(text, clock);
  if (found === undefined) return undefined;
  if (elapses.size >= MOST_KNOWN) elapses.clear();
  elapses.set(key, found);
  return found.detail;
}

/** What holds from one instant until before another one. */
interface Elapse {
  readonly from: bigint;
  readonly next: bigint;
  readonly detail: string;
}

/** Searching takes its time, and the same events are asked for at every keystroke. */
const elapses = new Map<string, Elapse>();
const MOST_KNOWN = 200;

function findElapse(text: string, { now, timezone }: Clock): Elapse | undefined {
  const outcome = parseCalendar(text);
  if ("faults" in outcome) return undefined;
  const local = zoneNamed(timezone) ?? utc;
  const zone = outcome.spec.zone === undefined ? local : zoneNamed(outcome.spec.zone);
  const next = zone && nextElapse(outcome.spec, now, zone);
  return typeof next === "bigint" ? { from: now, next, detail: `next ${printTimestamp(next, local)}` } : undefined;
}

/** Opening a zone takes its time. */
const zoneNamed = remember(openZone);
