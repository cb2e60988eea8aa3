/** Words behind the time of a calendar event that are no time zone. */

import { monthNumber } from "./chain.ts";
import { type CalendarFault, fault } from "./fault.ts";
import { meantWeekday, weekdayAt } from "./weekdays.ts";
import { nearestZone } from "./zones.ts";

/** What stands behind a blank where the event should have ended. */
export function strayWord(text: string, at: number): CalendarFault {
  const word = text.slice(at).trim();
  const start = text.indexOf(word, at);
  const before = text.slice(0, at);
  if (word === "") return fault("There must be no blank here", at, text.length, "");
  if (/^[ap]\.?m\.?$/i.test(word)) return fault("Hours go from 0 to 23, without am and pm", start, text.length);
  if (/^[+-][0-9:]+$/.test(word)) return offset(word, start);
  if (word.includes(" ")) return words(text, start, word);
  const weekday = weekdayAt(word, 0) === undefined ? meantWeekday(word) : word;
  if (weekday !== undefined) return fault("Weekdays come first", 0, text.length, `${weekday} ${before}`);
  if (/^[0-9*.,/]+[-~][0-9*.,/~-]+$/.test(word))
    return fault("The date comes before the time", 0, text.length, `${word} ${before}`);
  const zone = nearestZone(word);
  if (zone === word) return fault("There can be one time zone only", start, text.length);
  if (monthNumber(word) !== undefined)
    return fault("Dates are written as 2026-01-31, before the time", start, text.length);
  if (/^[A-Z]{3,4}$/.test(word))
    return fault(
      `${word} is understood on hosts of that time zone only; write a name such as Europe/Berlin`,
      start,
      text.length,
    );
  const hint = zone === undefined ? "write UTC or a name such as Europe/Berlin" : `did you mean ${zone}?`;
  return fault(`${word} is no time zone; ${hint}`, start, text.length, zone);
}

function words(text: string, start: number, word: string): CalendarFault {
  const end = start + word.indexOf(" ");
  const first = text.slice(start, end);
  return fault(`${first} cannot stand here; behind the time comes at most a time zone`, start, end);
}

/** Signs are inverted in the names of zones with a fixed offset. */
function offset(word: string, start: number): CalendarFault {
  const [, sign, hours = ""] = /^([+-])(\d\d?)(?::?00)?$/.exec(word) ?? [];
  const count = Number(hours);
  const possible = hours !== "" && count <= (sign === "+" ? 14 : 12);
  const zone = !possible ? undefined : count === 0 ? "UTC" : `Etc/GMT${sign === "+" ? "-" : "+"}${count}`;
  const hint =
    zone === undefined ? "write UTC or a name such as Europe/Berlin" : `write ${zone} or a name such as Europe/Berlin`;
  return fault(`An offset is no time zone; ${hint}`, start, start + word.length, zone);
}
