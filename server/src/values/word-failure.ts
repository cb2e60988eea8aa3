/** Values that cannot be split into words. systemd: extract_first_word(), src/basic/extract-word.c */

import type { Span } from "../text/span.ts";
import type { Consequence, ValueProblem } from "./kind.ts";

/** The problem of a quote that is not closed, or of an escape that does not exist. */
export function wordFailure(
  text: string,
  { error, span }: { readonly error: "quote" | "escape"; readonly span: Span },
  consequence: Consequence,
): ValueProblem {
  const piece = text.slice(span.start, span.end);
  if (piece === "\\") return { message: "Nothing follows the backslash", span, consequence };
  const message =
    error === "quote"
      ? `The quote ${piece.charAt(0)} is never closed`
      : `There is no escape ${piece}; write \\\\ for a backslash`;
  return { message, span: error === "quote" ? { start: span.start, end: span.start + 1 } : span, consequence };
}
