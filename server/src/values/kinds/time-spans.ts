/**
 * Lengths of time.
 * systemd: config_parse_sec(), config_parse_sec_fix_0(), config_parse_sec_def_infinity(), config_parse_nsec(), src/shared/conf-parser.c;
 * config_parse_service_timeout(), config_parse_service_timeout_abort(), config_parse_job_timeout_sec(), config_parse_timer(),
 * config_parse_managed_oom_mem_pressure_duration_sec(), src/core/load-fragment.c
 */
import { faultAt, refused } from "../fault.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { MappedText } from "../mapped-text.ts";
import { unsupportedPressure } from "../memory-pressure.ts";
import { shown } from "../shown.ts";
import { expandSpecifiers, unknownSpecifier } from "../specifiers.ts";
import { formatTimeSpan, readTimeSpan, type TimeSpanOptions } from "../time.ts";

export const timeSpans: readonly ValueKind[] = [
  {
    id: "time-span",
    describe: "a time span such as 5min 20s",
    parse: parseTimeSpan,
    words: () => ["infinity"],
  },
  {
    id: "time-span-nanoseconds",
    describe: "a time span such as 50us; a number without unit is nanoseconds",
    parse: text => parsePlain(text, { nanoseconds: true }),
    words: () => ["infinity"],
  },
  { id: "memory-pressure-duration", describe: "a time span of a second or more", parse: parsePressureDuration },
];

/** Keys whose empty value resets; others refuse it. */
const emptyResets: ReadonlySet<string> = new Set(["CPUQuotaPeriodSec", "TimeoutAbortSec"]);

/** Keys of timers: an empty value resets, and specifiers are expanded. */
const timers: ReadonlySet<string> = new Set([
  "OnActiveSec",
  "OnBootSec",
  "OnStartupSec",
  "OnUnitActiveSec",
  "OnUnitInactiveSec",
]);

/** Keys for which 0 means no limit. systemd: parse_sec_fix_0() */
const zeroIsEndless: ReadonlySet<string> = new Set([
  "Automount.TimeoutIdleSec",
  "Mount.TimeoutSec",
  "Service.TimeoutSec",
  "Service.TimeoutStartSec",
  "Service.TimeoutStopSec",
  "Socket.DeferTriggerMaxSec",
  "Socket.TimeoutSec",
  "Swap.TimeoutSec",
  "Unit.JobRunningTimeoutSec",
  "Unit.JobTimeoutSec",
]);

function parseTimeSpan(text: string, at: ValueContext): Parsed {
  const timer = at.section === "Timer" && timers.has(at.name);
  if (text === "" && (timer || emptyResets.has(at.name))) return accepted("");
  const parsed = timer ? parseExpanded(text, at) : parsePlain(text);
  const endless = parsed.value === "0" && zeroIsEndless.has(`${at.section}.${at.name}`);
  return endless ? { ...parsed, value: "infinity" } : parsed;
}

function parsePlain(text: string, options: TimeSpanOptions = {}): Parsed {
  const outcome = readTimeSpan(text, options);
  return "value" in outcome ? accepted(formatTimeSpan(outcome.value, options), outcome.parts) : refused(outcome.fault);
}

function parseExpanded(text: string, at: ValueContext): Parsed {
  if (!text.includes("%")) return parsePlain(text);
  const { text: expanded, parts, unknown } = expandSpecifiers(MappedText.verbatim(text, 0), at);
  if (unknown !== undefined) return { parts, problems: [unknownSpecifier(unknown, "drops-line")] };
  const outcome = readTimeSpan(expanded?.text ?? text);
  if ("value" in outcome) return accepted(formatTimeSpan(outcome.value), parts);
  const { start, end } = outcome.fault.span;
  const message = `${shown(text)} is no time span, with its specifiers expanded`;
  const span = expanded?.span(start, end) ?? whole(text);
  return { parts, problems: [{ message, span, consequence: "drops-line" }] };
}

/** A second at least, and not endless; empty resets. */
function parsePressureDuration(text: string, at: ValueContext): Parsed {
  const unsupported = unsupportedPressure(text, at);
  if (unsupported !== undefined) return unsupported;
  if (text === "") return accepted("");
  const outcome = readTimeSpan(text);
  if ("fault" in outcome) return refused(outcome.fault);
  if (outcome.value === "infinity" || outcome.value < 1_000_000n)
    return refused(faultAt(`${at.name}= must be 1s or longer, and not infinity`, whole(text)));
  return accepted(formatTimeSpan(outcome.value), outcome.parts);
}
