/** The hint behind a calendar event: when it elapses next. */
import { upcoming } from "../../values/calendar/upcoming.ts";
import { printRelative, printTimestamp } from "../../values/timestamp-print.ts";
import { behindValue, type HintedAssignment, type InlayHint } from "./hint.ts";

/** In the reader's time zone. */
export function elapseHints(hinted: HintedAssignment): readonly InlayHint[] {
  const { value } = hinted.assignment.parsed ?? {};
  if (typeof value !== "string" || value === "") return [];
  const found = upcoming(value, hinted.clock, 1);
  if (found === undefined) return [];
  const [next] = found.times;
  if (next === undefined) return [behindValue(hinted, "never again", `${value} lies in the past, or never comes`)];
  return [behindValue(hinted, printTimestamp(next, found.zone), printRelative(next, hinted.clock.now))];
}
