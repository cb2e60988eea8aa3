/** Mutations of a value's text, with no idea of what it means. */
import type { Random } from "./random.ts";

/** One way to change a value. */
export interface ValueMutation {
  /** Such as `quote:whole`. */
  readonly kind: string;
  /** How often it is drawn beside the others; 1 by default. */
  readonly weight?: number;
  readonly apply: (value: string, random: Random, another: ValueSource) => string;
}

/** Where a mutation finds other values. */
export interface ValueSource {
  /** A value of the same kind. */
  readonly own: () => string;
  /** A value of any kind. */
  readonly any: () => string;
}

/** Every mutation of values there is. */
export const valueMutations: readonly ValueMutation[] = [
  { kind: "character:drop", weight: 2, apply: (value, random) => replaced(value, random, 1, () => "") },
  { kind: "character:double", apply: (value, random) => replaced(value, random, 1, one => one + one) },
  { kind: "character:replace", weight: 2, apply: (value, random) => replaced(value, random, 1, () => letter(random)) },
  { kind: "character:insert", weight: 2, apply: (value, random) => inserted(value, random, letter(random)) },
  {
    kind: "character:swap",
    apply: (value, random) => replaced(value, random, 2, pair => pair.charAt(1) + pair.charAt(0)),
  },
  { kind: "case:upper", apply: value => value.toUpperCase() },
  { kind: "case:lower", apply: value => value.toLowerCase() },
  { kind: "case:first", apply: value => value.charAt(0).toUpperCase() + value.slice(1) },
  {
    kind: "case:one",
    apply: (value, random) =>
      replaced(value, random, 1, one => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())),
  },
  { kind: "word:append", apply: (value, _, another) => `${value} ${another.own()}` },
  {
    kind: "word:join",
    weight: 2,
    apply: (value, random, another) => value + random.pick([" ", ",", ":", "  ", "\t", ", ", "="]) + another.own(),
  },
  { kind: "word:foreign", apply: (value, _, another) => `${value} ${another.any()}` },
  { kind: "word:repeat", apply: (value, random) => onWord(value, random, word => `${word} ${word}`) },
  { kind: "word:drop", apply: (value, random) => onWord(value, random, () => "") },
  { kind: "word:other", apply: (value, random, another) => onWord(value, random, () => another.any()) },
  { kind: "blank:more", apply: (value, random) => inserted(value, random, random.pick([" ", "  ", "\t"])) },
  { kind: "blank:comma", apply: value => value.replaceAll(" ", ",") },
  { kind: "comma:blank", weight: 0.5, apply: value => value.replaceAll(/[,:]/g, " ") },
  { kind: "quote:whole", apply: (value, random) => wrapped(value, random.pick(['"', "'"])) },
  {
    kind: "quote:word",
    apply: (value, random) => onWord(value, random, word => wrapped(word, random.pick(['"', "'"]))),
  },
  { kind: "quote:stray", apply: (value, random) => inserted(value, random, random.pick(['"', "'", '""', "''"])) },
  { kind: "escape", weight: 1.5, apply: (value, random) => inserted(value, random, random.pick(escapes)) },
  { kind: "specifier:known", weight: 1.5, apply: (value, random) => inserted(value, random, random.pick(known)) },
  { kind: "specifier:unknown", apply: (value, random) => inserted(value, random, random.pick(["%Q", "%9", "%y"])) },
  {
    kind: "specifier:literal",
    apply: (value, random) => inserted(value, random, random.pick(["%", "%-", "% ", "%/"])),
  },
  { kind: "prefix", weight: 3, apply: (value, random) => random.pick(operators) + value },
  {
    kind: "prefix:word",
    apply: (value, random) => onWord(value, random, word => random.pick(operators) + word),
  },
  { kind: "suffix", weight: 2, apply: (value, random) => value + random.pick(suffixes) },
  { kind: "suffix:drop", apply: value => value.replace(/(?:[a-z]+|[^\w]|[A-Z]+)$/, "") },
  { kind: "number", weight: 3, apply: (value, random) => withNumber(value, random) },
  { kind: "other-script", apply: (value, random) => inserted(value, random, random.pick(otherScripts)) },
  { kind: "control", weight: 0.7, apply: (value, random) => inserted(value, random, random.pick(controls)) },
  {
    kind: "comment",
    weight: 0.7,
    apply: (value, random) => value + random.pick([" # why", " ; why", "#", ";", " #x"]),
  },
  { kind: "path", weight: 1.5, apply: (value, random) => withPath(value, random) },
  { kind: "long", weight: 0.4, apply: (value, random) => inserted(value, random, "x".repeat(random.pick(lengths))) },
  { kind: "repeat", weight: 0.3, apply: (value, random) => `${value} `.repeat(random.pick([3, 20])) },
];

const escapes = ["\\x41", "\\t", '\\"', "\\\\", "\\q", "\\x0", "\\u00e4", "\\101", "\\s", "\\ ", "\\n", "\\x2d", "\\:"];
const known = ["%i", "%n", "%t", "%h", "%%", "%p", "%u", "%N", "%j"];
const operators = ["~", "!", "|", "-", "+", "@", ":", "=", ".", "/", "!!", "~~", "0", "0x"];
const suffixes = [
  ..."s|ms|us|min|h|d|%|‰|K|M|G|k|B|KB|KiB|T|E|P|.|.0|.5|0|00000000000000000000|:|,|;|-|+|/|=|*|/*".split("|"),
  ..." s| K| %|:ro|:1|.service|.socket|@|e3|_|!| -| ~|..|/..|//|:infinity".split("|"),
];
const otherScripts = ["ä", "é", "\u00a0", "\u3000", "😀", "\u200b", "µ", "٣", "\u0085"];
const controls = ["\x01", "\x07", "\x1b", "\x7f", "\v", "\f"];
const lengths = [16, 64, 108, 256, 4096];
const edges = [
  ..."0|1|-1|7|8|16|63|64|65|99|100|101|127|128|255|256|1000|1001|4095|4096|10000|10001|65535|65536".split("|"),
  ..."2147483647|2147483648|4294967294|4294967295|4294967296|9223372036854775807|9223372036854775808".split("|"),
  ..."18446744073709551615|18446744073709551616|99999999999999999999999|007|0x10|1.5|.5|1.|1e3|0b1|+1|--1|00".split(
    "|",
  ),
];

function letter(random: Random): string {
  return random.pick([..."abexzAKZ0159 _-.,:;=/@~!%#*?+'\"\\()[]{}<>|&$^"]);
}

function replaced(value: string, random: Random, length: number, change: (piece: string) => string): string {
  if (value.length < length) return value;
  const at = random.below(value.length - length + 1);
  return value.slice(0, at) + change(value.slice(at, at + length)) + value.slice(at + length);
}

/** Often at one of the ends, where most grammars look. */
function inserted(value: string, random: Random, piece: string): string {
  const at = random.pick([0, value.length, random.below(value.length + 1)]);
  return value.slice(0, at) + piece + value.slice(at);
}

function onWord(value: string, random: Random, change: (word: string) => string): string {
  const words = value.split(" ");
  const at = random.below(words.length);
  return words.map((word, index) => (index === at ? change(word) : word)).join(" ");
}

function wrapped(value: string, quote: string): string {
  return quote + value + quote;
}

function withNumber(value: string, random: Random): string {
  const numbers = [...value.matchAll(/\d+/g)];
  if (numbers.length === 0) return random.pick(edges);
  const { 0: digits, index } = random.pick(numbers);
  return value.slice(0, index) + random.pick(edges) + value.slice(index + digits.length);
}

function withPath(value: string, random: Random): string {
  return random.pick([
    value.replace("/", ""),
    value.replace("/", "//"),
    value.replace("/", "/../"),
    value.replace("/", "/./"),
    value.replace("/", "/var/run/"),
    value.replace("/", "/proc/"),
    `${value}/`,
    `${value}/..`,
    `/${value}`,
    `./${value}`,
  ]);
}
