/** Calendar events: words such as daily, weekdays, time zones; with the next elapse beside them. */

import { shorthandWords } from "../../values/calendar/shorthands.ts";
import { longNames } from "../../values/calendar/weekdays.ts";
import { zoneNames } from "../../values/calendar/zone-names.ts";
import type { Candidate, Offer } from "./candidate.ts";
import { elapseDetail } from "./elapse.ts";
import type { ValuePlace } from "./place.ts";
import { type WordAt, wordAt } from "./word-at.ts";

/** What may stand at the cursor of a calendar event. */
export function calendar(place: ValuePlace): Offer | undefined {
  const word = wordAt(place, ",.");
  if (word === undefined || /^[0-9*]/.test(word.typed)) return undefined;
  if (word.before === "") return offer(place, word, [...shorthandWords, ...weekdays, ...spans], otherWeekdays);
  if (/^[A-Za-z]{3,9}(?:(?:\.\.|,)[A-Za-z]{3,9})*(?:\.\.|,)$/.test(word.before))
    return offer(place, word, weekdaysBehind(word.before), otherWeekdays);
  if (!/[0-9*:] $/.test(word.before)) return undefined;
  const zone = wordAt(place);
  const candidates = [...zoneNames()].map((label): Candidate => ({ label, kind: "value", detail: "time zone" }));
  return zone && { span: zone.span, candidates, groupOf: ({ label }) => (label === "UTC" ? 0 : 1) };
}

const weekdays: readonly string[] = longNames.map(name => name.slice(0, 3));
const spans = ["Mon..Fri", "Sat,Sun"];
/** Their long names are for those who write them. */
const otherWeekdays: readonly string[] = longNames;

/** The end of a range comes behind its beginning. */
function weekdaysBehind(before: string): readonly string[] {
  const [, from = ""] = /([A-Za-z]{3})[a-z]*\.\.$/.exec(before) ?? [];
  return weekdays.slice(weekdays.findIndex(name => name.toLowerCase() === from.toLowerCase()) + 1);
}

function offer(
  { text, clock }: ValuePlace,
  { span, typed }: WordAt,
  names: readonly string[],
  onDemand: readonly string[],
): Offer {
  const first = typed.charAt(0).toLowerCase();
  const candidateFor = (label: string): Candidate => {
    const isNear = first === "" || label.toLowerCase().includes(first);
    const detail = isNear ? elapseDetail(text.slice(0, span.start) + label + text.slice(span.end), clock) : undefined;
    return { label, kind: "event", ...(detail !== undefined && { detail }) };
  };
  const others = onDemand.map((label): Candidate => ({ label, kind: "event", onDemand: true }));
  return { span, candidates: [...names.map(candidateFor), ...others] };
}
