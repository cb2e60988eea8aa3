/**
 * A device and its weight, limit or latency; an empty value resets.
 * systemd: config_parse_io_device_weight(), config_parse_io_limit(), config_parse_io_device_latency(), and up to 257
 * config_parse_blockio_device_weight(), config_parse_blockio_bandwidth(), src/core/load-fragment.c
 */
import type { KindId } from "../../catalog/directive.ts";
import { type Fault, faultAt, type Reading, shifted } from "../fault.ts";
import { readInteger } from "../integer.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, type ValuePart, whole } from "../kind.ts";
import type { MappedText } from "../mapped-text.ts";
import { infinity, type NumberRange, numberFault } from "../number.ts";
import { pathProblem } from "../path.ts";
import { shown } from "../shown.ts";
import { formatSize, readSize } from "../size.ts";
import { expandSpecifiers, unknownSpecifier } from "../specifiers.ts";
import { formatTimeSpan, readTimeSpan } from "../time.ts";
import { nextWord } from "../words.ts";
import { blockWeightRange, weightRange } from "./weights.ts";

export const deviceSettings: readonly ValueKind[] = [
  deviceKind("device-weight", "a weight from 1 to 10000", text => readWeight(text, weightRange)),
  deviceKind("blockio-device-weight", "a weight from 10 to 1000", text => readWeight(text, blockWeightRange)),
  deviceKind("device-bandwidth", "a limit a second such as 10M, or infinity", readBandwidth),
  deviceKind("device-latency", "a time span such as 25ms", readLatency),
];

/** A setting as text in its normal form. */
type ReadSetting = (text: string, at: ValueContext) => Reading<string>;

function deviceKind(id: KindId, what: string, read: ReadSetting): ValueKind {
  return {
    id,
    describe: `the path of a device (or of a file on it), then ${what}`,
    parse: (text, at) => (text === "" ? accepted("") : parseDevice(text, what, read, at)),
  };
}

function parseDevice(text: string, what: string, read: ReadSetting, at: ValueContext): Parsed {
  const first = nextWord(text, 0, { unquote: true });
  if (first === undefined || "error" in first) {
    const span = first?.span ?? whole(text);
    return dropped(
      faultAt(first?.error === "quote" ? "A quote is not closed" : "A backslash is followed by nothing", span),
    );
  }
  const { word, rest } = first;
  if (rest >= text.length) {
    const alone = shown(word.text);
    return dropped(faultAt(`${alone} is not all: write the path of a device, a blank, then ${what}`, whole(text)));
  }
  const { text: path, parts, unknown } = expandSpecifiers(word, at);
  if (unknown !== undefined) return { parts, problems: [unknownSpecifier(unknown, "drops-line")] };
  const wrongPath = path === undefined ? undefined : checkPath(path, at);
  const reading = shifted(read(text.slice(rest), at), rest);
  const all: ValuePart[] = [{ kind: "path", span: word.span() }, ...parts, ...reading.parts];
  if (wrongPath !== undefined) return { parts: all, problems: [wrongPath] };
  if ("fault" in reading) return { ...dropped(reading.fault), parts: all };
  return accepted(`${path?.text ?? word.text} ${reading.value}`, all);
}

/** Relative paths pass. */
function checkPath(path: MappedText, { version }: ValueContext): ReturnType<typeof pathProblem> {
  const { text } = path;
  if (text === "") return { message: "The path of the device is empty", span: path.span(), consequence: "drops-line" };
  return pathProblem(path, { version }, "drops-line");
}

function dropped(fault: Fault): Parsed {
  return { parts: [], problems: [{ ...fault, consequence: "drops-line" }] };
}

function readWeight(text: string, range: NumberRange): Reading<string> {
  const outcome = readInteger(text, range);
  if ("fault" in outcome) return { parts: [], fault: numberFault(text, range, outcome.fault) };
  return { value: String(outcome.value), parts: [{ kind: "number", span: whole(text) }] };
}

/** In thousands; only the limits of the unified hierarchy know infinity. */
function readBandwidth(text: string, { name }: ValueContext): Reading<string> {
  const legacy = name.startsWith("BlockIO");
  if (text === "infinity" && !legacy) return { value: text, parts: [{ kind: "keyword", span: whole(text) }] };
  const reading = readSize(text, 1000);
  if ("value" in reading) {
    if (reading.value === 0n) return { parts: [], fault: faultAt("The limit must be more than 0", whole(text)) };
    return { value: formatSize(reading.value, 1000), parts: reading.parts };
  }
  if (legacy || !infinity.usual.includes(text.toLowerCase())) return reading;
  return { parts: [], fault: faultAt(`${text} is no limit; write infinity for none`, whole(text), "infinity") };
}

function readLatency(text: string): Reading<string> {
  const reading = readTimeSpan(text);
  return "value" in reading ? { value: formatTimeSpan(reading.value), parts: reading.parts } : reading;
}
