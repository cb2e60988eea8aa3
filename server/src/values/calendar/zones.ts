/** Time zones as `Intl` knows them: the offset from UTC, daylight saving and the abbreviation at an instant. */
import { nearest } from "../../text/nearest.ts";
import { secondsPerDay } from "./civil.ts";
import { abbreviation } from "./zone-abbreviations.ts";
import { zoneNames } from "./zone-names.ts";

/** What holds in a zone at an instant. */
export interface ZoneState {
  /** Seconds to add to UTC. */
  readonly offset: number;
  /** Whether the tz database calls it daylight-saving time. */
  readonly daylight: boolean;
}

/** A time zone; instants are seconds since 1970. */
export interface Zone {
  readonly name: string;
  at(seconds: number): ZoneState;
  /** What `date` would print as the zone's name: `CET`, or `+0530` where there is no word. */
  abbreviation(seconds: number): string;
}

/** Whether systemd finds a zone of that name in a complete tz database. systemd: verify_timezone(), src/basic/time-util.c */
export function isZoneName(name: string): boolean {
  return zoneNames().has(name.replace(/^(?:posix|right)\//, ""));
}

/** The zone name that somebody meant: case does not count, and the area may be missing. */
export function nearestZone(word: string): string | undefined {
  const lower = word.toLowerCase();
  for (const name of zoneNames()) {
    if (name.toLowerCase() === lower || name.slice(name.lastIndexOf("/") + 1).toLowerCase() === lower) return name;
  }
  return word.length < 5 ? undefined : nearest(word, zoneNames());
}

export const utc: Zone = {
  name: "UTC",
  at: () => ({ offset: 0, daylight: false }),
  abbreviation: () => "UTC",
};

/** The zone of a name; undefined where this JavaScript engine does not know it. */
export function openZone(name: string): Zone | undefined {
  if (name === "UTC") return utc;
  const known = name.replace(/^(?:posix|right)\//, "");
  if (!zoneNames().has(known)) return undefined;
  try {
    return new IntlZone(known);
  } catch {
    return undefined;
  }
}

/** Asks `Intl` once a day of the calendar, and at the instant itself only on days on which something changes. */
class IntlZone implements Zone {
  readonly name: string;
  private readonly offsets: Intl.DateTimeFormat;
  private readonly names: Intl.DateTimeFormat;
  private readonly days = new Map<number, ZoneState>();

  constructor(name: string) {
    this.name = name;
    this.offsets = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
    this.names = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "long" });
  }

  at(seconds: number): ZoneState {
    const day = Math.floor(seconds / secondsPerDay);
    const start = this.startOf(day);
    const end = this.startOf(day + 1);
    return start.offset === end.offset && start.daylight === end.daylight ? start : this.ask(seconds);
  }

  abbreviation(seconds: number): string {
    return abbreviation(this.name, this.longName(seconds), this.at(seconds).offset);
  }

  private startOf(day: number): ZoneState {
    const known = this.days.get(day);
    if (known !== undefined) return known;
    const state = this.ask(day * secondsPerDay);
    this.days.set(day, state);
    return state;
  }

  private ask(seconds: number): ZoneState {
    const offset = this.offset(seconds);
    return { offset, daylight: this.isDaylight(seconds, offset) };
  }

  private offset(seconds: number): number {
    const [, sign, hours = 0, minutes = 0, rest = 0] =
      /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(this.offsets.format(seconds * 1000)) ?? [];
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
    return sign === "-" ? -size : size;
  }

  /** By the zone's long name; where it has none, an offset that is larger than some before and some after it. */
  private isDaylight(seconds: number, offset: number): boolean {
    if (hasNegativeDaylight(this.name, seconds)) return offset === 0;
    const name = this.longName(seconds);
    if (/(?:Summer|Daylight) Time$/.test(name)) return true;
    if (!/[+-]\d/.test(name)) return false;
    const smaller = (days: number) => this.offset(seconds + days * secondsPerDay) < offset;
    return [-91, -183, -274].some(smaller) && [91, 183, 274].some(smaller);
  }

  private longName(seconds: number): string {
    return this.names.format(seconds * 1000).replace(/^.*?, /, "");
  }
}

/** In Ireland and Morocco the tz database counts backwards: winter or Ramadan deviate, and are daylight-saving time. */
function hasNegativeDaylight(name: string, seconds: number): boolean {
  if (irish.has(name)) return seconds >= 57_722_400;
  return moroccan.has(name) && seconds >= 1_540_692_000;
}

const irish: ReadonlySet<string> = new Set(["Europe/Dublin", "Eire"]);
const moroccan: ReadonlySet<string> = new Set(["Africa/Casablanca", "Africa/El_Aaiun"]);
