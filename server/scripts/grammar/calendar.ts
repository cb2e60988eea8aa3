/** Calendar events: weekdays, dates, times, their operators and time zones. */
import { longNames } from "../../src/values/calendar/weekdays.ts";
import { anyOf, type GrammarRule, piece } from "./rule.ts";

const weekdays = anyOf(longNames.flatMap(name => [name, name.slice(0, 3)]));

/** The rules of calendar events for the repository. */
export const calendarRules: Readonly<Record<string, GrammarRule>> = {
  calendar: {
    patterns: [
      piece("constant.language.weekday", `(?<!\\w)(?i:${weekdays})(?!\\w)`),
      piece("string.unquoted.time-zone", "(?<=[ \\t])(?:UTC|[A-Z][A-Za-z_]++(?:/[A-Za-z0-9_+-]++)*+)(?!\\S)"),
      piece("constant.numeric", "(?<![\\w.])[0-9]++(?:\\.(?!\\.)[0-9]++)?+"),
      piece("keyword.operator", "\\.\\.|[*/~,:-]"),
      piece("constant.numeric.timestamp", "(?<=@)[0-9]++"),
    ],
  },
};
