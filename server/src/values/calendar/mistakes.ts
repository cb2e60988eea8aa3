/** Texts that are no calendar events, but something else that people write: cron's fields, English, time spans. */
import { nearest } from "../../text/nearest.ts";
import { readTimeSpan } from "../time.ts";
import { fromCron } from "./cron.ts";
import { type CalendarFault, fault } from "./fault.ts";
import { shorthandWords } from "./shorthands.ts";
import { meantWeekday } from "./weekdays.ts";

const example = "write one such as daily or Mon..Fri 09:00";

/** What a text is, and the calendar event that it means, if that is plain. */
export interface Mistake {
  readonly message: string;
  readonly meant?: string | undefined;
}

/** What a text that systemd refuses is as a whole; undefined where only a piece of it is wrong. */
export function wholeMistake(text: string): Mistake | undefined {
  for (const recognise of recognisers) {
    const mistake = recognise(text);
    if (mistake !== undefined) return mistake;
  }
  return undefined;
}

const recognisers = [
  cronMistake,
  englishMistake,
  clockMistake,
  wordMistake,
  spanMistake,
  dateMistake,
  shorthandMistake,
] as const;

/** A date of two small numbers and a year is written day first. */
export function dayFirst(text: string): CalendarFault | undefined {
  const [all, day = "", month = "", year = ""] = /^(\d\d?)-(\d\d?)-(\d{4})(?= |$)/.exec(text) ?? [];
  if (all === undefined || Number(month) > 12) return undefined;
  const meant = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return fault(`Dates begin with the year; write ${meant}`, 0, all.length, meant);
}

function cronMistake(text: string): Mistake | undefined {
  const word = /^@([a-z]+)$/i.exec(text)?.[1]?.toLowerCase() ?? "";
  if (word === "reboot") return { message: "@reboot is cron's; here OnBootSec= does that" };
  const event = word === "midnight" ? "daily" : word;
  if (shorthandWords.includes(event)) return { message: `${text} is cron's`, meant: event };
  const meant = fromCron(text);
  if (meant === "") return { message: `${text} is written for cron; ${example}` };
  return meant === undefined ? undefined : { message: `${text} is written for cron`, meant };
}

const units: ReadonlyMap<string, readonly [word: string, stepped: (count: string) => string]> = new Map([
  ["second", ["*:*:*", (count: string) => `*:*:0/${count}`]],
  ["minute", ["minutely", (count: string) => `*:0/${count}`]],
  ["hour", ["hourly", (count: string) => `0/${count}:00`]],
  ["day", ["daily", (count: string) => `*-*-1/${count}`]],
  ["week", ["weekly", () => ""]],
  ["month", ["monthly", (count: string) => `*-1/${count}-01`]],
  ["quarter", ["quarterly", () => ""]],
  ["year", ["yearly", () => ""]],
]);

/** `every day`, `every 5 minutes`, `every Monday`. */
function englishMistake(text: string): Mistake | undefined {
  const [, count, word = ""] = /^(?:every|each)[ -]?(?:([0-9]+) ?)?([a-z]+?)$/i.exec(text) ?? [];
  if (word === "") return undefined;
  const unit = units.get(word.toLowerCase().replace(/s$/, "").replace(/^min$/, "minute").replace(/^sec$/, "second"));
  const weekday = meantWeekday(word);
  const meant = unit === undefined ? weekday : count === undefined || count === "1" ? unit[0] : unit[1](count);
  if (meant === undefined || meant === "") return { message: `${text} is no calendar event; ${example}` };
  return { message: `${text} is no calendar event`, meant };
}

/** `9am`, `9:30 pm`, `09h30`. */
function clockMistake(text: string): Mistake | undefined {
  const [, before = "", hours = "", minutes = "00", half = ""] =
    /^(.*?)(\d\d?)(?::(\d\d))? ?([ap])\.?m\.?$/i.exec(text) ?? [];
  if (half === "" || (before !== "" && !before.endsWith(" "))) return undefined;
  const hour = (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const meant = Number(hours) > 12 ? undefined : `${before}${String(hour).padStart(2, "0")}:${minutes}`;
  return { message: "Hours go from 0 to 23, without am and pm", meant };
}

const words: ReadonlyMap<string, string> = new Map([
  ["noon", "12:00"],
  ["midnight", "daily"],
  ["always", "minutely"],
  ["nightly", "daily"],
  ["everyday", "daily"],
  ["weekdays", "Mon..Fri"],
  ["weekday", "Mon..Fri"],
  ["workdays", "Mon..Fri"],
  ["weekend", "Sat,Sun"],
  ["weekends", "Sat,Sun"],
  ["secondly", "*:*:*"],
  ["bimonthly", "*-1/2-01"],
]);

/** One word that is none of systemd's. */
function wordMistake(text: string): Mistake | undefined {
  const word = /^[a-z-]+$/i.test(text) ? text.toLowerCase() : "";
  if (word === "") return undefined;
  const meant = words.get(word) ?? nearest(word, shorthandWords) ?? meantWeekday(word);
  if (meant === undefined) return { message: `${text} is no calendar event; ${example}` };
  return { message: `${text} is no calendar event`, meant };
}

function spanMistake(text: string): Mistake | undefined {
  if (!/[0-9] ?[a-zµμ]/i.test(text) || "fault" in readTimeSpan(text)) return undefined;
  return {
    message: `${text} is a time span; OnBootSec= and OnUnitActiveSec= take those, OnCalendar= takes calendar events`,
  };
}

/** `daily 09:00`. */
function shorthandMistake(text: string): Mistake | undefined {
  const [all = "", word = ""] = /^([a-z-]+) +(?=.)/i.exec(text) ?? [];
  if (!shorthandWords.includes(word.toLowerCase())) return undefined;
  const meant = new Map([
    ["daily", "*-*-*"],
    ["weekly", "Mon"],
    ["monthly", "*-*-01"],
    ["yearly", "*-01-01"],
  ]).get(word.toLowerCase());
  return {
    message: `${word} stands alone`,
    meant: meant === undefined ? undefined : `${meant} ${text.slice(all.length)}`,
  };
}

/** `2026/01/31`, with or without a time. */
function dateMistake(text: string): Mistake | undefined {
  const [, year, month, day, rest = ""] = /^(\d{4})[/.](\d\d?)[/.](\d\d?)( .*)?$/.exec(text) ?? [];
  const [, dayOf = "", monthOf = "", yearOf, after = ""] = /^(\d\d?)\.(\d\d?)\.(\d{4})( .*)?$/.exec(text) ?? [];
  if (yearOf !== undefined)
    return { message: "Dates are written with -", meant: `${yearOf}-${monthOf}-${dayOf}${after}` };

  if (year === undefined) return undefined;
  return { message: "Dates are written with -", meant: `${year}-${month}-${day}${rest}` };
}
