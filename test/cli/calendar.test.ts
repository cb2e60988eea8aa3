/** `unitlint calendar` and `unitlint timespan`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type CalendarArguments, calendar } from "../../server/src/cli/commands/calendar.ts";
import { timespan } from "../../server/src/cli/commands/timespan.ts";
import { UsageError } from "../../server/src/cli/usage-error.ts";

/** Thu 2026-01-01 00:00:00 UTC in Berlin. */
const clock = { now: 1_767_225_600_000_000n, timezone: "Europe/Berlin" };

test("a calendar event is told in normal form, with its elapses", () => {
  assert.deepEqual(calendar({ expressions: ["Mon..Fri 9:00", "@0"], iterations: 2 }, clock), {
    stdout: `\
  Original form: Mon..Fri 9:00
Normalized form: Mon..Fri *-*-* 09:00:00
    Next elapse: Thu 2026-01-01 09:00:00 CET
       (in UTC): Thu 2026-01-01 08:00:00 UTC
       From now: 8h left
   Iteration #2: Fri 2026-01-02 09:00:00 CET
       (in UTC): Fri 2026-01-02 08:00:00 UTC
       From now: 1 day 8h left

  Original form: @0
Normalized form: 1970-01-01 00:00:00 UTC
    Next elapse: never
`,
    stderr: "",
    status: 0,
  });
});

test("options set the zone and the time from which to look", () => {
  const args = { expressions: ["*-*-* 00:00:00"], timezone: "UTC", baseTime: "2026-07-01 12:00" };
  assert.equal(
    calendar(args, clock).stdout,
    `\
Normalized form: *-*-* 00:00:00
    Next elapse: Thu 2026-07-02 00:00:00 UTC
       From now: 5 months 29 days left
`,
  );
});

test("each mistake is shown below its piece", () => {
  assert.deepEqual(calendar({ expressions: ["*-*-* 25:61", "Mo 9:00"] }, clock), {
    stdout: "",
    stderr: `\
unitlint: 25 is no hour; hours go from 0 to 23
    *-*-* 25:61
          ^^
unitlint: 61 is no minute; minutes go from 0 to 59
    *-*-* 25:61
             ^^

unitlint: Mo is no weekday; did you mean Mon?
    Mo 9:00
    ^^
    Mon 9:00
`,
    status: 1,
  });
});

test("a date that never comes is noted", () => {
  assert.deepEqual(calendar({ expressions: ["Thu 2027-01-01 00:00:00"] }, clock), {
    stdout: "Normalized form: Thu 2027-01-01 00:00:00\n    Next elapse: never\n",
    stderr: `\
unitlint: note: 2027-01-01 is a Friday, so this never elapses
    Thu 2027-01-01 00:00:00
    ^^^^^^^^^^^^^^
`,
    status: 0,
  });
});

test("options that make no sense are usage errors", () => {
  const refused = (args: Partial<CalendarArguments>, message: string) =>
    assert.throws(() => calendar({ expressions: ["daily"], ...args }, clock), new UsageError(message));
  refused({ iterations: 0 }, "--iterations takes a number from 1");
  refused(
    { timezone: "europe/berlin" },
    "--timezone europe/berlin: there is no such time zone; did you mean Europe/Berlin?",
  );
  refused({ baseTime: "Mon 2026-01-01" }, "--base-time: 2026-01-01 is a Thursday");
});

test("a time span is told in microseconds and in normal form", () => {
  assert.deepEqual(timespan(["90min", "1x"]), {
    stdout: "Original: 90min\n      μs: 5400000000\n   Human: 1h 30min\n",
    stderr: `\
unitlint: Unknown unit of time x; allowed are us, ms, s, min, h, d, w, month and y
    1x
     ^
`,
    status: 1,
  });
});
