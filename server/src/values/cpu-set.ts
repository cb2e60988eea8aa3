/**
 * Sets of CPUs or memory nodes such as `0-3,8`.
 * systemd: config_parse_cpu_set() (parse_cpu_set_full() up to 257), src/shared/cpu-set-util.c; parse_range(), src/basic/parse-util.c
 */
import { readInteger, UINT_MAX } from "./integer.ts";
import type { ValueContext, ValuePart, ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";
import { shown } from "./shown.ts";
import { nextWord, splitWords } from "./words.ts";

/** What a list of numbers and ranges is: normal form, labelled pieces and mistakes. */
export interface CpuSet {
  readonly value: string;
  readonly parts: readonly ValuePart[];
  readonly problems: readonly ValueProblem[];
}

/** Reads a list of numbers and ranges, specifiers expanded; `written` is the value before. */
export function readCpuSet(text: MappedText, written: string, { version }: ValueContext): CpuSet {
  const strict = version < piecewise;
  const { words, failure } = splitWords(text.text, { separators: " \t\n\r,", unquote: true });
  const parts: ValuePart[] = [];
  const problems: ValueProblem[] = [];
  const value: string[] = [];
  for (const word of words) {
    const span = spanIn(text, word);
    const outcome = readRange(word.text, shown(written.slice(span.start, span.end)), strict);
    if ("message" in outcome) {
      problems.push({ ...outcome, span });
      if (outcome.consequence === "drops-line") return { value: "", parts, problems };
    } else {
      parts.push({ kind: "number", span });
      value.push(outcome.value);
    }
  }
  if (failure !== undefined) {
    const span = text.span(failure.span.start, failure.span.end);
    const what = failure.error === "quote" ? "A quote is not closed" : "A backslash is followed by nothing";
    problems.push({ message: `${what} in the list`, span, consequence: "drops-line" });
  }
  return { value: value.join(","), parts, problems };
}

/** From this release on only the wrong range is dropped; which of 258 to 262 was the first is unknown. */
const piecewise = 258;

/** Numbers are smaller. systemd: CPU_SET_MAX_NCPU */
const count = 8192n;

function spanIn(text: MappedText, word: MappedText): ValuePart["span"] {
  const { start, end } = word.span();
  return text.span(start, end);
}

function readRange(word: string, name: string, strict: boolean): { value: string } | Omit<ValueProblem, "span"> {
  const consequence = strict ? "drops-line" : "drops-piece";
  const bounds = readBounds(word);
  if (bounds === undefined) return { ...rangeFault(word, name), consequence };
  const { lower, upper } = bounds;
  if (lower > upper) {
    const replacement = `${upper}-${lower}`;
    return {
      message: `The range ${name} runs backwards; write ${replacement}`,
      replacement,
      consequence: "drops-piece",
    };
  }
  // The greatest number of all slips through the loop of old releases.
  if (upper >= count && !(strict && lower === UINT_MAX))
    return { message: `${name} is out of range; allowed are 0 to 8191`, consequence };
  return { value: lower === upper ? String(lower) : `${lower}-${upper}` };
}

function readBounds(word: string): { lower: bigint; upper: bigint } | undefined {
  const first = nextWord(word, 0, { separators: "-", keepEmpty: true });
  if (first === undefined || "error" in first) return undefined;
  const options = { least: 0n, most: UINT_MAX };
  const lower = readInteger(first.word.text, options);
  const upper = first.rest > word.length ? lower : readInteger(word.slice(first.rest), options);
  return "value" in lower && "value" in upper ? { lower: lower.value, upper: upper.value } : undefined;
}

function rangeFault(word: string, name: string): { message: string; replacement?: string } {
  const [, lower, upper] = /^(\d+)\s*(?:\.\.\.?|:|–|—|~)\s*(\d+)$/.exec(word) ?? [];
  const message = `${name} is neither a number nor a range such as 0-3`;
  return lower === undefined || upper === undefined ? { message } : { message, replacement: `${lower}-${upper}` };
}
