/** Placeholders of file skeletons: what a build or a template engine will fill in. */
import type { Span } from "../text/span.ts";

/**
 * Stands for every code unit of a placeholder while a skeleton is parsed: a noncharacter, so that no name or value of a file
 * without placeholders ever holds it (systemd drops such lines as invalid UTF-8).
 */
export const PLACEHOLDER = "\uFFFE";

/** `@VAR@` of autoconf and meson, `{{ }}`, `{% %}`, `{# #}` of Jinja and its kin, `<% %>` of ERB. */
const placeholderPattern = /@[A-Za-z_][A-Za-z0-9_.-]*@|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}|<%[\s\S]*?%>/g;

/** The spans of all placeholders, in order. */
export function findPlaceholders(text: string): Span[] {
  return [...text.matchAll(placeholderPattern)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
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
