/** When calendar events elapse, as systemd-analyze calendar of version 262 tells it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nextElapse } from "../../server/src/values/calendar/next.ts";
import { parseCalendar } from "../../server/src/values/calendar/parse.ts";
import { openZone, utc, type Zone } from "../../server/src/values/calendar/zones.ts";
import { readTimestamp } from "../../server/src/values/timestamp.ts";
import { printTimestamp } from "../../server/src/values/timestamp-print.ts";

test("days, and days from the end of a month", () => {
  checkElapses("UTC", "2026-01-31", "*-*~1", [
    "Sat 2026-02-28 00:00:00 UTC",
    "Tue 2026-03-31 00:00:00 UTC",
    "Thu 2026-04-30 00:00:00 UTC",
  ]);
  checkElapses("UTC", "2026-01-01", "Mon *-02-29", ["Mon 2044-02-29 00:00:00 UTC", "Mon 2072-02-29 00:00:00 UTC"]);
  checkElapses("UTC", "2026-01-01", "*-02-30", ["never"]);
  checkElapses("UTC", "2026-01-01", "2025-*-*", ["never"]);
});

test("an elapse is later than the time asked for", () => {
  checkElapses("UTC", "2026-01-01", "daily", ["Fri 2026-01-02 00:00:00 UTC"]);
  checkElapses("UTC", "2025-12-31 23:59:59.999999", "daily", ["Thu 2026-01-01 00:00:00 UTC"]);
});

test("fractions of seconds, with which systemd misses the first elapse of a minute", () => {
  checkElapses("UTC", "2026-01-01", "*:*:0/20.5", [
    "Thu 2026-01-01 00:00:20.500000 UTC",
    "Thu 2026-01-01 00:00:41 UTC",
    "Thu 2026-01-01 00:01:20.500000 UTC",
  ]);
});

test("the event's own zone goes before the host's", () => {
  checkElapses("UTC", "2026-01-31", "*-*-1/5 4:00 America/New_York", [
    "Sat 2026-01-31 09:00:00 UTC",
    "Sun 2026-02-01 09:00:00 UTC",
    "Fri 2026-02-06 09:00:00 UTC",
  ]);
});

test("times that the clocks jump over are left out", () => {
  checkElapses("Europe/Berlin", "2026-03-28 13:00", "02:30", [
    "Mon 2026-03-30 02:30:00 CEST",
    "Tue 2026-03-31 02:30:00 CEST",
  ]);
  checkElapses("Australia/Lord_Howe", "2026-10-03 10:30", "02:15", ["Mon 2026-10-05 02:15:00 +11"]);
  checkElapses("America/Santiago", "2026-09-04 20:00", "daily", [
    "Sat 2026-09-05 00:00:00 -04",
    "Mon 2026-09-07 00:00:00 -03",
  ]);
  checkElapses("Europe/Dublin", "2026-03-28 12:00", "01:30", ["Mon 2026-03-30 01:30:00 IST"]);
});

test("times that come twice count once", () => {
  checkElapses("Europe/Berlin", "2026-10-24 14:00", "02:30", [
    "Sun 2026-10-25 02:30:00 CEST",
    "Mon 2026-10-26 02:30:00 CET",
  ]);
  checkElapses("Europe/Berlin", "2026-10-25 01:00", "1..2:0/30", [
    "Sun 2026-10-25 01:30:00 CEST",
    "Sun 2026-10-25 02:00:00 CEST",
    "Sun 2026-10-25 02:30:00 CEST",
    "Mon 2026-10-26 01:00:00 CET",
  ]);
});

/** Compares as many elapses behind a time, both in the zone of a host, as are expected. */
function checkElapses(host: string, base: string, expression: string, expected: readonly string[]): void {
  const zone = zoneOf(host);
  const outcome = parseCalendar(expression);
  const start = readTimestamp(base, { now: 0n, zone });
  assert.ok("spec" in outcome && "value" in start, `${expression} and ${base} can be read`);
  let after: bigint | undefined = start.value;
  const told: string[] = [];
  while (told.length < expected.length && after !== undefined) {
    const next = nextElapse(outcome.spec, after, zoneOf(outcome.spec.zone ?? host));
    after = typeof next === "bigint" ? next : undefined;
    told.push(typeof next === "bigint" ? printTimestamp(next, zone) : next);
  }
  assert.deepEqual(told, expected);
}

function zoneOf(name: string): Zone {
  return openZone(name) ?? utc;
}
