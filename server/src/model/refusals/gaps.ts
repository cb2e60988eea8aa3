/** What is still open in a skeleton. */
import type { Span } from "../../text/span.ts";
import type { UnitFile } from "../unit-file.ts";

/** Whether lines, names or headers of a file depend on placeholders: any setting may then be there, or not. */
export function hasGaps({ syntax }: UnitFile): boolean {
  if (syntax.placeholders.length === 0) return false;
  const filled = syntax.sections
    .flatMap(({ lines }) => lines)
    .flatMap(line => (line.kind === "entry" ? [line.value.span] : line.kind === "comment" ? [line.span] : []));
  return syntax.placeholders.some(placeholder => !filled.some(span => contains(span, placeholder)));
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
