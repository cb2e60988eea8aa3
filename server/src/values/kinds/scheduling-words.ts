/**
 * Kinds that are a word or the number that it stands for, for the scheduling of CPU, input and output, memory and packets.
 * systemd: config_parse_exec_io_class(), config_parse_exec_cpu_sched_policy(), config_parse_numa_policy(), config_parse_ip_tos(),
 * config_parse_pressure_watch(), src/core/load-fragment.c; their tables in src/basic, src/shared and src/core/cgroup.c
 */
import { enumeration } from "../enumeration.ts";
import { readInteger, UINT_MAX } from "../integer.ts";
import { type Parsed, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { shown } from "../shown.ts";

/** Class 8 does not exist, but up to 257 the number passes; which of the releases behind it came first to refuse it is unknown. */
const classWords = {
  id: "io-scheduling-class",
  describe: "none, realtime, best-effort or idle",
  words: ["none", "realtime", "best-effort", "idle"],
  empty: "resets",
  usual: { "rt real-time": "realtime", "be best_effort besteffort": "best-effort", default: "none" },
} as const;
const oldClass = enumeration({ ...classWords, greatest: 8 });
const newClass = enumeration({ ...classWords, greatest: 7 });

const policyWords = enumeration({
  id: "cpu-scheduling-policy",
  words: ["other", "batch", "idle", "fifo", "rr", { word: "ext", since: 261 }],
  empty: "resets",
  greatest: 0x7fffffff,
  usual: {
    "normal default sched_other": "other",
    "round-robin roundrobin sched_rr": "rr",
    "sched_fifo realtime": "fifo",
    sched_batch: "batch",
    sched_idle: "idle",
    sched_ext: "ext",
  },
});

export const schedulingWords: readonly ValueKind[] = [
  { ...newClass, parse: (text, at) => (at.version < 258 ? oldClass : newClass).parse(text, at) },
  { ...policyWords, parse: parsePolicy },
  enumeration({
    id: "numa-policy",
    words: [
      "default",
      "preferred",
      "bind",
      "interleave",
      "local",
      { word: "preferred-many", since: 262 },
      { word: "weighted-interleave", since: 262 },
    ],
    empty: "resets",
  }),
  enumeration({
    id: "ip-tos",
    describe: "low-delay, throughput, reliability, low-cost or a number from 0 to 255",
    words: ["low-delay", "throughput", "reliability", "low-cost"],
    empty: "resets",
    greatest: 255,
    usual: { lowdelay: "low-delay", "lowcost mincost min-cost": "low-cost" },
  }),
  enumeration({
    id: "pressure-watch",
    words: ["no", "yes", "auto", "skip"],
    boolean: { yes: "yes", no: "no" },
    usual: { automatic: "auto", "none never disabled": "no" },
  }),
];

/** Policies that a kernel may know, by their numbers; the rest is complained of from 261 on, and stored all the same. */
const knownPolicies: ReadonlySet<bigint> = new Set([0n, 1n, 2n, 3n, 5n, 6n, 7n]);

function parsePolicy(text: string, at: ValueContext): Parsed {
  const parsed = policyWords.parse(text, at);
  const number = readInteger(text, { least: 0n, most: UINT_MAX });
  if (parsed.problems.length > 0 || at.version < 261 || !("value" in number) || knownPolicies.has(number.value)) {
    return parsed;
  }
  const message = `No kernel has a CPU scheduling policy ${shown(text)}; write ${policyWords.describe}`;
  return { ...parsed, problems: [{ message, span: whole(text), consequence: "notes" }] };
}
