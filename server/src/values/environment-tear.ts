/** Assignments that blanks tear apart, as quotes are missing: told as one problem, with the quotes as the remedy. */
import type { Span } from "../text/span.ts";
import type { ValueProblem } from "./kind.ts";
import type { MappedText } from "./mapped-text.ts";

/** The problems of the words of an environment, those of one torn assignment joined into one. */
export function tornAssignments(
  text: string,
  words: readonly MappedText[],
  problems: readonly (ValueProblem | undefined)[],
): ValueProblem[] {
  const found: ValueProblem[] = [];
  for (let i = 0; i < words.length; ) {
    const end = endOfTear(words, problems, i);
    const problem = problems[i];
    if (end > i + 1) found.push(toProblem(text, words, i, end));
    else if (problem !== undefined) found.push(problem);
    i = end;
  }
  return found;
}

/** Behind the last word that belongs to the assignment which begins at `from`. */
function endOfTear(
  words: readonly MappedText[],
  problems: readonly (ValueProblem | undefined)[],
  from: number,
): number {
  const first = words[from]?.text ?? "";
  const spaced = /^[A-Za-z_][A-Za-z0-9_]*$/.test(first) && words[from + 1]?.text.startsWith("=") === true;
  if (problems[from]?.rule === "unknown-specifier") return from + 1;
  if (!spaced && !/^[A-Za-z_][A-Za-z0-9_]*=/.test(first)) return from + 1;
  let end = from + 1;
  if (spaced) end += words[end]?.text === "=" && isRemainder(words, problems, end + 1) ? 2 : 1;
  while (isRemainder(words, problems, end)) end++;
  return end;
}

/** A dropped word that is no assignment of its own with a misspelt name. */
function isRemainder(
  words: readonly MappedText[],
  problems: readonly (ValueProblem | undefined)[],
  at: number,
): boolean {
  const word = words[at]?.text;
  const problem = problems[at];
  if (word === undefined || problem === undefined || problem.rule !== undefined) return false;
  return !/^[A-Za-z0-9_][^=\s]*=/.test(word);
}

function toProblem(text: string, words: readonly MappedText[], from: number, end: number): ValueProblem {
  const span: Span = { start: words[from]?.span().start ?? 0, end: words[end - 1]?.span().end ?? text.length };
  const torn = text.slice(span.start, span.end);
  const spaced = /^([A-Za-z_][A-Za-z0-9_]*)(\s*=\s+|\s+=)(.*)$/s.exec(torn);
  const plain = !/["'\\]/.test(torn);
  const consequence = "drops-piece";
  if (spaced !== null) {
    const [, name = "", , value = ""] = spaced;
    const replacement = /\s/.test(value) ? `"${name}=${value}"` : `${name}=${value}`;
    const message = `No blanks may stand around = in an environment: write ${replacement}`;
    return plain ? { message, span, consequence, replacement } : { message, span, consequence };
  }
  const lost = text.slice(words[from + 1]?.span().start ?? span.start, span.end);
  const message = `${lost} is dropped: a blank ends an assignment, unless quotes stand around all of it`;
  return plain ? { message, span, consequence, replacement: `"${torn}"` } : { message, span, consequence };
}
