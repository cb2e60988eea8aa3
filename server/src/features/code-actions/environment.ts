/** Quotes around an assignment of Environment=. */
import { type CodeAction, editing } from "./action.ts";
import type { ActionRequest } from "./request.ts";

/** For the word at the start of the stretch, if it has no quotes yet. */
export function environmentActions({ assignment, span, file }: ActionRequest): readonly CodeAction[] {
  if (assignment?.directive?.kind !== "environment") return [];
  const { value } = assignment.entry;
  for (const { index, 0: word } of value.text.matchAll(/[^ \t]+/g)) {
    const { start, end } = value.toSource({ start: index, end: index + word.length });
    if (span.start < start || end < span.start || !/^[A-Za-z_][A-Za-z0-9_]*=[^"'\\]*$/.test(word)) continue;
    if (/["'\\]/.test(value.text.slice(0, index))) return [];
    const edits = () => [start, end].map(at => ({ span: { start: at, end: at }, text: '"' }));
    return [editing("refactor.rewrite", `Quote ${word}`, file.source, edits)];
  }
  return [];
}
