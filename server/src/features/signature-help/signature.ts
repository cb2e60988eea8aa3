/** Signatures, and how they are put together. */
import type { Span } from "../../text/span.ts";

/** What may be written, in one or several forms. */
export interface SignatureHelp {
  readonly signatures: readonly Signature[];
  /** The form that is being written. */
  readonly active: number;
}

/** One form. */
export interface Signature {
  readonly label: string;
  readonly documentation?: string;
  readonly parameters: readonly Parameter[];
  /** The piece that the cursor stands in. */
  readonly active: number;
}

/** A piece of a form. */
export interface Parameter {
  /** In the label. */
  readonly span: Span;
  readonly documentation: string;
}

/** A piece of a label: plain text, or a parameter and what it is. */
export type Piece = string | readonly [parameter: string, documentation: string];

/** Puts a form together. */
export function signatureOf(pieces: readonly Piece[], active: number, documentation?: string): Signature {
  let label = "";
  const parameters: Parameter[] = [];
  for (const piece of pieces) {
    const text = typeof piece === "string" ? piece : piece[0];
    const span = { start: label.length, end: label.length + text.length };
    if (typeof piece !== "string") parameters.push({ span, documentation: piece[1] });
    label += text;
  }
  const last = Math.max(0, parameters.length - 1);
  return {
    label,
    ...(documentation !== undefined && { documentation }),
    parameters,
    active: Math.max(0, Math.min(active, last)),
  };
}
