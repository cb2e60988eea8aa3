/** From local time to the instant, as mktime() of glibc finds it: through gaps and overlaps of daylight saving. */
import { type Civil, civilOf, secondsOf } from "./civil.ts";
import type { Zone, ZoneState } from "./zones.ts";

/** A broken-down local time; `daylight` says which of two is meant, undefined lets the zone decide. */
export interface LocalTime extends Civil {
  readonly daylight: boolean | undefined;
}

/** An instant, and what the clocks show at it. */
export interface Moment {
  /** Seconds since 1970. */
  readonly instant: number;
  readonly time: LocalTime;
}

/** The local time at an instant. */
export function localTimeAt(seconds: number, zone: Zone): LocalTime {
  const { offset, daylight } = zone.at(seconds);
  return { ...civilOf(seconds + offset), daylight };
}

/** Instants of a zone; begins to search with the offset that it found last, as glibc does, which decides some overlaps. */
export class LocalClock {
  readonly zone: Zone;
  private offset = 0;

  constructor(zone: Zone) {
    this.zone = zone;
  }

  /** The instant of a local time, whose fields may be out of range; undefined before 1970. */
  momentOf(time: LocalTime): Moment | undefined {
    if (time.year < 1969) return undefined;
    const second = Math.min(59, Math.max(0, time.second));
    const shown = secondsOf({ ...time, second });
    const found = this.zone.name === "UTC" ? shown : this.search(shown, time.daylight);
    if (found === undefined) return undefined;
    this.offset = shown - found;
    const instant = found + time.second - second;
    return instant < 0 ? undefined : { instant, time: localTimeAt(instant, this.zone) };
  }

  /** Corrects a guess by its error until it shows the time asked for, or jumps to and fro over a gap. */
  private search(shown: number, daylight: boolean | undefined): number | undefined {
    let instant = shown - this.offset;
    let last = instant;
    let beforeLast = instant;
    let lastDaylight = false;
    for (let probes = 6; probes > 0; probes--) {
      const state = this.zone.at(instant);
      const error = shown - (instant + state.offset);
      if (error === 0) return fits(state, daylight) ? instant : this.searchNear(instant, shown, state, daylight);
      const oscillates = instant === beforeLast && instant !== last;
      if (oscillates && settles(state, daylight, lastDaylight)) return instant;
      beforeLast = last;
      last = instant;
      instant += error;
      lastDaylight = state.daylight;
    }
    return undefined;
  }

  /** The offset of the nearest time with the daylight saving asked for; one hour more or less where there is none for years. */
  private searchNear(instant: number, shown: number, state: ZoneState, daylight: boolean | undefined): number {
    const stride = 601_200;
    for (let distance = stride; distance < 229_222_804; distance += stride) {
      for (const near of [instant - distance, instant + distance]) {
        const found = this.zone.at(near);
        if (fits(found, daylight)) return shown - found.offset;
      }
    }
    return instant + (state.daylight ? 3600 : -3600);
  }
}

function fits({ daylight }: ZoneState, wanted: boolean | undefined): boolean {
  return wanted === undefined || wanted === daylight;
}

/** In a gap, the side with daylight saving is taken, or the other than was asked for. */
function settles({ daylight }: ZoneState, wanted: boolean | undefined, lastDaylight: boolean): boolean {
  return wanted === undefined ? Number(lastDaylight) <= Number(daylight) : wanted !== daylight;
}
