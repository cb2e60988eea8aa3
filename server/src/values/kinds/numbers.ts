/**
 * Kinds that are one whole number.
 * systemd: config_parse_int(), config_parse_long(), config_parse_unsigned(), src/shared/conf-parser.c; config_parse_tty_size(),
 * config_parse_exec_nice(), config_parse_exec_oom_score_adjust(), config_parse_exec_io_priority(), config_parse_exec_cpu_sched_prio(),
 * config_parse_swap_priority(), config_parse_exit_status(), config_parse_concurrency_max(), src/core/load-fragment.c
 */
import { INT_MAX, INT_MIN, INT64_MAX, INT64_MIN, UINT_MAX } from "../integer.ts";
import type { ValueKind } from "../kind.ts";
import { infinity, type NumberRange, numberKind } from "../number.ts";

const int: NumberRange = { noun: "a number", least: INT_MIN, most: INT_MAX };
const long: NumberRange = { noun: "a number", least: INT64_MIN, most: INT64_MAX };
const unsigned: NumberRange = { noun: "a number", least: 0n, most: UINT_MAX };

/** The count of messages is a long, all others are an int. */
const integer = numberKind(
  "integer",
  "a whole number",
  ({ name }) => (name === "MessageQueueMaxMessages" ? long : int),
  false,
);

/** The size of a terminal may be reset, other numbers not. */
const unsignedInteger = numberKind("unsigned-integer", "a whole number from 0 on", unsigned, ({ name }) =>
  ["TTYRows", "TTYColumns"].includes(name),
);

export const numbers: readonly ValueKind[] = [
  integer,
  unsignedInteger,
  numberKind("nice", "a nice level from -20 to 19", { noun: "a nice level", least: -20n, most: 19n }, true),
  numberKind(
    "oom-score-adjust",
    "a number from -1000 to 1000",
    { noun: "an OOM score adjustment", least: -1000n, most: 1000n },
    true,
  ),
  numberKind(
    "io-scheduling-priority",
    "a priority from 0, the highest, to 7",
    { noun: "an I/O priority", least: 0n, most: 7n },
    true,
  ),
  numberKind(
    "cpu-scheduling-priority",
    "a priority from 0 to 99",
    { noun: "a CPU scheduling priority", least: 0n, most: 99n },
    false,
  ),
  numberKind(
    "swap-priority",
    "a priority from -1 to 32767",
    { noun: "a swap priority", least: -1n, most: 32_767n },
    true,
  ),
  numberKind("exit-status", "an exit status from 0 to 255", { noun: "an exit status", least: 0n, most: 255n }, true),
  numberKind(
    "concurrency-limit",
    "a number of units, or infinity",
    { noun: "a number of units", least: 0n, most: UINT_MAX, words: [infinity] },
    true,
  ),
];
