/** What is wrong with a piece of a value, before a grammar says what systemd does about it. */
import type { Span } from "../text/span.ts";
import { type Parsed, rejected, type ValuePart } from "./kind.ts";

/** A mistake at its smallest wrong piece. */
export interface Fault {
  readonly message: string;
  readonly span: Span;
  readonly replacement?: string;
}

/** What a reader made of a text: its value and labelled pieces, or why it is none (`parts` then holds what was read before). */
export type Reading<Value> =
  | { readonly value: Value; readonly parts: readonly ValuePart[] }
  | { readonly fault: Fault; readonly parts: readonly ValuePart[] };

/** A mistake; `replacement` where it is plain what was meant. */
export function faultAt(message: string, span: Span, replacement?: string): Fault {
  return replacement === undefined ? { message, span } : { message, span, replacement };
}

/** The value that systemd drops whole for this mistake. */
export function refused({ message, span, ...more }: Fault): Parsed {
  return rejected(message, span, more);
}

/** A reading of a text that stands further behind in a value. */
export function shifted<Value>(reading: Reading<Value>, by: number): Reading<Value> {
  if (by === 0) return reading;
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const parts = reading.parts.map(part => ({ ...part, span: move(part.span) }));
  if ("value" in reading) return { value: reading.value, parts };
  return { fault: { ...reading.fault, span: move(reading.fault.span) }, parts };
}
