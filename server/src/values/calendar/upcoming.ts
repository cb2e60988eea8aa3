/** The times at which a calendar event elapses from now on. */
import { remember } from "../../catalog/lazy.ts";
import { nextElapse } from "./next.ts";
import { type LocalNames, parseCalendar } from "./parse.ts";
import type { CalendarSpec } from "./spec.ts";
import { openZone, utc, type Zone } from "./zones.ts";

/** When and where somebody asks for times. */
export interface Clock {
  /** Microseconds since 1970. */
  readonly now: bigint;
  /** The name of the host's time zone, as `Intl` tells it. */
  readonly timezone: string;
}

/** Times to come, and the zone of the clock, to print them in. */
export interface Upcoming {
  readonly times: readonly bigint[];
  readonly zone: Zone;
}

/** The next elapses of an event; undefined where it is none, its zone is unknown here, or systemd gives up the search. */
export function upcoming(expression: string, { now, timezone }: Clock, count: number): Upcoming | undefined {
  const zone = zoneOf(timezone) ?? utc;
  const outcome = parseCalendar(expression, namesOf(zone, now));
  if ("faults" in outcome) return undefined;
  const own = zoneOf(outcome.spec.zone ?? zone.name);
  const times = own && nextElapses(outcome.spec, own, now, count);
  return times && { times, zone };
}

/** Zones are slow to open, and few. */
const zoneOf = remember(openZone);

let latest: { readonly zone: Zone; readonly week: bigint; readonly names: LocalNames } | undefined;

/** The abbreviations hardly ever change, and take long to find. */
function namesOf(zone: Zone, now: bigint): LocalNames {
  const week = now / 604_800_000_000n;
  if (latest?.zone !== zone || latest.week !== week) latest = { zone, week, names: localNames(zone, now) };
  return latest.names;
}

/** The first elapses behind an instant, as many as there are; undefined where systemd gives up the search. Instants are microseconds since 1970. */
export function nextElapses(
  spec: CalendarSpec,
  zone: Zone,
  after: bigint,
  count: number,
): readonly bigint[] | undefined {
  const times: bigint[] = [];
  let last = after;
  while (times.length < count) {
    const next = nextElapse(spec, last, zone);
    if (next === "unknown") return undefined;
    if (next === "never") break;
    times.push(next);
    last = next;
  }
  return times;
}

/** The zone's abbreviations in the coming year. */
export function localNames(zone: Zone, now: bigint): LocalNames {
  const start = Number(now / 1_000_000n);
  const months = Array.from({ length: 13 }, (_, i) => start + i * 2_629_800);
  const name = (daylight: boolean) => months.find(seconds => zone.at(seconds).daylight === daylight);
  const standard = name(false) ?? start;
  return { standard: zone.abbreviation(standard), daylight: zone.abbreviation(name(true) ?? standard) };
}
