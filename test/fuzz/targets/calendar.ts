/** Calendar events and points in time: read, printed, and when they elapse next. */

import { decodeUtf8 } from "../../../server/src/text/utf8.ts";
import { parseCalendar } from "../../../server/src/values/calendar/parse.ts";
import { printCalendar } from "../../../server/src/values/calendar/print.ts";
import { upcoming } from "../../../server/src/values/calendar/upcoming.ts";
import { utc } from "../../../server/src/values/calendar/zones.ts";
import { readTimestamp } from "../../../server/src/values/timestamp.ts";
import { directiveOfKind, drawValueOf } from "../draw/values.ts";
import { type Input, must, type Target, TIME_LIMIT } from "../target.ts";

const clock = { now: 1_790_000_000_000_000n, timezone: "UTC" };
const event = directiveOfKind.get("calendar-event");

export const calendar: Target = {
  name: "calendar",
  about: "calendar events and timestamps: what is printed is read alike, elapses come in order",
  limit: TIME_LIMIT,
  draw: random => ({ text: event === undefined ? "" : drawValueOf(event, random) }),
  fromBytes: bytes => ({ text: decodeUtf8(bytes) }),
  work: ({ text = "" }: Input) => [upcoming(text, clock, 3), readTimestamp(text, { now: clock.now, zone: utc })],
  check({ text = "" }: Input) {
    readTimestamp(text, { now: clock.now, zone: utc });
    const outcome = parseCalendar(text);
    if ("faults" in outcome) {
      for (const { span } of outcome.faults)
        must(0 <= span.start && span.start <= span.end && span.end <= text.length, "faults lie in the text");
      return;
    }
    const printed = printCalendar(outcome.spec);
    const again = parseCalendar(printed);
    must("spec" in again && printCalendar(again.spec) === printed, () => `what is printed is read alike: ${printed}`);
    const { times = [] } = upcoming(text, clock, 3) ?? {};
    must(
      times.every((time, i) => time > (times[i - 1] ?? clock.now)),
      "elapses come one after the other",
    );
  },
};
