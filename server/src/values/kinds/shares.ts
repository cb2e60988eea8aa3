/**
 * Percentages and limits that may be percentages; an empty one resets.
 * systemd: config_parse_managed_oom_mem_pressure_limit(), config_parse_tasks_max(), config_parse_cpu_quota(), src/core/load-fragment.c
 */
import { faultAt, refused } from "../fault.ts";
import { UINT64_MAX } from "../integer.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { unsupportedPressure } from "../memory-pressure.ts";
import { infinity, parseNumber } from "../number.ts";
import { formatShare, isShare, readShare } from "../percent.ts";
import { shown } from "../shown.ts";

export const shares: readonly ValueKind[] = [
  { id: "percentage", describe: "a percentage from 0% to 100%", parse: parsePercentage },
  {
    id: "tasks-limit",
    describe: "a number of tasks, a percentage of what the system allows, or infinity",
    parse: parseTasksLimit,
    words: () => ["infinity"],
  },
  { id: "cpu-quota", describe: "a percentage of one CPU, such as 50% or 200%", parse: parseCpuQuota },
];

function parsePercentage(text: string, at: ValueContext): Parsed {
  const unsupported = unsupportedPressure(text, at);
  if (unsupported !== undefined) return unsupported;
  if (text === "") return accepted("");
  if (!isShare(text)) return withoutSign(text, /^(?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?$/);
  return parseShare(text, at);
}

function parseTasksLimit(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  if (isShare(text)) return parseShare(text, at);
  return parseNumber(text, { noun: "a number of tasks", least: 1n, most: UINT64_MAX - 1n, words: [infinity] });
}

/** May exceed 100%, where there are several CPUs, but not be 0. */
function parseCpuQuota(text: string, at: ValueContext): Parsed {
  if (text === "") return accepted("");
  if (infinity.usual.includes(text.toLowerCase()))
    return refused(faultAt("A CPU quota is lifted by an empty value", whole(text), ""));
  if (!isShare(text)) return withoutSign(text, /^[0-9]{1,5}(?:\.[0-9]{1,2})?$/);
  const reading = readShare(text, at.version, true);
  if ("fault" in reading) return refused(reading.fault);
  if (reading.value === 0n) return refused(faultAt("A CPU quota must be more than 0%", whole(text)));
  return accepted(formatShare(reading.value), reading.parts);
}

function parseShare(text: string, { version }: ValueContext): Parsed {
  const reading = readShare(text, version);
  return "value" in reading ? accepted(formatShare(reading.value), reading.parts) : refused(reading.fault);
}

/** `50` was meant as `50%`, and `0.5` too. */
function withoutSign(text: string, plausible: RegExp): Parsed {
  const fraction = /^0?\.([0-9]{1,4})$/.exec(text)?.[1]?.padEnd(4, "0");
  const percent = fraction === undefined ? undefined : formatShare(BigInt(fraction));
  const meant = percent ?? (plausible.test(text) ? `${text}%` : undefined);
  if (meant === undefined) {
    return refused(faultAt(`${shown(text)} is no percentage; write one such as 50%`, whole(text)));
  }
  return refused(faultAt(`${text} lacks its percent sign; write ${meant}`, whole(text), meant));
}
