/** Hover over a calendar event: its normal form, and the next times at which it elapses. */
import { type Clock, upcoming } from "../../values/calendar/upcoming.ts";
import { printRelative, printTimestamp } from "../../values/timestamp-print.ts";
import { type Block, say } from "./markup.ts";
import type { Describe } from "./piece.ts";

/** Times are shown in the reader's time zone. */
export const describeCalendar: Describe = ({ assignment: { parsed, entry }, clock }) => {
  const normal = parsed?.value;
  if (typeof normal !== "string") return [];
  if (normal === "") return [["Clears all triggers of the timer above"]];
  const written = entry.value.text;
  return [normal === written ? say`${written}` : say`${written} is ${normal}`, ...elapses(normal, clock)];
};

const COUNT = 5;

function elapses(normal: string, clock: Clock): readonly Block[] {
  const found = upcoming(normal, clock, COUNT);
  if (found === undefined) return [];
  const { times, zone } = found;
  if (times.length === 0) return [["Elapses never again"]];
  const lines = times.map(time => say`${printTimestamp(time, zone)} (${[printRelative(time, clock.now)]})`);
  return [["Elapses next:"], { items: lines }];
}
