/** Limits of processes, `soft:hard` or one for both. systemd: config_parse_rlimit(), src/shared/conf-parser.c; rlimit_parse(), src/basic/rlimit-util.c */
import { type Fault, faultAt, type Reading } from "../fault.ts";
import { readInteger, UINT64_MAX } from "../integer.ts";
import { accepted, type Parsed, type ValueKind, type ValuePart, type ValueProblem, whole } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { infinity, numberFault } from "../number.ts";
import { shown } from "../shown.ts";
import { formatSize, readSize } from "../size.ts";
import { formatTimeSpan, readTimeSpan } from "../time.ts";
import { nextWord } from "../words.ts";

export const resourceLimits: readonly ValueKind[] = [
  limitKind("resource-limit", "a number", readCount, String),
  limitKind("resource-limit-size", "a size such as 64M", readBytes, value => formatSize(value, 1024)),
  limitKind("resource-limit-seconds", "a time span such as 5min", readSeconds, value =>
    formatTimeSpan(value * 1_000_000n),
  ),
  limitKind("resource-limit-microseconds", "a time span such as 200ms", readMicroseconds, formatTimeSpan),
  limitKind("resource-limit-nice", "a nice level with its sign, or a raw limit from 0 to 40", readNice, String),
];

/** RLIM_INFINITY. */
const endless = UINT64_MAX;

function limitKind(
  id: string,
  what: string,
  read: (text: string) => Reading<bigint>,
  format: (value: bigint) => string,
): ValueKind {
  const withInfinity = read === readNice ? what : `${what}, or infinity`;
  return {
    id,
    describe: `${withInfinity}; or two of them as soft:hard`,
    parse: text => parseLimit(text, read, value => (value === endless ? "infinity" : format(value))),
    words: () => (read === readNice ? [] : ["infinity"]),
  };
}

function parseLimit(text: string, read: (text: string) => Reading<bigint>, format: (value: bigint) => string): Parsed {
  const soft = nextPiece(text, 0);
  if ("problem" in soft) return { parts: [], problems: [soft.problem] };
  const hard = soft.rest > text.length ? undefined : nextPiece(text, soft.rest);
  if (hard !== undefined && "problem" in hard) return { parts: [], problems: [hard.problem] };
  const pieces = hard === undefined ? [soft.word] : [soft.word, hard.word];
  const readings = pieces.map(piece => ({ piece, reading: read(piece.text) }));
  const problems = readings.flatMap(({ piece, reading }) =>
    "fault" in reading ? [problemIn(piece, reading.fault)] : [],
  );
  if (hard !== undefined && hard.rest < text.length) problems.push(tooMany(text, hard.rest));
  const values = readings.flatMap(({ reading }) => ("value" in reading ? [reading.value] : []));
  const [least = 0n, most = least] = values;
  if (problems.length === 0 && least > most) {
    const [lower, upper] = pieces.map(piece => piece.text);
    const message = `The soft limit ${shown(lower ?? "")} is higher than the hard limit ${shown(upper ?? "")}`;
    problems.push({ message, span: whole(text), consequence: "drops-line" });
  }
  const parts = readings.flatMap(({ piece, reading }) => reading.parts.map(part => movePart(piece, part)));
  return problems.length > 0 ? { parts, problems } : accepted(values.map(format).join(":"), parts);
}

function nextPiece(text: string, from: number): { word: MappedText; rest: number } | { problem: ValueProblem } {
  const piece = nextWord(text, from, { separators: ":", keepEmpty: true });
  if (piece !== undefined && "word" in piece) return piece;
  const message = "The backslash at the end is followed by nothing; take it away";
  return { problem: { message, span: piece?.span ?? whole(text), consequence: "drops-line", replacement: "" } };
}

function problemIn(piece: MappedText, { span, ...fault }: Fault): ValueProblem {
  return { ...fault, span: piece.span(span.start, span.end), consequence: "drops-line" };
}

function movePart(piece: MappedText, { kind, span }: ValuePart): ValuePart {
  return { kind, span: piece.span(span.start, span.end) };
}

function tooMany(text: string, rest: number): ValueProblem {
  const message = "A limit has two pieces at most: soft:hard";
  return { message, span: { start: rest, end: text.length }, consequence: "drops-line" };
}

function readCount(text: string): Reading<bigint> {
  if (text === "infinity") return readEndless(text);
  const outcome = readInteger(text, { least: 0n, most: endless - 1n });
  if ("value" in outcome) return { value: outcome.value, parts: [{ kind: "number", span: whole(text) }] };
  const range = { noun: "a limit", least: 0n, most: endless - 1n, words: [infinity] };
  return { parts: [], fault: numberFault(text, range, outcome.fault) };
}

function readBytes(text: string): Reading<bigint> {
  if (text === "infinity") return readEndless(text);
  const reading = readSize(text, 1024);
  if ("value" in reading && reading.value === endless)
    return { parts: [], fault: faultAt("The limit is too large; write infinity for none", whole(text), "infinity") };
  if ("value" in reading || !infinity.usual.includes(text.toLowerCase())) return reading;
  return { parts: [], fault: faultAt(`${text} is no limit; write infinity for none`, whole(text), "infinity") };
}

/** Rounded up to seconds. */
function readSeconds(text: string): Reading<bigint> {
  const reading = readTimeSpan(text);
  if ("fault" in reading) return reading;
  const { value, parts } = reading;
  return { value: value === "infinity" ? endless : (value + 999_999n) / 1_000_000n, parts };
}

/** A number without unit is microseconds. */
function readMicroseconds(text: string): Reading<bigint> {
  const reading = readTimeSpan(text, { unit: 1n });
  if ("fault" in reading) return reading;
  return { value: reading.value === "infinity" ? endless : reading.value, parts: reading.parts };
}

/** `+5` and `-5` are nice levels, `5` is what the kernel counts: 20 less the level. */
function readNice(text: string): Reading<bigint> {
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  const most = sign === "+" ? 19n : sign === "-" ? 20n : 40n;
  const outcome = readInteger(text.slice(sign.length), { least: 0n, most });
  if ("fault" in outcome) {
    const message = `${shown(text)} is no nice limit; write a nice level from -20 to +19 with its sign, or a limit from 0 to 40`;
    return { parts: [], fault: faultAt(message, whole(text)) };
  }
  const { value } = outcome;
  const limit = sign === "+" ? 20n - value : sign === "-" ? 20n + value : value;
  return { value: limit, parts: [{ kind: "number", span: whole(text) }] };
}

function readEndless(text: string): Reading<bigint> {
  return { value: endless, parts: [{ kind: "keyword", span: whole(text) }] };
}
