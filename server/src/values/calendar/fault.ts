/** What is wrong with a calendar event. */
import type { Span } from "../../text/span.ts";
import { oneLine } from "../shown.ts";

/** A mistake at its smallest piece. */
export interface CalendarFault {
  readonly message: string;
  readonly span: Span;
  readonly replacement?: string;
}

/** A mistake between two offsets; what the message quotes may hold anything. */
export function fault(message: string, start: number, end: number, replacement?: string): CalendarFault {
  return { message: oneLine(message), span: { start, end }, ...(replacement === undefined ? {} : { replacement }) };
}

/** Tells a fault from what is read otherwise. */
export function isFault(outcome: unknown): outcome is CalendarFault {
  return typeof outcome === "object" && outcome !== null && "message" in outcome;
}
