/** Parts may lie in each other, tokens may not. */
import type { ValuePart } from "../../values/kind.ts";

/** The parts cut so that none covers another, in order: an inner part counts, and of two with the same span the later one. */
export function flatten(parts: readonly ValuePart[]): ValuePart[] {
  const ordered = [...parts].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const flat: ValuePart[] = [];
  const open: ValuePart[] = [];
  let at = 0;
  const take = ({ kind }: ValuePart, end: number) => {
    if (at < end) flat.push({ kind, span: { start: at, end } });
    at = Math.max(at, end);
  };
  const close = (upTo: number) => {
    for (let top = open.at(-1); top !== undefined && top.span.end <= upTo; top = open.at(-1)) {
      take(top, top.span.end);
      open.pop();
    }
  };
  for (const part of ordered) {
    close(part.span.start);
    const outer = open.at(-1);
    if (outer !== undefined) take(outer, part.span.start);
    at = Math.max(at, part.span.start);
    open.push(part);
  }
  while (open.length > 0) {
    const top = open.pop();
    if (top !== undefined) take(top, top.span.end);
  }
  return flat;
}
