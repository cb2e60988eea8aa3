/** Grammars that are one whole number in a range. systemd: safe_atoi(), safe_atou() …, src/basic/parse-util.c */
import type { KindId } from "../catalog/directive.ts";
import { type Fault, faultAt, refused } from "./fault.ts";
import { readInteger } from "./integer.ts";
import { accepted, type Parsed, type ValueContext, type ValueKind, whole } from "./kind.ts";
import { shown } from "./shown.ts";

/** A range of whole numbers and its name in messages. */
export interface NumberRange {
  /** With its article: `a nice level`. */
  readonly noun: string;
  readonly least: bigint;
  readonly most: bigint;
  /** Words that stand for a value, and the usual mistakes for them. */
  readonly words?: readonly NumberWord[];
}

/** A word in place of a number. */
export interface NumberWord {
  readonly word: string;
  /** What people write for it, in lower case. */
  readonly usual: readonly string[];
}

/** `infinity`, and what people write for it. */
export const infinity: NumberWord = {
  word: "infinity",
  usual: ["unlimited", "max", "maximum", "inf", "infinite", "infinit", "infinty", "infinity", "none", "-1", "∞"],
};

/** The grammar of a number; `range` tells the range where the value stands. An empty value resets, unless it is refused. */
export function numberKind(
  id: KindId,
  describe: string,
  range: NumberRange | ((at: ValueContext) => NumberRange),
  emptyResets: boolean | ((at: ValueContext) => boolean),
): ValueKind {
  const rangeAt = typeof range === "function" ? range : () => range;
  const resets = typeof emptyResets === "function" ? emptyResets : () => emptyResets;
  return {
    id,
    describe,
    parse: (text, at) => (text === "" && resets(at) ? accepted("") : parseNumber(text, rangeAt(at))),
  };
}

/** Reads a whole value as a number of a range, or as one of its words. */
export function parseNumber(text: string, range: NumberRange): Parsed {
  if (range.words?.some(({ word }) => word === text)) return accepted(text, [{ kind: "keyword", span: whole(text) }]);
  const outcome = readInteger(text, range);
  if ("value" in outcome) return accepted(String(outcome.value), [{ kind: "number", span: whole(text) }]);
  return refused(numberFault(text, range, outcome.fault));
}

/** Why a text is no number of a range. */
export function numberFault(text: string, range: NumberRange, fault: "syntax" | "range"): Fault {
  const { noun, words = [] } = range;
  const name = noun.replace(/^an? /, "");
  if (text === "") {
    const capital = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
    return faultAt(`${capital} must not be empty; write ${allowed(range, false)}`, whole(text));
  }
  const meant = words.find(({ usual }) => usual.includes(text.toLowerCase()))?.word;
  if (fault === "range" && meant === undefined)
    return faultAt(`The ${name} ${shown(text)} is out of range; allowed is ${allowed(range, true)}`, whole(text));
  if (/^[+-]?0[0-9]+$/.test(text) && /[89]/.test(text)) {
    const message = `${shown(text)} is read as octal for its leading 0, and has digits that octal lacks`;
    return faultAt(message, whole(text), text.replace(/0+/, ""));
  }
  const message = `${shown(text)} is no ${name}; write ${allowed(range, false)}`;
  return faultAt(message, whole(text), meant ?? plainNumber(text, range));
}

/** What is allowed; bounds that are only those of the machine are told where they matter. */
function allowed({ least, most, words = [] }: NumberRange, exact: boolean): string {
  const from = exact || least > -1_000_000n ? ` from ${least}` : "";
  const to = exact || most < 1_000_000n ? ` to ${most}` : from === "" ? "" : " on";
  return [`a whole number${from}${to}`, ...words.map(({ word }) => word)].join(" or ");
}

/** The number in `1,000`, `1_000`, `"5"` or `5;`. */
function plainNumber(text: string, range: NumberRange): string | undefined {
  if (text.length > 40) return undefined;
  const bare = text
    .replace(/^(["'])(.*)\1$/, "$2")
    .replace(/^([+-]?\d+)\s*[;,]$/, "$1")
    .replace(/^(\d+)\s+[#;].*$/, "$1");
  const joined = /^\d{1,3}(?:([,_'])\d{3})(?:\1\d{3})*$/.test(bare) ? bare.replace(/[,_']/g, "") : bare;
  return joined !== text && "value" in readInteger(joined, range) ? joined : undefined;
}
