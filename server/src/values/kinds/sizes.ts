/**
 * Sizes, limits of memory and quotas of folders.
 * systemd: config_parse_iec_size(), config_parse_iec_size_long(), src/shared/conf-parser.c; config_parse_memory_limit(),
 * config_parse_exec_quota(), src/core/load-fragment.c
 */
import { nearest } from "../../text/nearest.ts";
import { type Fault, faultAt, type Reading, refused } from "../fault.ts";
import { INT64_MAX, INT64_MIN, UINT64_MAX } from "../integer.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, whole } from "../kind.ts";
import { infinity, parseNumber } from "../number.ts";
import { formatShare, isShare, readShare } from "../percent.ts";
import { shown } from "../shown.ts";
import { formatSize, readSize } from "../size.ts";

export const sizes: readonly ValueKind[] = [
  { id: "size", describe: "a size such as 64K", parse: parseSize },
  {
    id: "memory-limit",
    describe: "a size such as 512M, a percentage of the memory, or infinity",
    parse: parseMemoryLimit,
    words: () => ["infinity"],
  },
  {
    id: "directory-quota",
    describe: "a size such as 1G, a percentage of the file system, or off",
    parse: parseQuota,
    words: () => ["off"],
  },
];

/** The size of messages is a plain number up to 261, and a long ever since. */
function parseSize(text: string, { name, version }: ValueContext): Parsed {
  const long = name === "MessageQueueMessageSize";
  if (long && version < 262) {
    const size = readSize(text, 1024);
    const number = parseNumber(text, { noun: "a number of bytes", least: INT64_MIN, most: INT64_MAX });
    const [problem] = number.problems;
    if (problem === undefined || !("value" in size) || size.value > INT64_MAX) return number;
    const message = `Units of size are known here from systemd 262 on, not in ${version}; write a number of bytes`;
    return refused(faultAt(message, problem.span, String(size.value)));
  }
  const reading = readSize(text, 1024);
  if ("value" in reading && long && reading.value > INT64_MAX)
    return refused(faultAt("The size is too large to count", whole(text)));
  return toParsed(reading, size => formatSize(size, 1024));
}

/** Limits that may be zero; others would leave no memory at all. A default for the start-up phase is forgotten by systemd. */
const mayBeZero: ReadonlySet<string> = new Set([
  "DefaultMemoryLow",
  "DefaultMemoryMin",
  "MemoryLow",
  "MemoryMin",
  "MemorySwapMax",
  "MemoryZSwapMax",
  "StartupMemoryLow",
  "StartupMemorySwapMax",
  "StartupMemoryZSwapMax",
]);

/** Empty resets. */
function parseMemoryLimit(text: string, { name, version }: ValueContext): Parsed {
  if (text === "") return accepted("");
  if (text === "infinity") return accepted(text, [{ kind: "keyword", span: whole(text) }]);
  const reading = readSizeOrShare(text, version);
  if ("fault" in reading) return refused(meantInfinity(text, reading.fault));
  const { value } = reading;
  if (value.amount === 0n && !mayBeZero.has(name))
    return refused(faultAt(`${name}= must not be 0; write a size such as 512M`, whole(text)));
  if (!value.share && value.amount === UINT64_MAX)
    return refused(faultAt("The size is too large; write infinity for no limit", whole(text), "infinity"));
  return toParsed(reading, formatEither);
}

/** Empty and `off` lift the quota. */
function parseQuota(text: string, { version }: ValueContext): Parsed {
  if (text === "") return accepted("");
  if (text === "off") return accepted(text, [{ kind: "keyword", span: whole(text) }]);
  const reading = readSizeOrShare(text, version);
  if ("value" in reading) return toParsed(reading, formatEither);
  const lifts = ["no", "none", "false", "disabled", "infinity", "unlimited"].includes(text.toLowerCase());
  if (!lifts && text.toLowerCase() !== "off") return refused(reading.fault);
  return refused(faultAt(`${shown(text)} is no quota; write off for none`, whole(text), "off"));
}

interface SizeOrShare {
  readonly amount: bigint;
  readonly share: boolean;
}

function readSizeOrShare(text: string, version: number): Reading<SizeOrShare> {
  const share = isShare(text);
  const reading = share ? readShare(text, version) : readSize(text, 1024);
  return "value" in reading ? { ...reading, value: { amount: reading.value, share } } : reading;
}

function formatEither({ amount, share }: SizeOrShare): string {
  return share ? formatShare(amount) : formatSize(amount, 1024);
}

function meantInfinity(text: string, fault: Fault): Fault {
  if (!infinity.usual.includes(text.toLowerCase()) && nearest(text, ["infinity"]) === undefined) return fault;
  return faultAt(`${shown(text)} is no size; write infinity for no limit`, whole(text), "infinity");
}

function toParsed<Value>(reading: Reading<Value>, format: (value: Value) => string): Parsed {
  return "value" in reading ? accepted(format(reading.value), reading.parts) : refused(reading.fault);
}
