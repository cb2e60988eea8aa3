/** Points in time, read and shown. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openZone, utc } from "../../server/src/values/calendar/zones.ts";
import { readTimestamp } from "../../server/src/values/timestamp.ts";
import { printRelative, printTimestamp } from "../../server/src/values/timestamp-print.ts";

/** Thu 2026-01-01 12:00:00 CET. */
const now = 1_767_265_200_000_000n;
const zone = openZone("Europe/Berlin") ?? utc;

test("forms of timestamps", () => {
  const rows: readonly (readonly [written: string, expected: string])[] = [
    ["now", "Thu 2026-01-01 12:00:00 CET"],
    ["today", "Thu 2026-01-01 00:00:00 CET"],
    ["yesterday", "Wed 2025-12-31 00:00:00 CET"],
    ["tomorrow UTC", "Fri 2026-01-02 01:00:00 CET"],
    ["+1h 30min", "Thu 2026-01-01 13:30:00 CET"],
    ["1 week ago", "Thu 2025-12-25 12:00:00 CET"],
    ["5s left", "Thu 2026-01-01 12:00:05 CET"],
    ["@1234.5", "Thu 1970-01-01 01:20:34.500000 CET"],
    ["2026-07-01", "Wed 2026-07-01 00:00:00 CEST"],
    ["26-7-1 8:05", "Wed 2026-07-01 08:05:00 CEST"],
    ["Wed 2026-07-01 08:05:06.25", "Wed 2026-07-01 08:05:06.250000 CEST"],
    ["2026-07-01T08:05Z", "Wed 2026-07-01 10:05:00 CEST"],
    ["2026-07-01T08:05:00-03:30", "Wed 2026-07-01 13:35:00 CEST"],
    ["2026-07-01 08:05 +02", "Wed 2026-07-01 08:05:00 CEST"],
    ["2026-07-01 08:05 America/New_York", "Wed 2026-07-01 14:05:00 CEST"],
    ["Jul 1 08:05:06", "Wed 2026-07-01 08:05:06 CEST"],
    ["16:34", "Thu 2026-01-01 16:34:00 CET"],
    ["2026-10-25 02:30 CEST", "Sun 2026-10-25 02:30:00 CEST"],
    ["2026-10-25 02:30 CET", "Sun 2026-10-25 02:30:00 CET"],
    ["2026-03-29 02:30", "Sun 2026-03-29 03:30:00 CEST"],
  ];
  const names = { standard: "CET", daylight: "CEST" };
  const told = rows.map(([written]) => {
    const outcome = readTimestamp(written, { now, zone, names });
    return [written, "value" in outcome ? printTimestamp(outcome.value, zone) : outcome.fault.message];
  });
  assert.deepEqual(told, rows);
});

test("texts that are no timestamps", () => {
  const message = (text: string) => {
    const outcome = readTimestamp(text, { now, zone });
    return "fault" in outcome ? outcome.fault.message : "";
  };
  assert.equal(message("soon"), "soon is no timestamp; write one such as 2026-01-31 12:00, @1234, tomorrow or +1h");
  assert.equal(message("Mon 2026-01-01"), "2026-01-01 is a Thursday");
  assert.equal(message("@999999999999"), "@999999999999 lies beyond the years from 1970 to 9999");
});

test("distances from now", () => {
  const second = 1_000_000n;
  const rows: readonly (readonly [bigint, string])[] = [
    [0n, "now"],
    [5n, "5us left"],
    [-90n * second, "1min 30s ago"],
    [3600n * second, "1h 0min left"],
    [26n * 3600n * second, "1 day 2h left"],
    [-3n * 86_400n * second, "3 days ago"],
    [8n * 86_400n * second, "1 week 1 day left"],
    [40n * 86_400n * second, "1 month 9 days left"],
    [800n * 86_400n * second, "2 years 2 months left"],
  ];
  assert.deepEqual(
    rows.map(([distance]) => [distance, printRelative(now + distance, now)]),
    rows,
  );
});
