/** When a timer elapses. systemd: config_parse_timer(), src/core/load-fragment.c; calendar_spec_from_string(), src/shared/calendarspec.c */

import { wholeCharacters } from "../../text/span.ts";
import { conflictOf } from "../calendar/conflicts.ts";
import { parseCalendar } from "../calendar/parse.ts";
import { printCalendar } from "../calendar/print.ts";
import { shorthandWords } from "../calendar/shorthands.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, type ValueProblem } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { expandSpecifiers, unknownSpecifier } from "../specifiers.ts";

export const calendarEvent: ValueKind = {
  id: "calendar-event",
  describe: "a calendar event such as daily or Mon..Fri 09:00",
  words: () => shorthandWords,
  parse: parseCalendarEvent,
};

/** The value is the normal form; an empty one clears all triggers of the timer. */
function parseCalendarEvent(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  const { text: expanded, parts: specifiers, unknown } = expandSpecifiers(MappedText.verbatim(text, 0), at);
  if (unknown !== undefined) return { parts: specifiers, problems: [unknownSpecifier(unknown, "drops-line")] };
  if (expanded === undefined) return { parts: specifiers, problems: [] };
  const outcome = parseCalendar(expanded.text);
  const parts = [...specifiers, ...outcome.parts.map(part => ({ ...part, span: placed(expanded, part.span) }))];
  if ("faults" in outcome) {
    const problems = outcome.faults.map(fault => problem(fault, expanded, text));
    return { parts, problems };
  }
  const conflict = conflictOf(outcome.spec);
  const value = printCalendar(outcome.spec);
  if (conflict === undefined) return { value, parts, problems: [] };
  const dated = outcome.parts.filter(({ kind }) => kind === "weekday" || kind === "date");
  const span = placed(expanded, { start: dated[0]?.span.start ?? 0, end: dated.at(-1)?.span.end ?? 0 });
  return { value, parts, problems: [{ message: conflict.message, span, ...toldBy(conflict.told, at) }] };
}

/** The weekday of a fixed date is compared since 262. */
function toldBy(told: boolean, { version }: ValueContext): Pick<ValueProblem, "consequence" | "rule"> {
  return told && version >= 262 ? { consequence: "notes" } : { consequence: "silent", rule: "unchecked-value" };
}

type Fault = Pick<ValueProblem, "message" | "span" | "replacement">;

/** What stands in for a specifier cannot be replaced. */
function problem({ message, span, replacement }: Fault, expanded: MappedText, text: string): ValueProblem {
  const place = { message, span: wholeCharacters(text, placed(expanded, span)), consequence: "drops-line" } as const;
  return replacement === undefined || expanded.text !== text ? place : { ...place, replacement };
}

function placed(text: MappedText, { start, end }: ValueProblem["span"]): ValueProblem["span"] {
  return text.span(start, end);
}
