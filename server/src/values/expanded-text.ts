/** Values that are one text with specifiers. systemd: unit_full_printf_full(), src/core/unit-printf.c */
import { accepted, type Parsed, type PartKind, type ValueContext, type ValueProblem, whole } from "./kind.ts";
import { MappedText } from "./mapped-text.ts";
import { byteLength } from "./path.ts";
import { expandSpecifiers, type SpecifierSet, unknownSpecifier } from "./specifiers.ts";

/** How to read one. */
export interface ExpandedOptions {
  readonly set?: SpecifierSet;
  /** The most bytes that it may have once expanded. */
  readonly most?: number;
  /** What the value is, for its part; a string by default. */
  readonly part?: PartKind;
  /** What systemd does about a problem; by default it drops the line. */
  readonly consequence?: ValueProblem["consequence"];
}

/** Reads a text with specifiers; `judge` tells what is wrong with it once they are expanded, and where. */
export function readExpanded(
  text: string,
  at: ValueContext,
  judge: (expanded: MappedText) => ValueProblem | undefined,
  options: ExpandedOptions = {},
): Parsed {
  const outcome = expand(MappedText.verbatim(text, 0), at, options);
  if ("problem" in outcome) return { parts: [], problems: [outcome.problem] };
  const problem = judge(outcome.text);
  if (problem !== undefined) return { parts: outcome.parts, problems: [problem] };
  const part = { kind: options.part ?? "string", span: whole(text) } as const;
  return accepted(outcome.text.text, text === "" ? [] : [part, ...outcome.parts]);
}

/** Expands a piece of a value, or tells why systemd cannot. */
export function expand(
  piece: MappedText,
  at: ValueContext,
  { set, most, consequence = "drops-line" }: ExpandedOptions = {},
): { text: MappedText; parts: Parsed["parts"] } | { problem: ValueProblem } {
  const { text, parts, unknown } = expandSpecifiers(piece, at, set);
  if (unknown !== undefined) return { problem: unknownSpecifier(unknown, consequence) };
  const expanded = text ?? piece;
  if (most === undefined || byteLength(expanded.text) <= most) return { text: expanded, parts };
  const message = `The text is longer than ${most.toLocaleString("en-US")} bytes`;
  const rule = consequence === "silent" ? ({ rule: "unchecked-value" } as const) : {};
  return { problem: { message, span: piece.span(), consequence, ...rule } };
}
