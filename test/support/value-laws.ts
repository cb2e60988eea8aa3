/** Laws of value grammars: what one says lies in the value, can be said again, and what it prints it reads. */
import assert from "node:assert/strict";
import type { Directive } from "../../server/src/catalog/directive.ts";
import { isUnitType } from "../../server/src/catalog/unit-types.ts";
import { splitsPair } from "../../server/src/text/span.ts";
import type { Parsed, ValueContext, ValueKind } from "../../server/src/values/kind.ts";

/** Where a value of a directive stands in these tests. */
export function contextOf({ section, name }: Directive, version: number): ValueContext {
  const own = section.toLowerCase();
  const type = isUnitType(own) ? own : "service";
  return { version, manager: "system", section, name, type, unit: `laws.${type}` };
}

/** Blanks at the ends never reach a grammar. */
export function trimValue(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && " \t\r\n".includes(text.charAt(start))) start++;
  while (end > start && " \t\r\n".includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Spans lie in the value, and replacements replace something. */
export function assertInPlace({ parts, problems }: Parsed, text: string): void {
  for (const { span } of parts) assertSpan(span, text);
  for (const { span, message, replacement, remedy } of problems) {
    assertSpan(span, text);
    if (remedy !== undefined) assertSpan(remedy.span, text);
    assert.ok(message !== "" && !message.includes("\n"), "a message is a line");
    assert.ok(replacement !== text.slice(span.start, span.end), "a replacement replaces something");
  }
}

function assertSpan({ start, end }: { readonly start: number; readonly end: number }, text: string): void {
  if (!(0 <= start && start <= end && end <= text.length)) assert.fail(`${start}…${end} lies outside of the value`);
  if (splitsPair(text, start) || splitsPair(text, end)) assert.fail(`${start}…${end} splits a character`);
}

/** Asked again, a grammar answers alike. */
export function assertRepeatable(kind: ValueKind, text: string, at: ValueContext, parsed: Parsed): void {
  assert.deepEqual(kind.parse(text, at), parsed, "asked again, it answers alike");
}

/** What is read as text can be written instead of what was written, where no specifier, quote or escape stood in it. */
export function assertStable(kind: ValueKind, text: string, at: ValueContext): void {
  const { value, problems } = kind.parse(text, at);
  if (typeof value !== "string" || problems.length > 0 || /[%"'\\]/.test(text)) return;
  const again = kind.parse(value, at);
  assert.deepEqual({ value: again.value, problems: again.problems }, { value, problems: [] }, `after ${value}`);
}
