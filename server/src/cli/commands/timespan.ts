/** `unitlint timespan SPAN…`: time spans in microseconds and in normal form. */
import { parseCalendar } from "../../values/calendar/parse.ts";
import { formatTimeSpan, readTimeSpan } from "../../values/time.ts";
import { type CommandOutput, joinOutputs } from "../command-output.ts";
import { fieldTable } from "../field-table.ts";
import { pointAt } from "../pointer.ts";

/** What systemd has for a span without end. */
const endless = 0xffffffffffffffffn;

/** Tells of every span; status 1 where one is wrong. */
export function timespan(spans: readonly string[]): CommandOutput {
  return joinOutputs(spans.map(tell));
}

function tell(text: string): CommandOutput {
  const outcome = readTimeSpan(text);
  if ("fault" in outcome) return { stdout: "", stderr: pointAt(text, outcome.fault) + hint(text), status: 1 };
  const { value } = outcome;
  const stdout = fieldTable([
    ["Original", text],
    ["μs", String(value === "infinity" ? endless : value)],
    ["Human", formatTimeSpan(value)],
  ]);
  return { stdout, stderr: "", status: 0 };
}

function hint(text: string): string {
  return "spec" in parseCalendar(text) ? "    This is a calendar event; unitlint calendar tells of those\n" : "";
}
