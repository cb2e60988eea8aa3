/** When a calendar event elapses next. systemd: calendar_spec_next_usec(), find_next(), src/shared/calendarspec.c */
import { weekdayOf } from "./civil.ts";
import { LocalClock, type LocalTime, localTimeAt } from "./local-time.ts";
import { type CalendarComponent, type CalendarSpec, type Field, fields, microsecondsPerSecond } from "./spec.ts";
import type { Zone } from "./zones.ts";

/** Instants are microseconds since 1970; `never` is what systemd finds, `unknown` where it gives up searching. */
export type Elapse = bigint | "never" | "unknown";

/** The first elapse behind an instant. `zone` is the event's own zone where it has one, else that of the host. */
export function nextElapse(spec: CalendarSpec, after: bigint, zone: Zone): Elapse {
  if (after > lastInstant) return "unknown";
  return new Search(spec, after + 1n, zone).run();
}

/** Thu 9999-12-30 23:59:59 UTC, the last time that systemd prints. */
export const lastInstant = 253_402_214_399_000_000n;

const lastYear = 2199;
const mostSteps = 1000;
const second = BigInt(microsecondsPerSecond);

/** How a time relates to what clocks show: it exists, they have sprung ahead of it, or it lies out of reach. */
type Bounds = "inside" | "shifted" | "outside";
type Step = "found" | "again" | "never";

class Search {
  private readonly spec: CalendarSpec;
  private readonly clock: LocalClock;
  private readonly start: LocalTime;
  private readonly startMicroseconds: number;
  private readonly daylight: boolean | undefined;
  private time: LocalTime;
  private microseconds: number;
  private freed = false;

  constructor(spec: CalendarSpec, from: bigint, zone: Zone) {
    this.spec = spec;
    this.clock = new LocalClock(zone);
    this.time = this.start = localTimeAt(Number(from / second), zone);
    this.microseconds = this.startMicroseconds = Number(from % second);
    this.daylight = spec.local?.daylight;
  }

  run(): Elapse {
    for (let step = 0; step < mostSteps; step++) {
      this.time = this.clock.momentOf(this.time)?.time ?? this.time;
      if (!this.freed) this.time = { ...this.time, daylight: this.daylight };
      const outcome = this.step();
      if (outcome === "never") return "never";
      if (outcome === "found") return this.result();
    }
    return "unknown";
  }

  private result(): Elapse {
    const moment = this.clock.momentOf(this.time);
    return moment === undefined ? "unknown" : BigInt(moment.instant) * second + BigInt(this.microseconds);
  }

  /** Fits one field after the other, from the year; where one finds nothing left, the field above advances. */
  private step(): Step {
    if (!this.match("year") || this.bounds() !== "inside") return "never";
    for (const field of fields.slice(1)) {
      const bounds = this.match(field) ? this.bounds() : "outside";
      if (bounds === "outside") return this.advance(above[field]);
      if (bounds === "shifted") return "again";
      if (field === "day" && !this.onWeekday()) return this.advance("day");
    }
    if (this.isAhead()) return "found";
    this.freed = true;
    this.time = { ...this.time, hour: this.time.hour + 1 };
    return "again";
  }

  private advance(field: Field): Step {
    this.time = { ...this.time, [field]: this.time[field] + 1 };
    this.reset(field);
    return "again";
  }

  /** Sets the fields below to their least. */
  private reset(field: Field): void {
    const below = fields
      .slice(fields.indexOf(field) + 1)
      .map(name => [name, name === "month" || name === "day" ? 1 : 0]);
    this.time = { ...this.time, ...Object.fromEntries(below) };
    this.microseconds = 0;
  }

  /** Moves a field ahead to its next match; false where there is none. */
  private match(field: Field): boolean {
    const now = field === "second" ? this.time.second * microsecondsPerSecond + this.microseconds : this.time[field];
    const found = this.nextMatch(field, now);
    if (found === undefined) return false;
    if (field === "second") {
      this.microseconds = found % microsecondsPerSecond;
      this.time = { ...this.time, second: Math.floor(found / microsecondsPerSecond) };
    } else if (found !== now) {
      this.time = { ...this.time, [field]: found };
      this.reset(field);
    }
    return true;
  }

  /** The least number at or above `now` that a component matches. */
  private nextMatch(field: Field, now: number): number | undefined {
    const chain = this.spec[field];
    if (chain.length === 0) return now;
    const fromEnd = field === "day" && this.spec.endOfMonth;
    const found = chain.flatMap(component => nextOf(fromEnd ? this.fromEnd(component) : component, now) ?? []);
    return found.length === 0 ? undefined : Math.min(...found);
  }

  /** Days counted from the end of the month, as days of this month; -1 where it is too short. */
  private fromEnd({ start, stop, repeat }: CalendarComponent): CalendarComponent {
    const first = this.dayFromEnd(start);
    const last = this.dayFromEnd(stop);
    return last > 0 ? { start: last, stop: first, repeat } : { start: first, stop: last, repeat };
  }

  private dayFromEnd(day: number): number {
    const shown = this.clock.momentOf({ ...this.time, month: this.time.month + 1, day: 1 - day })?.time;
    return shown !== undefined && shown.month === this.time.month ? shown.day : -1;
  }

  /** Whether the time exists; one in a gap is moved to what the clocks show then, and begins there. */
  private bounds(): Bounds {
    if (this.time.year > lastYear) return "outside";
    const shown = this.clock.momentOf(this.time)?.time;
    if (shown === undefined) return "outside";
    const differing = fields.find(field => shown[field] !== this.time[field]);
    if (differing === undefined) return "inside";
    if (shown[differing] < this.time[differing]) return "outside";
    this.time = { ...shown, ...beginnings[differing] };
    return "shifted";
  }

  private onWeekday(): boolean {
    const { weekdays } = this.spec;
    if (weekdays === 0) return true;
    const shown = this.clock.momentOf(this.time)?.time;
    return shown !== undefined && (weekdays & (1 << weekdayOf(shown.year, shown.month, shown.day))) !== 0;
  }

  /** Whether the time lies behind the start. */
  private isAhead(): boolean {
    const differing = fields.find(field => this.time[field] !== this.start[field]);
    if (differing !== undefined) return this.time[differing] > this.start[differing];
    return this.microseconds >= this.startMicroseconds;
  }
}

const above: Readonly<Record<Field, Field>> = {
  year: "year",
  month: "year",
  day: "month",
  hour: "day",
  minute: "hour",
  second: "minute",
};

/** What begins anew where clocks have jumped over a field. */
const beginnings: Readonly<Record<Field, Partial<Record<Field, number>>>> = {
  year: { month: 1, day: 1 },
  month: { day: 1 },
  day: { hour: 0 },
  hour: { minute: 0 },
  minute: { second: 0 },
  second: {},
};

function nextOf({ start, stop, repeat }: CalendarComponent, now: number): number | undefined {
  if (start >= now) return start;
  if (repeat <= 0) return undefined;
  const next = start + Math.ceil((now - start) / repeat) * repeat;
  return stop < 0 || next <= stop ? next : undefined;
}
