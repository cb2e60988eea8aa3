/** Placeholders of file skeletons: what a build or a template engine will fill in. */
import { overlaps, type Span } from "../text/span.ts";

/**
 * Stands for every code unit of a placeholder while a skeleton is parsed: a noncharacter, so that no name or value of a file
 * without placeholders ever holds it (systemd drops such lines as invalid UTF-8).
 */
export const PLACEHOLDER = "\uFFFE";

/** `@VAR@` of autoconf and meson, `{{ }}`, `{% %}`, `{# #}` of Jinja and its kin, `<% %>` of ERB. */
const opening = /@[A-Za-z_][A-Za-z0-9_.-]*@|\{\{|\{%|\{#|<%/g;
const closings: ReadonlyMap<string, string> = new Map([
  ["{{", "}}"],
  ["{%", "%}"],
  ["{#", "#}"],
  ["<%", "%>"],
]);

/** The spans of all placeholders, in order. What is not closed is none; each closing that is nowhere is looked for once. */
export function findPlaceholders(text: string): Span[] {
  const spans: Span[] = [];
  const nowhere = new Set<string>();
  const pattern = new RegExp(opening);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { 0: sign, index: start } = match;
    const closing = closings.get(sign);
    if (closing !== undefined) {
      const end = nowhere.has(closing) ? -1 : text.indexOf(closing, start + sign.length);
      if (end < 0) nowhere.add(closing);
      pattern.lastIndex = end < 0 ? start + 1 : end + closing.length;
      if (end < 0) continue;
    }
    spans.push({ start, end: pattern.lastIndex });
  }
  return spans;
}

/** Whether one of some placeholders, which are in order, overlaps a span or touches an empty one. */
export function touchesAny(placeholders: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = placeholders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placeholders[middle]?.end ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < placeholders.length; i++) {
    const placeholder = placeholders[i];
    if (placeholder === undefined || placeholder.start > span.end) return false;
    if (overlaps(placeholder, span)) return true;
  }
  return false;
}

/** The text with its placeholders replaced one by one, so that no offset moves and none of their characters has a meaning. */
export function maskPlaceholders(text: string, placeholders: readonly Span[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of placeholders) {
    pieces.push(text.slice(from, start), PLACEHOLDER.repeat(end - start));
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}
