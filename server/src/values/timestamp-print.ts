/** How points in time are shown. systemd: format_timestamp_style(), format_timestamp_relative_full(), src/basic/time-util.c */
import { weekdayOf } from "./calendar/civil.ts";
import { localTimeAt } from "./calendar/local-time.ts";
import { weekdayNames } from "./calendar/print.ts";
import type { Zone } from "./calendar/zones.ts";

const second = 1_000_000n;

/** `Thu 2026-01-01 09:00:00 CET`, with a fraction only where there is one. */
export function printTimestamp(instant: bigint, zone: Zone): string {
  const seconds = Number(instant / second);
  const { year, month, day, hour, minute, second: rest } = localTimeAt(seconds, zone);
  const below = instant % second;
  const fraction = below === 0n ? "" : `.${String(below).padStart(6, "0")}`;
  const date = [String(year).padStart(4, "0"), two(month), two(day)].join("-");
  const time = [two(hour), two(minute), two(rest)].join(":");
  return `${weekdayNames[weekdayOf(year, month, day)]} ${date} ${time}${fraction} ${zone.abbreviation(seconds)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

const minute = 60n * second;
const hour = 60n * minute;
const day = 24n * hour;
const week = 7n * day;
const month = 2_629_800n * second;
const year = 31_557_600n * second;

/** `2 weeks 3 days left`, `5h 30min ago`, `now`. */
export function printRelative(instant: bigint, now: bigint): string {
  const distance = instant < now ? now - instant : instant - now;
  if (distance === 0n) return "now";
  return `${printDistance(distance)} ${instant < now ? "ago" : "left"}`;
}

function printDistance(length: bigint): string {
  if (length >= year) return `${count(length / year, "year")} ${count((length % year) / month, "month")}`;
  if (length >= month) return `${count(length / month, "month")} ${count((length % month) / day, "day")}`;
  if (length >= week) return `${count(length / week, "week")} ${count((length % week) / day, "day")}`;
  if (length >= 2n * day) return `${length / day} days`;
  if (length >= 25n * hour) return `1 day ${(length - day) / hour}h`;
  if (length >= 6n * hour) return `${length / hour}h`;
  if (length >= hour) return `${length / hour}h ${(length % hour) / minute}min`;
  if (length >= 5n * minute) return `${length / minute}min`;
  if (length >= minute) return `${length / minute}min ${(length % minute) / second}s`;
  if (length >= second) return `${length / second}s`;
  return length >= 1000n ? `${length / 1000n}ms` : `${length}us`;
}

function count(number: bigint, unit: string): string {
  return `${number} ${unit}${number === 1n ? "" : "s"}`;
}
